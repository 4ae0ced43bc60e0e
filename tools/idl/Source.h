//===- Source.h - what a header, an IDL file or a description declares ----===//
#ifndef RPC_IDL_SOURCE_H
#define RPC_IDL_SOURCE_H

#include "model/Interface.h"

#include <string>
#include <vector>

namespace clang::tooling {
class FrontendActionFactory;
} // namespace clang::tooling

namespace rpc_idl {

/// The folder of the runtime's headers, of the build or of the installation
/// that `Program` belongs to. Throws std::runtime_error if that is missing.
std::string includeFolder(const char *Program);

/// What every header is compiled with, to be read only. `Include` is the folder
/// of the runtime's headers.
std::vector<std::string> compilerFlags(const std::string &Include);

/// Runs an action of clang over `File`, which messages name as it is named
/// here. False after errors.
bool runOver(const std::string &File, const std::vector<std::string> &Flags,
             clang::tooling::FrontendActionFactory &Actions);

/// The resolved model of `File`: an IDL file (.idl), a description (.json) or
/// an annotated header. `Arguments` are options of the compiler, of which IDL
/// has use for -I and -D. Compilers' errors and findings go to the standard
/// error. Throws std::runtime_error if nothing can be used.
rpcgen::Model readSource(const std::string &File,
                         const std::vector<std::string> &Arguments,
                         const std::string &Include);

} // namespace rpc_idl

#endif // RPC_IDL_SOURCE_H

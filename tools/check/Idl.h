//===- Idl.h - one IDL file -----------------------------------------------===//
#ifndef RPC_CHECK_IDL_H
#define RPC_CHECK_IDL_H

#include "Unit.h"

namespace rpc_check {

/// Whether a file is one, by its name.
bool isIdl(const std::string &File);

/// Reads an IDL file as rpc-idl import does, and runs the rules over what it
/// declares. Of its compile command the options -I and -D count. May run on
/// several threads at once.
Unit checkIdl(const clang::tooling::CompilationDatabase &Commands,
              const std::string &File, const Arguments &More,
              const rpcgen::Options &Given);

} // namespace rpc_check

#endif // RPC_CHECK_IDL_H

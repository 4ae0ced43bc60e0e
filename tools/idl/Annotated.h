//===- Annotated.h - annotated headers in ---------------------------------===//
#ifndef RPC_IDL_ANNOTATED_H
#define RPC_IDL_ANNOTATED_H

#include "Options.h"

#include "model/Interface.h"

#include "clang/Basic/Diagnostic.h"

#include <functional>
#include <string>

namespace rpc_idl {

/// Gets what a header declares, while its locations can be shown.
using HeaderUser =
    std::function<void(const rpcgen::Model &, clang::DiagnosticsEngine &)>;

/// Calls `Use` if the header compiles and breaks no rule; else its errors have
/// been shown. Ends the program with 2 if there is no such file.
void withHeader(const Options &Given, const std::string &Include,
                const HeaderUser &Use);

} // namespace rpc_idl

#endif // RPC_IDL_ANNOTATED_H

//===- Server.h - rpc-check for editors -----------------------------------===//
#ifndef RPC_CHECK_LSP_SERVER_H
#define RPC_CHECK_LSP_SERVER_H

#include "Options.h"

namespace rpc_check {

/// A language server (Language Server Protocol 3.17) on standard input and
/// output, beside one for C++: findings, fixes and hovers of the files that an
/// editor has open. Returns the status that the program ends with.
int serve(const Options &O);

} // namespace rpc_check

#endif // RPC_CHECK_LSP_SERVER_H

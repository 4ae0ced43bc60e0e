//===- Import.h - IDL in --------------------------------------------------===//
#ifndef RPC_IDL_IMPORT_H
#define RPC_IDL_IMPORT_H

#include "Options.h"

#include <string>

namespace rpc_idl {

/// Writes the header of a file, and those of what it imports. The result is
/// the exit status.
int import(const Options &Given, const std::string &Include);

} // namespace rpc_idl

#endif // RPC_IDL_IMPORT_H

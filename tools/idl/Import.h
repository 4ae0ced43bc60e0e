//===- Import.h - IDL in --------------------------------------------------===//
#ifndef RPC_IDL_IMPORT_H
#define RPC_IDL_IMPORT_H

#include "Options.h"

#include "model/Interface.h"

#include <optional>
#include <string>

namespace rpc_idl {

/// Writes the header of a file, and those of what it imports. The result is
/// the exit status.
int import(const Options &Given, const std::string &Include);

/// What those headers declare, without operations that cannot be said, which
/// are reported. Nothing if the file has no interface that can be used.
std::optional<rpcgen::Model> modelOf(const Options &Given,
                                     const std::string &Include);

} // namespace rpc_idl

#endif // RPC_IDL_IMPORT_H

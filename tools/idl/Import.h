//===- Import.h - IDL in --------------------------------------------------===//
#ifndef RPC_IDL_IMPORT_H
#define RPC_IDL_IMPORT_H

#include "Options.h"

#include "model/Interface.h"

#include <functional>
#include <optional>
#include <string>

namespace rpc_idl {

/// Writes the header of a file, and those of what it imports. The result is
/// the exit status.
int import(const Options &Given, const std::string &Include);

/// Where something is written.
struct FilePlace {
  std::string Path; ///< "" for nowhere
  unsigned Line = 0, Column = 0;
};

/// What those headers declare, without operations that cannot be said, which
/// are reported.
struct Imported {
  rpcgen::Model Read;
  bool IsWhole = true;                             ///< nothing is left out
  std::function<FilePlace(rpcgen::Location)> Find; ///< in the IDL
};

/// Nothing if the file has no interface that can be used.
std::optional<Imported> importModel(const Options &Given,
                                    const std::string &Include);

} // namespace rpc_idl

#endif // RPC_IDL_IMPORT_H

//===- Import.h - IDL in --------------------------------------------------===//
#ifndef RPC_IDL_IMPORT_H
#define RPC_IDL_IMPORT_H

#include "Options.h"

#include "Pipeline.h"

#include "model/Finding.h"
#include "model/Interface.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

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

/// A finding, and where it and its notes are in the IDL.
struct Placed {
  rpcgen::Finding Found;
  FilePlace At;
  std::vector<FilePlace> Notes; ///< as many as those of the finding
};

struct Judgement {
  std::vector<Placed> Findings;
  Imported Declared;
  std::string Errors; ///< why it could not be read; "" if it was
};

/// What the rules say of a file, as `Wanted` has them.
Judgement judgeIdl(const Options &Given, const std::string &Include,
                   const rpcgen::Options &Wanted);

/// Takes -I and -D from options of a compiler.
void takeCompilerOptions(const std::vector<std::string> &Arguments,
                         rpcgen::idl::TokenOptions &Into);

} // namespace rpc_idl

#endif // RPC_IDL_IMPORT_H

//===- Options.h - the command line ---------------------------------------===//
#ifndef RPC_CHECK_OPTIONS_H
#define RPC_CHECK_OPTIONS_H

#include "Config.h"
#include "Filter.h"
#include "Unit.h"
#include "formats/Formats.h"
#include "model/Interface.h"

#include <optional>
#include <string>
#include <vector>

namespace rpc_check {

struct Options {
  std::string BuildPath;
  std::vector<std::string> Files; ///< none: all of the database
  /// The options of the compiler, as they are after '--'.
  std::optional<std::vector<std::string>> Command;
  Config Given; ///< by --checks and its like
  std::string ConfigFile;
  LineFilter Lines;
  Arguments More;
  const Format *Printed = nullptr;
  std::optional<bool> Colours; ///< none: as standard output has them
  std::string BaselineFile, WriteBaseline, ExportFixes, Explain;
  std::string Against; ///< a revision of git
  std::vector<rpcgen::Model> Locks;
  std::string CacheFolder;        ///< "" for none
  unsigned Shard = 1, Shards = 1; ///< the first of one is all
  unsigned Threads = 1;
  bool ListChecks = false, DumpConfig = false, VerifyConfig = false;
  bool Serve = false;     ///< lsp: editors, on standard input and output
  bool AllowNone = false; ///< files without an interface
  bool Fix = false, Quiet = false, Remarks = false;
};

/// What holds for a file: its .rpc-check, and on top of it the command line.
/// Throws std::runtime_error if the file is wrong.
Config configFor(const Options &O, const std::string &File);

/// Ends the program with 2 if the command line is wrong.
Options parseOptions(int Count, const char **Words);

/// Says what is wrong and ends the program with 2.
[[noreturn]] void refuse(const std::string &Why);

} // namespace rpc_check

#endif // RPC_CHECK_OPTIONS_H

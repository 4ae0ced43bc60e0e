//===- Cache.h - what was found before, in files that are the same --------===//
#ifndef RPC_CHECK_CACHE_H
#define RPC_CHECK_CACHE_H

#include "Unit.h"

#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace rpc_check {

/// Keeps units in a folder, from run to run. A unit is found again by all that
/// was asked for, as long as every file that it read has the same contents, and
/// none is there that it missed. May be used by several threads, and by several
/// programs, at once.
class Cache {
public:
  /// "" for one that keeps nothing.
  explicit Cache(std::string Folder);

  /// Whether the folder is there; it is made if it is not.
  bool isUsable() const;

  /// A name for all that the results depend on but the contents of files: this
  /// program, the command of the compiler, the options.
  std::string nameOf(const clang::tooling::CompilationDatabase &Commands,
                     const std::string &File, const Arguments &More,
                     const rpcgen::Options &Given) const;

  std::optional<Unit> find(const std::string &Name);

  /// Does nothing for a unit with errors: what it lacked is not known.
  void keep(const std::string &Name, const Unit &U);

private:
  struct State {
    std::string Contents; ///< their hash; "" if the file cannot be read
    bool IsThere = false; ///< a file or a folder
    bool IsNew = false;   ///< changed since this program began
  };
  const State &stateOf(const std::string &File);
  std::string pathOf(const std::string &Name) const;

  const std::string Folder;
  const std::string Program; ///< the hash of this one
  std::mutex Looking;
  std::map<std::string, State> Known;
};

} // namespace rpc_check

#endif // RPC_CHECK_CACHE_H

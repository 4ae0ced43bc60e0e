//===- Cache.h - what was compiled before ---------------------------------===//
#ifndef RPCGEN_TOOLS_DUMP_CACHE_H
#define RPCGEN_TOOLS_DUMP_CACHE_H

#include <functional>
#include <string>

namespace dump {

/// A folder for shared objects that are loaded into this process:
/// $XDG_CACHE_HOME/rpcgen, or ~/.cache/rpcgen. It is used if nobody else can
/// write into it; if not, a folder of this run's own, which goes with it.
class Cache {
public:
  Cache();
  Cache(const Cache &) = delete;
  Cache &operator=(const Cache &) = delete;
  ~Cache();

  /// The path of the file `Name`, which `Make` writes to the path that it is
  /// given if it is not there yet. Others see it whole or not at all.
  std::string get(const std::string &Name,
                  const std::function<void(const std::string &)> &Make) const;

private:
  std::string Folder;
  bool Temporary = false;
};

} // namespace dump

#endif // RPCGEN_TOOLS_DUMP_CACHE_H

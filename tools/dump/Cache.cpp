//===- Cache.cpp ----------------------------------------------------------===//
#include "Cache.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <stdexcept>
#include <sys/stat.h>
#include <unistd.h>

using namespace dump;
namespace fs = llvm::sys::fs;

namespace {

/// Whether only this user can put files there.
bool isPrivate(const llvm::Twine &Folder) {
  struct stat Status{};
  return lstat(Folder.str().c_str(), &Status) == 0 && S_ISDIR(Status.st_mode) &&
         Status.st_uid == geteuid() &&
         (Status.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

} // namespace

Cache::Cache() {
  llvm::SmallString<128> Path;
  if (llvm::sys::path::cache_directory(Path)) {
    llvm::sys::path::append(Path, "rpcgen");
    if (!fs::create_directories(Path, true, fs::owner_all) && isPrivate(Path)) {
      Folder = std::string(Path);
      return;
    }
  }
  if (std::error_code Error = fs::createUniqueDirectory("rpc-dump", Path))
    throw std::runtime_error("no folder for temporary files: " +
                             Error.message());
  Folder = std::string(Path);
  Temporary = true;
}

Cache::~Cache() {
  if (Temporary)
    fs::remove_directories(Folder);
}

std::string
Cache::get(const std::string &Name,
           const std::function<void(const std::string &)> &Make) const {
  const std::string Path = Folder + "/" + Name;
  if (fs::exists(Path))
    return Path;
  llvm::SmallString<128> Unique;
  fs::createUniquePath(Path + ".%%%%%%%%", Unique, false);
  const std::string New(Unique);
  try {
    Make(New);
  } catch (...) {
    fs::remove(New);
    throw;
  }
  if (std::error_code Error = fs::rename(New, Path))
    throw std::runtime_error("cannot write '" + Path + "': " + Error.message());
  return Path;
}

//===- Revision.h - sources as they were in a commit ----------------------===//
#ifndef RPC_CHECK_REVISION_H
#define RPC_CHECK_REVISION_H

#include "llvm/Support/VirtualFileSystem.h"

#include <map>
#include <set>
#include <string>

namespace rpc_check {

/// A commit of the Git repository that some file is in, as it differs from the
/// work tree.
class Revision {
public:
  /// Asks git. Throws std::runtime_error with what it says.
  Revision(const std::string &Name, const std::string &FileInside);

  /// The files of the machine, with those of the commit in place of what has
  /// changed since. For one thread; the Revision has to outlive it.
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> files() const;

  /// Whether a file, by absolute path, was added since.
  bool lacks(const std::string &File) const { return Added.contains(File); }

  const std::string &name() const { return Name; }

private:
  std::string Name;
  std::map<std::string, std::string> Changed; ///< absolute path: content
  std::set<std::string> Added;                ///< absolute paths
};

} // namespace rpc_check

#endif // RPC_CHECK_REVISION_H

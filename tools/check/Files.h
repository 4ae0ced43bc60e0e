//===- Files.h - files of the user ----------------------------------------===//
#ifndef RPC_CHECK_FILES_H
#define RPC_CHECK_FILES_H

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <optional>
#include <string>

namespace rpc_check {

inline std::string absolutePath(const std::string &Path) {
  llvm::SmallString<256> Result(Path);
  llvm::sys::fs::make_absolute(Result);
  llvm::sys::path::remove_dots(Result, true);
  return std::string(Result);
}

inline std::optional<std::string> readFile(const std::string &Path) {
  auto Text = llvm::MemoryBuffer::getFile(Path);
  if (!Text)
    return std::nullopt;
  return (*Text)->getBuffer().str();
}

inline bool writeFile(const std::string &Path, const std::string &Text) {
  std::error_code Error;
  llvm::raw_fd_ostream Out(Path, Error);
  Out << Text;
  Out.close();
  return !Error && !Out.has_error();
}

} // namespace rpc_check

#endif // RPC_CHECK_FILES_H

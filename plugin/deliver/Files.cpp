//===- Files.cpp ----------------------------------------------------------===//

#include "deliver/Files.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

namespace rpcgen {

std::error_code writeIfChanged(llvm::StringRef Path, llvm::StringRef Text) {
  auto Old = llvm::MemoryBuffer::getFile(Path);
  if (Old && (*Old)->getBuffer() == Text)
    return {};
  if (auto Error =
          llvm::sys::fs::create_directories(llvm::sys::path::parent_path(Path)))
    return Error;

  constexpr unsigned Permissions = 0666; // less what umask takes
  auto Temporary =
      llvm::sys::fs::TempFile::create(Path + ".%%%%%%%%", Permissions);
  if (!Temporary)
    return llvm::errorToErrorCode(Temporary.takeError());
  llvm::raw_fd_ostream Out(Temporary->FD, /*shouldClose=*/false);
  Out << Text;
  Out.flush();
  if (std::error_code Error = Out.error()) {
    Out.clear_error();
    llvm::consumeError(Temporary->discard());
    return Error;
  }
  return llvm::errorToErrorCode(Temporary->keep(Path));
}

} // namespace rpcgen

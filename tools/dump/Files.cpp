//===- Files.cpp ----------------------------------------------------------===//
#include "Files.h"

#include "llvm/Support/MemoryBuffer.h"

#include <stdexcept>

std::string dump::readFile(const std::string &Path) {
  auto File = llvm::MemoryBuffer::getFileOrSTDIN(Path, false, false);
  if (!File)
    throw std::runtime_error("cannot read '" + Path +
                             "': " + File.getError().message());
  return (*File)->getBuffer().str();
}

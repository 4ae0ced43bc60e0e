//===- Files.h - stubs into files -----------------------------------------===//
#ifndef RPCGEN_DELIVER_FILES_H
#define RPCGEN_DELIVER_FILES_H

#include "llvm/ADT/StringRef.h"

#include <system_error>

namespace rpcgen {

/// Puts `Text` into the file at once or not at all, and leaves a file that
/// holds it already untouched. Makes the folder where it is missing.
std::error_code writeIfChanged(llvm::StringRef Path, llvm::StringRef Text);

} // namespace rpcgen

#endif // RPCGEN_DELIVER_FILES_H

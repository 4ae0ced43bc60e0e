//===- Main.cpp - rpc-idl -------------------------------------------------===//
//
// Ends with 0 if everything could be said, 1 if something is left out, and 2
// if a file or the command line is wrong.
//
//===----------------------------------------------------------------------===//

#include "Export.h"
#include "Extract.h"
#include "Import.h"
#include "Options.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace rpc_idl;

namespace {

/// Where the runtime's headers are: of the build, or of the installation.
std::string includeFolder(const char *Program) {
  const std::string Main = llvm::sys::fs::getMainExecutable(
      Program, reinterpret_cast<void *>(&includeFolder));
  for (const char *Folder : {RPCGEN_INCLUDE_DIR, "../include"}) {
    llvm::SmallString<256> Path(llvm::sys::path::parent_path(Main));
    llvm::sys::path::append(Path, Folder);
    if (llvm::sys::fs::exists(Path + "/rpc/rpc.h"))
      return std::string(Path);
  }
  refuse("'rpc/rpc.h' is not where rpc-idl was installed");
}

} // namespace

int main(int Count, const char **Words) {
  const Options Given = parseOptions(Count, Words);
  if (Given.C == Options::Command::Extract)
    return extractFile(Given.File, Given.Folder);
  if (Given.C == Options::Command::Export)
    return exportHeader(Given, includeFolder(Words[0]));
  return import(Given, includeFolder(Words[0]));
}

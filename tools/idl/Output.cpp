//===- Output.cpp ---------------------------------------------------------===//

#include "Output.h"

#include "deliver/Files.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

bool rpc_idl::writeInto(const std::string &Folder, const std::string &Name,
                        const std::string &Text) {
  llvm::SmallString<256> Path(Folder);
  llvm::sys::path::append(Path, Name);
  std::error_code Error = rpcgen::writeIfChanged(Path, Text);
  if (Error)
    llvm::errs() << "rpc-idl: cannot write '" << Path
                 << "': " << Error.message() << "\n";
  return !Error;
}

//===- Result.cpp ---------------------------------------------------------===//

#include "Result.h"

#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/Path.h"

namespace rpc_check {

const char *nameOf(Level L) {
  switch (L) {
  case Level::Remark:
    return "remark";
  case Level::Warning:
    return "warning";
  case Level::Error:
    return "error";
  }
  llvm_unreachable("no other level");
}

std::string withNotes(const Result &R) {
  std::string Text = R.Message;
  for (const Note &N : R.Notes) {
    Text += "; " + N.Message;
    if (!N.At.File.empty())
      Text += " (" + llvm::sys::path::filename(N.At.File).str() + ":" +
              std::to_string(N.At.Line) + ")";
  }
  return Text;
}

} // namespace rpc_check

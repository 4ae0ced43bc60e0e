//===- JsonText.cpp -------------------------------------------------------===//

#include "JsonText.h"

#include "llvm/Support/Path.h"

namespace rpc_check {

void printJsonText(llvm::raw_ostream &Out, llvm::json::Value All) {
  llvm::json::OStream(Out, 2).value(All);
  Out << "\n";
}

std::string relativePath(const std::string &File, const std::string &Root) {
  llvm::StringRef Rest = File;
  if (!Rest.consume_front(Root) ||
      !(Rest.consume_front("/") || llvm::StringRef(Root).ends_with("/")))
    return "";
  return llvm::sys::path::convert_to_slash(Rest);
}

std::string Fingerprints::next(const Result &R) {
  std::string Key = R.Rule + " " + R.Entity;
  const unsigned Number = ++Seen[Key];
  return Number == 1 ? Key : Key + " " + std::to_string(Number);
}

} // namespace rpc_check

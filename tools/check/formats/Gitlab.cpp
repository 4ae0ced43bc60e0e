//===- Gitlab.cpp - GitLab's Code Quality ---------------------------------===//
//
// The members that GitLab reads of a Code Climate report ("Code Quality", "Code
// quality report format" in its documentation).
//
//===----------------------------------------------------------------------===//

#include "JsonText.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/MD5.h"

namespace json = llvm::json;

namespace rpc_check {
namespace {

const char *severityOf(Level L) {
  switch (L) {
  case Level::Remark:
    return "info";
  case Level::Warning:
    return "major";
  case Level::Error:
    return "critical";
  }
  llvm_unreachable("no other level");
}

/// GitLab compares them between commits, and wants each once.
std::string hashOf(const std::string &Path, const std::string &Fingerprint) {
  const std::string Text = Path + ":" + Fingerprint;
  return std::string(
      llvm::MD5::hash(llvm::arrayRefFromStringRef(Text)).digest());
}

} // namespace

void printGitlab(llvm::raw_ostream &Out, const Report &All) {
  json::Array Rows;
  Fingerprints Marks;
  for (const Result &R : All.Results) {
    std::string Path = relativePath(R.At.File, All.Root);
    if (Path.empty())
      Path = R.At.File;
    Rows.push_back(json::Object{
        {"description", withNotes(R)},
        {"check_name", R.Rule},
        {"fingerprint", hashOf(Path, Marks.next(R))},
        {"severity", severityOf(R.L)},
        {"location",
         json::Object{{"path", Path},
                      {"lines", json::Object{{"begin", R.At.Line}}}}}});
  }
  printJsonText(Out, std::move(Rows));
}

} // namespace rpc_check

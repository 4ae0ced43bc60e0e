//===- Xml.cpp - JUnit and Checkstyle -------------------------------------===//

#include "Formats.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

#include <map>

namespace rpc_check {
namespace {

std::string escaped(const std::string &Text) {
  std::string Result;
  llvm::raw_string_ostream Out(Result);
  llvm::printHTMLEscaped(Text, Out);
  return Result;
}

std::map<std::string, std::vector<const Result *>>
byFile(const std::vector<Result> &All) {
  std::map<std::string, std::vector<const Result *>> Files;
  for (const Result &R : All)
    Files[R.At.File].push_back(&R);
  return Files;
}

constexpr const char *Declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

} // namespace

void printJunit(llvm::raw_ostream &Out, const Report &All) {
  std::vector<Result> Findings;
  llvm::copy_if(All.Results, std::back_inserter(Findings),
                [](const Result &R) { return R.isFinding(); });
  auto Files = byFile(Findings);
  std::size_t Failures = Files.size();
  for (const std::string &File : All.Checked)
    Files[File];
  Out << Declaration << "<testsuite name=\"rpc-check\" tests=\"" << Files.size()
      << "\" failures=\"" << Failures << "\">\n";
  for (const auto &[File, Found] : Files) {
    Out << "  <testcase name=\"" << escaped(File) << "\"";
    if (Found.empty()) {
      Out << "/>\n";
      continue;
    }
    Out << ">\n    <failure message=\"" << Found.size() << " found\">\n";
    for (const Result *R : Found)
      Out << escaped(std::to_string(R->At.Line) + ":" +
                     std::to_string(R->At.Column) + ": " + withNotes(*R) +
                     " [" + R->Rule + "]")
          << "\n";
    Out << "    </failure>\n  </testcase>\n";
  }
  Out << "</testsuite>\n";
}

void printCheckstyle(llvm::raw_ostream &Out, const Report &All) {
  Out << Declaration << "<checkstyle version=\"4.3\">\n";
  for (const auto &[File, Found] : byFile(All.Results)) {
    Out << "  <file name=\"" << escaped(File) << "\">\n";
    for (const Result *R : Found)
      Out << "    <error line=\"" << R->At.Line << "\" column=\""
          << R->At.Column << "\" severity=\""
          << (R->isFinding() ? nameOf(R->L) : "info") << "\" message=\""
          << escaped(withNotes(*R)) << "\" source=\"rpc-check." << R->Rule
          << "\"/>\n";
    Out << "  </file>\n";
  }
  Out << "</checkstyle>\n";
}

} // namespace rpc_check

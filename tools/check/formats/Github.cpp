//===- Github.cpp - workflow commands of GitHub Actions -------------------===//

#include "Formats.h"

namespace rpc_check {
namespace {

/// What would end a command or one of its properties.
std::string escaped(const std::string &Text, bool Property) {
  std::string Result;
  for (char C : Text)
    if (C == '%')
      Result += "%25";
    else if (C == '\r')
      Result += "%0D";
    else if (C == '\n')
      Result += "%0A";
    else if (Property && C == ':')
      Result += "%3A";
    else if (Property && C == ',')
      Result += "%2C";
    else
      Result += C;
  return Result;
}

} // namespace

void printGithub(llvm::raw_ostream &Out, const Report &All) {
  for (const Result &R : All.Results)
    Out << "::" << (R.isFinding() ? nameOf(R.L) : "notice")
        << " file=" << escaped(R.At.File, true) << ",line=" << R.At.Line
        << ",col=" << R.At.Column << ",title=" << escaped(R.Rule, true)
        << "::" << escaped(withNotes(R), false) << "\n";
}

} // namespace rpc_check

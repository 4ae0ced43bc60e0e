//===- Text.cpp - text and workflow commands ------------------------------===//

#include "Formats.h"

#include "llvm/Support/Path.h"

namespace rpc_check {
namespace {

std::string placeOf(const Place &At) {
  if (At.File.empty())
    return "rpc-check: ";
  return At.File + ":" + std::to_string(At.Line) + ":" +
         std::to_string(At.Column) + ": ";
}

/// What would end a command or one of its properties.
std::string escaped(const std::string &Text, bool Property) {
  std::string Result;
  for (char C : Text)
    if (C == '%')
      Result += "%25";
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

const char *nameOf(Level L) {
  return L == Level::Error     ? "error"
         : L == Level::Warning ? "warning"
                               : "remark";
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

void printText(llvm::raw_ostream &Out, const Results &All) {
  for (const Result &R : All) {
    Out << placeOf(R.At) << nameOf(R.L) << ": " << R.Message << " [" << R.Rule
        << "]\n";
    for (const Note &N : R.Notes)
      Out << placeOf(N.At) << "note: " << N.Message << "\n";
  }
}

void printGithub(llvm::raw_ostream &Out, const Results &All) {
  for (const Result &R : All)
    Out << "::" << (R.isFinding() ? nameOf(R.L) : "notice")
        << " file=" << escaped(R.At.File, true) << ",line=" << R.At.Line
        << ",col=" << R.At.Column << ",title=" << escaped(R.Rule, true)
        << "::" << escaped(withNotes(R), false) << "\n";
}

} // namespace rpc_check

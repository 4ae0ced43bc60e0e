//===- Text.cpp - as a compiler prints ------------------------------------===//

#include "Formats.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Unicode.h"

#include <algorithm>

namespace rpc_check {
namespace {

using Stream = llvm::raw_ostream;

std::string placeOf(const Place &At) {
  if (At.File.empty())
    return "rpc-check: ";
  return At.File + ":" + std::to_string(At.Line) + ":" +
         std::to_string(At.Column) + ": ";
}

/// What moves the cursor by as much as `Text`, tabs by tabs.
std::string blanksFor(llvm::StringRef Text) {
  std::string Blanks;
  for (llvm::StringRef Rest = Text; !Rest.empty();) {
    if (Rest.consume_front("\t")) {
      Blanks += '\t';
      continue;
    }
    llvm::StringRef Part =
        Rest.take_until([](char Byte) { return Byte == '\t'; });
    const int Width = llvm::sys::unicode::columnWidthUTF8(Part);
    Blanks.append(Width >= 0 ? static_cast<std::size_t>(Width) : Part.size(),
                  ' ');
    Rest = Rest.substr(Part.size());
  }
  return Blanks;
}

/// A terminal obeys control characters.
std::string withoutControls(llvm::StringRef Line) {
  std::string Text = Line.str();
  std::ranges::replace_if(
      Text,
      [](unsigned char Byte) {
        return (Byte < ' ' && Byte != '\t') || Byte == 0x7f;
      },
      ' ');
  return Text;
}

/// The line of a place with a caret below.
void printLine(Stream &Out, SourceText &Sources, const Place &At) {
  std::optional<llvm::StringRef> Line = Sources.lineOf(At);
  if (!Line || At.Column == 0 || At.Column > Line->size() + 1)
    return;
  Out << withoutControls(*Line) << "\n";
  Out << blanksFor(Line->take_front(At.Column - 1));
  Out.changeColor(Stream::GREEN, true);
  Out << '^';
  Out.resetColor();
  Out << "\n";
}

/// What the fixes within the line of `At` would write, below what they change.
void printFixes(Stream &Out, SourceText &Sources, const Result &R) {
  std::optional<llvm::StringRef> Line = Sources.lineOf(R.At);
  std::string Below;
  std::size_t Reached = 0; // bytes of the line
  for (const Fix &F : R.Fixes) {
    std::optional<Place> At = Sources.placeOf(F.File, F.Offset);
    if (!Line || !At || At->File != R.At.File || At->Line != R.At.Line ||
        At->Column - 1 < Reached || F.Text.empty() ||
        llvm::StringRef(F.Text).contains('\n'))
      continue;
    Below +=
        blanksFor(Line->substr(Reached, At->Column - 1 - Reached)) + F.Text;
    Reached = At->Column - 1 + F.Text.size();
  }
  if (Below.empty())
    return;
  Out.changeColor(Stream::GREEN, false);
  Out << Below;
  Out.resetColor();
  Out << "\n";
}

void printKind(Stream &Out, llvm::StringRef Kind, Stream::Colors Colour) {
  Out.changeColor(Colour, true);
  Out << Kind << ": ";
  Out.resetColor();
}

Stream::Colors colourOf(Level L) {
  switch (L) {
  case Level::Remark:
    return Stream::BLUE;
  case Level::Warning:
    return Stream::MAGENTA;
  case Level::Error:
    return Stream::RED;
  }
  llvm_unreachable("no other level");
}

void printResult(Stream &Out, SourceText &Sources, const Result &R) {
  Out.changeColor(Stream::SAVEDCOLOR, true);
  Out << placeOf(R.At);
  Out.resetColor();
  printKind(Out, nameOf(R.L), colourOf(R.L));
  Out.changeColor(Stream::SAVEDCOLOR, true);
  Out << R.Message << " [" << R.Rule << "]\n";
  Out.resetColor();
  printLine(Out, Sources, R.At);
  printFixes(Out, Sources, R);
  for (const Note &N : R.Notes) {
    Out << placeOf(N.At);
    printKind(Out, "note", Stream::CYAN);
    Out << N.Message << "\n";
    // The advice is often about the place that was shown already.
    if (N.At != R.At)
      printLine(Out, Sources, N.At);
  }
}

} // namespace

void printText(Stream &Out, const Report &All) {
  for (const Result &R : All.Results)
    printResult(Out, All.Sources, R);
}

} // namespace rpc_check

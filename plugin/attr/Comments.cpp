//===- Comments.cpp -------------------------------------------------------===//

#include "attr/Comments.h"
#include "Clang.h"

#include "clang/Basic/SourceManager.h"

#include "llvm/ADT/StringExtras.h"

using namespace clang;
using llvm::StringRef;

namespace rpcgen {
namespace {

constexpr llvm::StringLiteral Marker("rpc-check: ignore=");

bool isRuleCharacter(char C) { return llvm::isAlnum(C) || C == '-'; }

/// Where in the text the line at an offset ends, before its line feed.
std::size_t endOfLine(StringRef Text, std::size_t Offset) {
  return std::min(Text.find('\n', Offset), Text.size());
}

/// The line that a comment speaks of, as offsets of its beginning and end.
std::pair<std::size_t, std::size_t> lineFor(StringRef Text, std::size_t Begin,
                                            std::size_t End) {
  std::size_t Line = Text.rfind('\n', Begin) + 1; // of no line feed, 0
  std::size_t LineEnd = endOfLine(Text, End);
  bool Alone = Text.slice(Line, Begin).trim().empty() &&
               Text.slice(End, LineEnd).trim().empty();
  while (Alone && LineEnd < Text.size()) {
    Line = LineEnd + 1;
    LineEnd = endOfLine(Text, Line);
    Alone = startsWith(Text.slice(Line, LineEnd).trim(), "//");
  }
  return {Line, LineEnd};
}

} // namespace

bool Comments::HandleComment(Preprocessor &, SourceRange Comment) {
  const SourceManager &Sources = PP.getSourceManager();
  auto [File, Begin] = Sources.getDecomposedLoc(Comment.getBegin());
  std::size_t End = Sources.getFileOffset(Comment.getEnd());
  StringRef Text = Sources.getBufferData(File);
  StringRef Written = Text.slice(Begin, End);
  std::size_t At = Written.find(Marker);
  if (At == StringRef::npos)
    return false;

  auto [Line, LineEnd] = lineFor(Text, Begin, End);
  SourceLocation Start = Sources.getLocForStartOfFile(File);
  auto Place = [&](std::size_t Offset) {
    return Location{Start.getLocWithOffset(Offset).getRawEncoding()};
  };
  StringRef Names = Written.drop_front(At + Marker.size());
  do {
    std::size_t Offset = Names.data() - Text.data();
    StringRef Name = Names.take_while(isRuleCharacter);
    Found.push_back({Name.str(), Place(Offset), Place(Line), Place(LineEnd)});
    Names = Names.drop_front(Name.size());
  } while (Names.consume_front(","));
  return false;
}

} // namespace rpcgen

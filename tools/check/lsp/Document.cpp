//===- Document.cpp -------------------------------------------------------===//

#include "lsp/Document.h"

#include "llvm/ADT/StringExtras.h"

#include <algorithm>

namespace rpc_check {

using Json = nlohmann::json;

namespace {

bool isWord(char C) { return llvm::isAlnum(C) || C == '_'; }

/// In UTF-16, of UTF-8.
std::size_t unitsOf(llvm::StringRef Text) {
  std::size_t Units = 0;
  for (unsigned char Byte : Text)
    Units += (Byte & 0xc0) == 0x80 ? 0 : Byte >= 0xf0 ? 2 : 1;
  return Units;
}

/// The word at the position, and the bytes before it in its line.
std::pair<std::string, std::size_t> wordAt(llvm::StringRef Line,
                                           std::size_t Units) {
  std::size_t At = 0;
  while (At < Line.size() && unitsOf(Line.take_front(At)) < Units)
    ++At;
  std::size_t End = At;
  while (At > 0 && isWord(Line[At - 1]))
    --At;
  while (End < Line.size() && isWord(Line[End]))
    ++End;
  return {Line.slice(At, End).str(), At};
}

std::string markdownOf(const Table &T) {
  std::string Text = "**" + T.Title + "**\n\n";
  auto Add = [&](const std::vector<std::string> &Cells) {
    Text += "|";
    for (const std::string &Cell : Cells)
      Text += " " + Cell + " |";
    Text += "\n";
  };
  Add(T.Heads);
  Add(std::vector<std::string>(T.Heads.size(), "---"));
  for (const std::vector<std::string> &Row : T.Rows)
    Add(Row);
  return Text;
}

} // namespace

std::string uriOf(const std::string &File) {
  std::string Uri = "file://";
  for (char C : File)
    if (llvm::isAlnum(C) || llvm::StringRef("/-._~").contains(C))
      Uri += C;
    else
      Uri += '%' + llvm::toHex(llvm::StringRef(&C, 1));
  return Uri;
}

std::string fileOf(const std::string &Uri) {
  llvm::StringRef Rest = Uri;
  if (!Rest.consume_front("file://"))
    return "";
  std::string File;
  for (; !Rest.empty(); Rest = Rest.drop_front())
    if (unsigned Code = 0; Rest.front() == '%' && Rest.size() > 2 &&
                           !Rest.substr(1, 2).getAsInteger(16, Code)) {
      File += static_cast<char>(Code);
      Rest = Rest.drop_front(2);
    } else {
      File += Rest.front();
    }
  return File;
}

/// Of the beginning of a line, which counts from 0.
std::size_t Document::offsetOf(std::size_t Line) const {
  std::size_t Offset = 0;
  for (; Line > 0 && Offset != std::string::npos; --Line)
    if ((Offset = Text.find('\n', Offset)) != std::string::npos)
      ++Offset;
  return std::min(Offset, Text.size());
}

Json Document::positionOf(std::size_t Offset) const {
  const llvm::StringRef Before = llvm::StringRef(Text).take_front(Offset);
  return {{"line", Before.count('\n')},
          {"character", unitsOf(Before.substr(Before.rfind('\n') + 1))}};
}

Json Document::rangeOf(const Place &At) const {
  if (At.Line == 0)
    return {{"start", positionOf(0)}, {"end", positionOf(0)}};
  const std::size_t Begin =
      std::min(offsetOf(At.Line - 1) + At.Column - 1, Text.size());
  std::size_t End = Begin;
  while (End < Text.size() && isWord(Text[End]))
    ++End;
  if (End == Begin && End < Text.size())
    ++End;
  return {{"start", positionOf(Begin)}, {"end", positionOf(End)}};
}

Json Document::diagnosticOf(const Result &R) const {
  Json Notes = Json::array();
  std::string Message = R.Message;
  for (const Note &N : R.Notes) {
    if (N.At.File.empty()) {
      Message += "\n" + N.Message;
      continue;
    }
    // Only the line of other files is known here.
    const Json Where =
        N.At.File == R.At.File
            ? rangeOf(N.At)
            : Json{{"start", {{"line", N.At.Line - 1}, {"character", 0}}},
                   {"end", {{"line", N.At.Line}, {"character", 0}}}};
    Notes.push_back(
        {{"message", N.Message},
         {"location", {{"uri", uriOf(N.At.File)}, {"range", Where}}}});
  }
  return {{"range", rangeOf(R.At)}, {"severity", R.L == Level::Error ? 1 : 2},
          {"code", R.Rule},         {"source", "rpc-check"},
          {"message", Message},     {"relatedInformation", Notes}};
}

Json Document::diagnostics() const {
  Json All = Json::array();
  for (const Result &R : Results)
    if (R.isFinding())
      All.push_back(diagnosticOf(R));
  return All;
}

Json Document::actionsFor(const std::string &File, const Json &Range) const {
  const auto First = Range.at("start").at("line").get<unsigned>() + 1;
  const auto Last = Range.at("end").at("line").get<unsigned>() + 1;
  Json Actions = Json::array();
  for (const Result &R : Results) {
    if (R.At.Line < First || R.At.Line > Last || R.Fixes.empty() ||
        std::ranges::any_of(R.Fixes,
                            [&](const Fix &F) { return F.File != File; }))
      continue;
    Json Edits = Json::array();
    for (const Fix &F : R.Fixes)
      Edits.push_back({{"range",
                        {{"start", positionOf(F.Offset)},
                         {"end", positionOf(F.Offset + F.Length)}}},
                       {"newText", F.Text}});
    const Fix &Main = R.Fixes.front();
    const llvm::StringRef Written = llvm::StringRef(Main.Text).trim();
    const llvm::StringRef Old =
        llvm::StringRef(Text).substr(Main.Offset, Main.Length).trim();
    Actions.push_back(
        {{"title", Written.empty() ? "remove '" + Old.str() + "'"
                                   : "write '" + Written.str() + "'"},
         {"kind", "quickfix"},
         {"isPreferred", true},
         {"diagnostics", {diagnosticOf(R)}},
         {"edit", {{"changes", {{uriOf(File), Edits}}}}}});
  }
  return Actions;
}

Json Document::hoverAt(const Json &Position) const {
  const auto Line = Position.at("line").get<std::size_t>();
  const auto [Word, Before] =
      wordAt(llvm::StringRef(Text).substr(offsetOf(Line)).split('\n').first,
             Position.at("character").get<std::size_t>());
  std::string Found;
  for (const Result &R : Results)
    if (!R.isFinding() && R.At.Line == Line + 1 && R.At.Column == Before + 1)
      Found += R.Message + "\n\n";
  for (const auto &[At, I] : Interfaces)
    for (const Table &T : I.Tables)
      if (!Word.empty() && Word == T.Name)
        Found += markdownOf(T) + "\n";
  if (Found.empty())
    return nullptr;
  return {{"contents", {{"kind", "markdown"}, {"value", Found}}}};
}

} // namespace rpc_check

//===- Markup.cpp ---------------------------------------------------------===//

#include "Markup.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Regex.h"

using llvm::StringRef;

namespace rpc_idl {
namespace {

void replaceAll(std::string &Text, StringRef From, StringRef To) {
  for (std::size_t At = Text.find(From); At != std::string::npos;
       At = Text.find(From, At + To.size()))
    Text.replace(At, From.size(), To);
}

/// Entities, and what word processors put in the place of ASCII.
std::string plain(std::string Text) {
  for (auto [From, To] : std::initializer_list<std::pair<StringRef, StringRef>>{
           {"&lt;", "<"},
           {"&gt;", ">"},
           {"&quot;", "\""},
           {"&#39;", "'"},
           {"&apos;", "'"},
           {"&nbsp;", " "},
           {"&amp;", "&"},
           {"\xC2\xA0", " "},
           {"\xE2\x80\x9C", "\""},
           {"\xE2\x80\x9D", "\""},
           {"\xE2\x80\x98", "'"},
           {"\xE2\x80\x99", "'"},
           {"\xE2\x80\x93", "-"},
           {"\xE2\x80\x8B", ""}})
    replaceAll(Text, From, To);
  return Text;
}

/// "[**client**](#gt_client)" as "client", "\[in\]" as "[in]", and no marks of
/// lists.
std::string withoutMarks(StringRef Line) {
  static llvm::Regex Link("\\[\\**([^]*]*)\\**\\]\\(#[^)]*\\)");
  std::string Text = Line.str();
  llvm::SmallVector<StringRef, 2> Found;
  for (int Links = 0; Links < 100 && Link.match(Text, &Found); ++Links)
    Text.replace(static_cast<std::size_t>(Found[0].data() - Text.data()),
                 Found[0].size(), Found[1].str());
  StringRef Rest = StringRef(Text).ltrim(' ');
  if (Rest.starts_with("- "))
    Text = Rest.drop_front(2).str();
  std::string Result;
  for (std::size_t I = 0; I < Text.size(); ++I) {
    bool Escapes = Text[I] == '\\' && I + 1 < Text.size() &&
                   StringRef("[]*_<>#~|{}().!-").contains(Text[I + 1]);
    if (!Escapes)
      Result += Text[I];
  }
  return Result;
}

} // namespace

std::vector<MarkupLine> readMarkdown(StringRef Text) {
  std::vector<MarkupLine> Result;
  llvm::SmallVector<StringRef, 0> Lines;
  Text.split(Lines, '\n');
  for (StringRef Line : Lines) {
    Line = Line.rtrim();
    if (Line.starts_with("<a id") || Line.ltrim().starts_with("```"))
      continue;
    std::size_t Level = Line.find_first_not_of('#');
    if (Level != 0 && Level < 7 && Level < Line.size() && Line[Level] == ' ')
      Result.push_back(
          {static_cast<unsigned>(Level), Line.drop_front(Level).trim().str()});
    else
      Result.push_back({0, plain(withoutMarks(Line))});
  }
  return Result;
}

std::vector<MarkupLine> readHtml(StringRef Text) {
  std::vector<MarkupLine> Result;
  MarkupLine Line;
  bool IsHidden = false; // of a script or style
  auto End = [&] {
    Line.Text = plain(std::move(Line.Text));
    Result.push_back(std::exchange(Line, {}));
  };
  while (!Text.empty()) {
    if (Text.front() == '<') {
      auto [Tag, Rest] = Text.drop_front().split('>');
      Text = Rest;
      std::string Name =
          Tag.take_while([](char C) { return C == '/' || llvm::isAlnum(C); })
              .lower();
      if (Name == "script" || Name == "style")
        IsHidden = true;
      else if (Name == "/script" || Name == "/style")
        IsHidden = false;
      bool IsHeading = Name.size() == 2 && Name[0] == 'h' && Name[1] >= '1' &&
                       Name[1] <= '6';
      bool EndsHeading = Name.size() == 3 && Name.starts_with("/h");
      if (IsHeading || EndsHeading || Name == "br" || Name == "p" ||
          Name == "/p" || Name == "pre" || Name == "/pre" || Name == "dd" ||
          Name == "dt" || Name == "div" || Name == "/div" || Name == "li") {
        if (!Line.Text.empty() || EndsHeading)
          End();
        if (IsHeading)
          Line.Heading = static_cast<unsigned>(Name[1] - '0');
      }
      continue;
    }
    char C = Text.front();
    Text = Text.drop_front();
    if (C == '\n' && Line.Heading == 0)
      End();
    else if (!IsHidden && C != '\r')
      Line.Text += C == '\n' ? ' ' : C;
  }
  End();
  return Result;
}

namespace {

/// The value in "<w:pStyle w:val="Heading2"/>".
StringRef valueOf(StringRef Tag) {
  return Tag.split("w:val=\"").second.split('"').first;
}

/// The level of a heading that a paragraph's property makes it; 0 for none.
unsigned headingOf(StringRef Name, StringRef Tag) {
  unsigned Level = 0;
  StringRef Value = valueOf(Tag);
  if (Name == "w:outlineLvl" && !Value.getAsInteger(10, Level))
    return Level < 9 ? Level + 1 : 0;
  if (Name == "w:pStyle" && Value.consume_front_insensitive("heading"))
    return Value.trim().getAsInteger(10, Level) ? 0 : Level;
  return 0;
}

} // namespace

std::vector<MarkupLine> readWord(StringRef Text) {
  std::vector<MarkupLine> Result;
  MarkupLine Line;
  unsigned Hidden = 0; // inside of what is shown elsewhere
  auto End = [&] {
    Line.Text = plain(std::move(Line.Text));
    Result.push_back(std::exchange(Line, {Line.Heading, ""}));
  };
  while (!Text.empty()) {
    Text = Text.drop_front(std::min(Text.find('<'), Text.size()));
    auto [Tag, Rest] = Text.drop_front(Text.empty() ? 0 : 1).split('>');
    Text = Rest;
    const StringRef Name = Tag.take_until(
        [](char C) { return C == ' ' || C == '\n' || C == '\r'; });
    const StringRef Element = Name.trim('/');
    if (Element == "w:moveFrom" || Element == "mc:Fallback") {
      if (Tag.starts_with("/"))
        Hidden -= Hidden != 0;
      else
        Hidden += !Tag.ends_with("/");
    } else if (Hidden != 0) {
      continue;
    } else if (Name == "w:p" || Name == "w:p/") {
      Line = {};
      if (Tag.ends_with("/"))
        End();
    } else if (Name == "/w:p") {
      End();
    } else if (Name == "w:t") {
      auto [Words, After] = Text.split('<');
      Line.Text += Words;
      Text = Rest.drop_front(Words.size());
    } else if (Name == "w:tab/") { // others are stops
      Line.Text += "    ";
    } else if (Name == "w:noBreakHyphen/") {
      Line.Text += '-';
    } else if (Element == "w:br" || Element == "w:cr") {
      if (Line.Heading == 0)
        End();
      else
        Line.Text += ' ';
    } else if (unsigned Level = headingOf(Element, Tag)) {
      Line.Heading = Level;
    }
  }
  return Result;
}

} // namespace rpc_idl

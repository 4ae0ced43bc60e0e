//===- Html.cpp - a page with a sequence diagram --------------------------===//
//
// Each item is an arrow between the two ends of its connection, from the one
// that sent it, and opens to its bytes and fields in matching colours.
//
//===----------------------------------------------------------------------===//
#include "Hex.h"
#include "Output.h"

#include <algorithm>
#include <array>
#include <ostream>

using namespace dump;

namespace {

constexpr const char *Head = R"(<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>rpc-dump</title>
<style>
:root { color-scheme: light dark; --line: #8888; --problem: #c62828; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
code, pre, td { font-family: ui-monospace, monospace; font-size: 13px; }
header { display: flex; justify-content: space-between; position: sticky; top: 0; padding: .3rem 0; background: Canvas; font-weight: 600; }
details { border: solid var(--line); border-width: 0 2px; padding: .3rem 1rem; }
summary { position: relative; list-style: none; cursor: pointer; text-align: center; border-bottom: 2px solid; margin-bottom: .3rem; }
summary::after { content: ""; position: absolute; right: 1px; bottom: -6px; width: 8px; height: 8px; border: solid; border-width: 2px 2px 0 0; transform: rotate(45deg); }
.back > summary::after { right: auto; left: 1px; transform: rotate(-135deg); }
.here > summary { border-bottom-style: dotted; }
.here > summary::after { content: none; }
.problem > summary { color: var(--problem); }
p.problem { color: var(--problem); margin: .3rem 0; }
pre { white-space: pre-wrap; margin: .4rem 0; }
[style] { background: hsl(var(--hue) 80% 50% / .25); }
table { border-collapse: collapse; margin: .4rem 0 1rem; }
td { text-align: left; vertical-align: top; padding: .1rem .8rem .1rem .3rem; }
small { opacity: .7; }
</style>
)";

std::string escaped(std::string_view Text) {
  std::string Result;
  for (const char Each : Text)
    switch (Each) {
    case '&':
      Result += "&amp;";
      break;
    case '<':
      Result += "&lt;";
      break;
    case '>':
      Result += "&gt;";
      break;
    case '"':
      Result += "&quot;";
      break;
    default:
      Result += Each;
    }
  return Result;
}

/// Which the server sends, where no address tells who sent a PDU.
constexpr std::array<std::string_view, 6> Answers{
    "response", "fault",    "bind_ack",
    "bind_nak", "shutdown", "alter_context_resp"};

class HtmlOutput final : public Output {
public:
  explicit HtmlOutput(std::ostream &To) : Out(To) { Out << Head; }

  void begin(const Heading &What) override {
    Title = What.Kind;
    std::string_view Stream, Way;
    for (const auto &[Name, Value] : What.Facts) {
      if (Name == "stream")
        Stream = Value;
      else
        Title.append(" ").append(Name).append("=").append(Value);
      if (Name == "type" || Name == "direction")
        Way = Value;
    }
    IsMessage = !Way.empty();
    IsBack =
        findEnds(Stream) ||
        (Stream.empty() && std::ranges::find(Answers, Way) != Answers.end());
  }

  void row(const Row &Field) override {
    const std::string Colour = "style=\"--hue:" + std::to_string(Hue) + "\"";
    Hue = (Hue + 67) % 360; // neighbours differ, and few are alike
    if (!Field.Bytes.empty())
      Bytes.append("<span " + Colour + " title=\"" + escaped(Field.Name) +
                   "\">" + toHex(Field.Bytes) + "</span> ");
    Fields.append("<tr><td>" + std::to_string(Field.Offset) + "<td" +
                  (Field.Bytes.empty() ? "" : " " + Colour) + ">" +
                  escaped(Field.Name) + "<td>" + escaped(Field.Value) + "\n");
  }

  void end() override {
    Out << "<details class=\""
        << (!IsMessage ? "here"
            : IsBack   ? "back"
                       : "forth")
        << (Found.empty() ? "" : " problem") << "\"><summary>" << escaped(Title)
        << "</summary>\n"
        << Found;
    if (!Bytes.empty())
      Out << "<pre>" << Bytes << "</pre>\n";
    if (!Fields.empty())
      Out << "<table>\n" << Fields << "</table>\n";
    Out << "</details>\n";
    Bytes.clear();
    Fields.clear();
    Found.clear();
    Hue = 0;
  }

private:
  void printProblem(std::size_t Offset, std::string_view Text) override {
    Found.append("<p class=\"problem\">" + std::to_string(Offset) +
                 ": error: " + escaped(Text) + "</p>\n");
  }

  /// Whether a stream, "A>B", is that of the end on the right. The ends are
  /// named where they are others than before: the one that sends first is on
  /// the left.
  bool findEnds(std::string_view Stream) {
    const std::size_t Between = Stream.find('>');
    if (Between == Stream.npos)
      return false;
    const std::string From(Stream.substr(0, Between)),
        To(Stream.substr(Between + 1));
    if (From == Right && To == Left)
      return true;
    if (From != Left || To != Right)
      Out << "<header><span>" << escaped(From) << "</span><span>" << escaped(To)
          << "</span></header>\n";
    Left = From;
    Right = To;
    return false;
  }

  std::ostream &Out;
  std::string Left, Right;
  // Of the item:
  std::string Title, Bytes, Fields, Found;
  bool IsMessage = false;
  bool IsBack = false;
  unsigned Hue = 0;
};

} // namespace

std::unique_ptr<Output> dump::makeHtmlOutput(std::ostream &To) {
  return std::make_unique<HtmlOutput>(To);
}

//===- Html.cpp - a page for readers --------------------------------------===//

#include "Formats.h"
#include "Words.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"

#include <algorithm>

namespace rpc_check {
namespace {

using Stream = llvm::raw_ostream;

constexpr unsigned Around = 2; ///< lines before and after that of a finding

constexpr const char *Head = R"(<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>rpc-check</title>
<style>
:root { color-scheme: light dark; --rule: #8884; --error: #c62828; --warning: #b26a00; --remark: #1565c0; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
code, pre, td:first-child { font-family: ui-monospace, monospace; font-size: 13px; }
pre { overflow-x: auto; margin: .4rem 0; padding: .5rem; border: 1px solid var(--rule); border-radius: 4px; }
article { border-left: 4px solid var(--warning); padding-left: .8rem; margin: 1.2rem 0; }
article.error { border-color: var(--error); }
article.remark { border-color: var(--remark); }
mark { background: #fd06; color: inherit; }
table { border-collapse: collapse; margin: .5rem 0 1.2rem; }
caption { text-align: left; font-weight: 600; white-space: nowrap; }
th, td { text-align: left; vertical-align: top; padding: .15rem .8rem .15rem 0; border-top: 1px solid var(--rule); white-space: pre-line; }
th { font-weight: 400; opacity: .7; }
small { opacity: .7; }
</style>
)";

std::string escaped(llvm::StringRef Text) {
  std::string Result;
  llvm::raw_string_ostream Out(Result);
  llvm::printHTMLEscaped(Text, Out);
  return Result;
}

std::string placeOf(const Place &At) {
  return At.File.empty() ? "" : At.File + ":" + std::to_string(At.Line);
}

void printSource(Stream &Out, SourceText &Sources, const Place &At) {
  if (!Sources.lineOf(At))
    return;
  Out << "<pre>";
  Place Each = At;
  for (Each.Line = At.Line > Around ? At.Line - Around : 1;
       Each.Line <= At.Line + Around; ++Each.Line)
    if (auto Line = Sources.lineOf(Each)) {
      const char *Tag = Each.Line == At.Line ? "mark" : "span";
      Out << "<" << Tag << ">" << llvm::format("%5u", Each.Line) << "  "
          << escaped(*Line) << "</" << Tag << ">\n";
    }
  Out << "</pre>\n";
}

void printResult(Stream &Out, const Report &All, const Result &R) {
  Out << "<article class=\"" << nameOf(R.L) << "\"><b>" << nameOf(R.L)
      << "</b> " << escaped(R.Message) << " <code>" << R.Rule
      << "</code><br><small>" << escaped(placeOf(R.At)) << "</small>\n";
  printSource(Out, All.Sources, R.At);
  for (const Note &N : R.Notes)
    Out << "<div>note: " << escaped(N.Message) << " <small>"
        << escaped(placeOf(N.At)) << "</small></div>\n";
  Out << "</article>\n";
}

void printRow(Stream &Out, const char *Tag,
              const std::vector<std::string> &Cells) {
  Out << "<tr>";
  for (const std::string &Cell : Cells)
    Out << "<" << Tag << ">" << escaped(Cell);
  Out << "\n";
}

void printTable(Stream &Out, const Table &T) {
  Out << "<table><caption>" << escaped(T.Title) << "</caption>\n";
  printRow(Out, "th", T.Heads);
  for (const std::vector<std::string> &Row : T.Rows)
    printRow(Out, "td", Row);
  Out << "</table>\n";
}

} // namespace

void printHtml(Stream &Out, const Report &All) {
  const auto Findings = static_cast<std::size_t>(
      std::ranges::count_if(All.Results, &Result::isFinding));
  Out << Head << "<h1>rpc-check</h1>\n<p>"
      << plural(All.Checked.size(), "file", "files") << ", "
      << plural(Findings, "finding", "findings") << "</p>\n";
  if (!All.Results.empty())
    Out << "<h2>Findings</h2>\n";
  for (const Result &R : All.Results)
    printResult(Out, All, R);
  for (const auto &[At, Each] : All.Interfaces) {
    Out << "<h2>" << escaped(Each.Name) << "</h2>\n<p>" << Each.Identity
        << "<br><small>" << escaped(placeOf(At)) << "</small></p>\n";
    for (const Table &T : Each.Tables)
      printTable(Out, T);
  }
}

} // namespace rpc_check

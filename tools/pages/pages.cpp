//===- pages.cpp - documentation from the tables --------------------------===//
//
// pages DOCS         writes DOCS/attributes, but for the text below the table
// of
//                    each page, and the index of DOCS/rules
// pages --rules      lists all that is reported: name, summary, level and what
//                    finds it, with tabs between
//
// The pages are checked in; a test fails if they are not what this prints.
//
//===----------------------------------------------------------------------===//

#include "model/AttributeTable.h"
#include "rules/Rules.h"

#include <cctype>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <span>
#include <string>

using namespace rpcgen;

namespace {

/// Identifiers keep their case.
bool isIdentifier(std::string_view Word) {
  return findAttribute(Word) || Word.find_first_of("_:") != Word.npos;
}

std::string sentence(std::string_view Summary) {
  std::string Text(Summary);
  if (!isIdentifier(Summary.substr(0, Summary.find_first_of(" ,"))))
    Text.front() = static_cast<char>(std::toupper(Text.front()));
  return Text + ".";
}

/// "`range(low, high)`", "`version(major)` or `version(major, minor)`"
std::string describeForms(const AttributeRow &Row) {
  const Arguments &A = Row.Takes;
  auto Written = [&](std::size_t Count) {
    std::string Text;
    for (std::size_t I = 0; I < Count; ++I)
      Text += (I ? ", " : "") + std::string(A.Names[I]);
    if (A.Maximum == Arguments::AnyNumber)
      Text += ", ...";
    return "`" + std::string(Row.Name) +
           (Text.empty() ? "" : "(" + Text + ")") + "`";
  };
  if (A.Maximum == Arguments::AnyNumber)
    return Written(1);
  std::string Text;
  for (std::size_t Count = A.Minimum; Count <= A.Maximum; ++Count)
    Text += (Text.empty() ? "" : " or ") + Written(Count);
  return Text;
}

std::string describeKind(const Arguments &A) {
  switch (A.Kind) {
  case ArgumentKind::Nothing:
    return "";
  case ArgumentKind::Expression:
    return "an expression over the parameters or fields next to the "
           "declaration";
  case ArgumentKind::Constant:
    return "an integer constant";
  case ArgumentKind::Word:
    return "a name or a literal";
  case ArgumentKind::TypeName:
    return "a type";
  case ArgumentKind::PointerKind:
  case ArgumentKind::Allocating:
  case ArgumentKind::ProtectionLevel:
    break;
  }
  std::string Text;
  const std::span<const std::string_view> Words = wordsOf(A.Kind);
  for (const std::string_view &Word : Words)
    Text += (Text.empty()             ? ""
             : &Word == &Words.back() ? " or "
                                      : ", ") +
            ("`" + std::string(Word) + "`");
  return Text;
}

/// "`range(low, high)`: each is an integer constant"
std::string describeArguments(const AttributeRow &Row) {
  const Arguments &A = Row.Takes;
  if (A.Kind == ArgumentKind::Nothing)
    return "none";
  return describeForms(Row) + (A.Maximum > 1 ? ": each is " : ": ") +
         describeKind(A);
}

std::string linkExclusions(const AttributeRow &Row) {
  std::string Text;
  for (const AttributeRow &Other : attributeTable())
    if (exclude(Row.Kind, Other.Kind))
      Text += (Text.empty() ? "[" : ", [") + std::string(Other.Name) + "](" +
              std::string(Other.Name) + ".md)";
  return Text.empty() ? "nothing" : Text;
}

std::string describeStatus(const AttributeRow &Row) {
  switch (Row.Supported.Since) {
  case Stage::Now:
    return "supported";
  case Stage::Checked:
    return "judged by rules; stubs are not supported yet";
  case Stage::Later:
    break;
  }
  return "not supported yet: " + std::string(Row.Supported.Instead);
}

constexpr std::string_view EndOfHead = " |\n\n";

/// What people have written below the table.
std::string proseOf(const std::filesystem::path &Page) {
  std::ifstream File(Page, std::ios::binary);
  const std::string Text(std::istreambuf_iterator<char>(File), {});
  const std::size_t End = Text.find(EndOfHead);
  return End == Text.npos ? "" : Text.substr(End + EndOfHead.size() - 1);
}

std::string attributePage(const AttributeRow &Row, const std::string &Prose) {
  return "# " + std::string(Row.Name) + "\n\n" + sentence(Row.Summary) +
         "\n\n```cpp\n" + std::string(Row.Example) +
         "\n```\n\n| | |\n|---|---|\n" + "| Applies to | " +
         describePlaces(Row.Places) + " |\n" + "| Arguments | " +
         describeArguments(Row) + " |\n" + "| Excludes | " +
         linkExclusions(Row) + " |\n" + "| Status | " + describeStatus(Row) +
         " |\n" + Prose;
}

std::string attributeIndex() {
  std::string Text = "# Attributes\n\nAll are in namespace rpc: "
                     "`[[rpc::in]]`, `[[using rpc: in, size_is(n)]]`.\n\n"
                     "Those of an alias hold wherever it is used, in arguments "
                     "of `std::vector` and its like too.\n"
                     "C++ forgets aliases in arguments of other templates.\n\n"
                     "| Attribute | Meaning | Status |\n|---|---|---|\n";
  for (const AttributeRow &Row : attributeTable())
    Text += "| [" + std::string(Row.Name) + "](" + std::string(Row.Name) +
            ".md) | " + sentence(Row.Summary) + " | " +
            (Row.Supported.Since == Stage::Now       ? "supported"
             : Row.Supported.Since == Stage::Checked ? "checked"
                                                     : "later") +
            " |\n";
  return Text;
}

/// A row of an index: the name, which links to its page, the summary, and what
/// else there is.
std::string indexRow(const Rule &R, const std::string &More) {
  return "| [" + std::string(R.Name) + "](" + std::string(R.Name) + ".md) | " +
         sentence(R.Summary) + " |" + (More.empty() ? "" : " ") + More + "\n";
}

std::string describeLevel(const Rule &R) {
  return R.Level == Severity::Error     ? "error"
         : R.Level == Severity::Warning ? "warning"
                                        : "off";
}

std::string ruleRows(Finder By) {
  std::string Text;
  for (const Rule *R : allRules())
    if (R->By == By)
      Text +=
          indexRow(*R, By == Finder::Stages ? "" : describeLevel(*R) + " |");
  return Text;
}

std::string ruleIndex() {
  std::string Text =
      "# Rules\n\nWhat the compiler finds, by the name at the end "
      "of its message. Rules that are off report as\nwarnings once they are "
      "asked to.\n\n"
      "| Rule | What it finds | Level |\n|---|---|---|\n";
  Text +=
      ruleRows(Finder::Rules) +
      "\n## Implementations\n\nWhat rpc-check finds in functions that "
      "implement operations and\nin calls of clients, and the compiler with "
      "`-fplugin-arg-rpcgen-bodies`.\n\n"
      "| Rule | What it finds | Level |\n|---|---|---|\n" +
      ruleRows(Finder::Bodies);
  Text +=
      "\n## Levels and suppressions\n\n"
      "| Write | It means |\n|---|---|\n"
      "| `-fplugin-arg-rpcgen-Wno-out-unique` | the rule is off |\n"
      "| `-fplugin-arg-rpcgen-Wout-unique` | it is on again: an error, or else "
      "a warning |\n"
      "| `-fplugin-arg-rpcgen-Werror=out-unique` | it is an error |\n"
      "| `[[rpc::suppress(\"out-unique\")]]` on any declaration | the rule "
      "finds nothing in it |\n"
      "| `// rpc-check: ignore=out-unique` | it finds nothing on this line, "
      "or, "
      "if the comment has the line to itself, on the next one |\n\n"
      "`-Werror`, `-w` and system headers are honoured. Stubs cannot be made "
      "of what is an error by default, silenced or not\n"
      "([stubs-withheld](stubs-withheld.md)). A comment is not there any more "
      "in preprocessed sources and precompiled\nheaders; the attribute is.\n\n"
      "## Problems\n\n"
      "Before and after the rules run, by the same kind of name:\n\n"
      "| Problem | What is found |\n|---|---|\n";
  return Text + ruleRows(Finder::Stages);
}

const char *finderOf(const Rule &R) {
  switch (R.By) {
  case Finder::Rules:
    return "interface";
  case Finder::Bodies:
    return "implementation";
  case Finder::Stages:
    break;
  }
  return "stage";
}

bool write(const std::filesystem::path &Path, const std::string &Text) {
  std::filesystem::create_directories(Path.parent_path());
  std::ofstream File(Path, std::ios::binary);
  File << Text;
  File.close();
  if (!File)
    std::cerr << "pages: cannot write " << Path << "\n";
  return File.good();
}

bool writePages(const std::filesystem::path &Docs) {
  bool Written = write(Docs / "attributes/README.md", attributeIndex()) &&
                 write(Docs / "rules/README.md", ruleIndex());
  for (const AttributeRow &Row : attributeTable()) {
    const auto Page = Docs / "attributes" / (std::string(Row.Name) + ".md");
    Written = Written && write(Page, attributePage(Row, proseOf(Page)));
  }
  return Written;
}

} // namespace

int main(int Count, char **Arguments) {
  std::string_view What = Count == 2 ? Arguments[1] : "";
  if (What == "--rules")
    for (const Rule *R : allRules())
      std::cout << R->Name << '\t' << sentence(R->Summary) << '\t'
                << describeLevel(*R) << '\t' << finderOf(*R) << '\n';
  else if (std::filesystem::is_directory(What))
    return writePages(What) ? 0 : 1;
  else {
    std::cerr << "usage: pages DOCS | pages --rules\n";
    return 2;
  }
}

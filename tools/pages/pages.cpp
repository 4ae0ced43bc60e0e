//===- pages.cpp - documentation from the tables --------------------------===//
//
// pages DOCS         writes DOCS/attributes and the index of DOCS/rules
// pages --rules      lists the rules: name, tab, summary, tab, level
// pages --problems   lists what else may be wrong: name, tab, summary
//
// The pages are checked in; a test fails if they are not what this prints.
//
//===----------------------------------------------------------------------===//

#include "attr/Table.h"
#include "model/Problem.h"
#include "rules/Rules.h"

#include <cctype>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

using namespace rpcgen;

namespace {

std::string sentence(std::string_view Summary) {
  std::string Text(Summary);
  Text.front() = static_cast<char>(std::toupper(Text.front()));
  return Text + ".";
}

std::string describeCount(const AttributeRow &Row) {
  if (Row.Maximum == AnyNumber)
    return std::to_string(Row.Minimum) + " or more ";
  if (Row.Minimum == Row.Maximum)
    return std::to_string(Row.Minimum) + " ";
  return std::to_string(Row.Minimum) + " to " + std::to_string(Row.Maximum) +
         " ";
}

std::string describeArguments(const AttributeRow &Row) {
  switch (Row.Arguments) {
  case ArgumentKind::None:
    return "none";
  case ArgumentKind::Expressions:
    return describeCount(Row) +
           "expressions over the parameters or fields beside it";
  case ArgumentKind::Constants:
    return describeCount(Row) + "integer constants";
  case ArgumentKind::TypeName:
    return "a type";
  case ArgumentKind::Words:
    break;
  }
  if (Row.Choices.empty())
    return describeCount(Row) + "words, numbers or strings";
  return describeCount(Row) + "of: " + std::string(Row.Choices);
}

std::string linkExclusions(const AttributeRow &Row) {
  std::string Text;
  for (const AttributeRow &Other : attributeTable())
    if (holds(Row.Exclusions, Other.Name) || holds(Other.Exclusions, Row.Name))
      Text += (Text.empty() ? "[" : ", [") + std::string(Other.Name) + "](" +
              std::string(Other.Name) + ".md)";
  return Text.empty() ? "nothing" : Text;
}

std::string describeStatus(const AttributeRow &Row) {
  return Row.Status == Support::Now ? "supported"
         : Row.Status == Support::Checked
             ? "checked by rules; stubs are an error until they are built"
             : "known, and an error until it is built";
}

std::string attributePage(const AttributeRow &Row) {
  return "# " + std::string(Row.Name) + "\n\n" + sentence(Row.Summary) +
         "\n\n```cpp\n" + std::string(Row.Example) +
         "\n```\n\n| | |\n|---|---|\n" + "| Stands on | " +
         describePlaces(Row.Places) + " |\n" + "| Arguments | " +
         describeArguments(Row) + " |\n" + "| Excludes | " +
         linkExclusions(Row) + " |\n" + "| Status | " + describeStatus(Row) +
         " |\n";
}

std::string attributeIndex() {
  std::string Text = "# Attributes\n\nAll stand in the namespace rpc: "
                     "`[[rpc::in]]`, `[[using rpc: in, size_is(n)]]`.\n\n"
                     "Those of an alias are inherited wherever it is written, "
                     "as an argument of `std::vector` and its like as\nwell. "
                     "C++ forgets aliases in arguments of other templates.\n\n"
                     "| Attribute | Meaning | Status |\n|---|---|---|\n";
  for (const AttributeRow &Row : attributeTable())
    Text += "| [" + std::string(Row.Name) + "](" + std::string(Row.Name) +
            ".md) | " + sentence(Row.Summary) + " | " +
            (Row.Status == Support::Now       ? "supported"
             : Row.Status == Support::Checked ? "checked"
                                              : "later") +
            " |\n";
  return Text;
}

/// A row of an index: the name, which links to its page, the summary, and what
/// else there is.
template <class Entry>
std::string indexRow(const Entry &E, const std::string &More) {
  return "| [" + std::string(E.Name) + "](" + std::string(E.Name) + ".md) | " +
         sentence(E.Summary) + " |" + (More.empty() ? "" : " ") + More + "\n";
}

std::string describeLevel(const Rule &R) {
  return R.Level == Severity::Error     ? "error"
         : R.Level == Severity::Warning ? "warning"
                                        : "off";
}

std::string ruleRows(bool OfBodies) {
  std::string Text;
  for (const Rule *R : allRules())
    if (R->OfBodies == OfBodies)
      Text += indexRow(*R, describeLevel(*R) + " |");
  return Text;
}

std::string ruleIndex() {
  std::string Text =
      "# Rules\n\nWhat the compiler finds, by the name that stands at the end "
      "of its message. Rules that are off report as\nwarnings once they are "
      "asked to.\n\n"
      "| Rule | What it asks for | Level |\n|---|---|---|\n";
  Text +=
      ruleRows(false) +
      "\n## Implementations\n\nWhat rpc-check finds in functions that "
      "implement operations and\nin calls of clients, and the compiler with "
      "`-fplugin-arg-rpcgen-bodies`.\n\n"
      "| Rule | What it asks for | Level |\n|---|---|---|\n" +
      ruleRows(true);
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
      "| Problem | What is asked for |\n|---|---|\n";
  for (const Problem &P : AllProblems)
    Text += indexRow(P, "");
  return Text;
}

template <class Entry> std::string listed(const Entry &E) {
  return std::string(E.Name) + '\t' + sentence(E.Summary);
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
  for (const AttributeRow &Row : attributeTable())
    Written =
        Written && write(Docs / "attributes" / (std::string(Row.Name) + ".md"),
                         attributePage(Row));
  return Written;
}

} // namespace

int main(int Count, char **Arguments) {
  if (Count != 2) {
    std::cerr << "usage: pages DOCS | pages --rules | pages --problems\n";
    return 2;
  }
  std::string_view What = Arguments[1];
  if (What == "--rules")
    for (const Rule *R : allRules())
      std::cout << listed(*R) << '\t' << describeLevel(*R) << '\t'
                << (R->OfBodies ? "implementation" : "interface") << '\n';
  else if (What == "--problems")
    for (const Problem &P : AllProblems)
      std::cout << listed(P) << '\n';
  else
    return writePages(What) ? 0 : 1;
}

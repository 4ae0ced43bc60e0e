//===- pages.cpp - documentation from the tables --------------------------===//
//
// pages DOCS         writes DOCS/attributes and the index of DOCS/rules
// pages --rules      lists the rules: name, tab, summary
// pages --problems   lists what else may be wrong, likewise
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
                     "| Attribute | Meaning | Status |\n|---|---|---|\n";
  for (const AttributeRow &Row : attributeTable())
    Text += "| [" + std::string(Row.Name) + "](" + std::string(Row.Name) +
            ".md) | " + sentence(Row.Summary) + " | " +
            (Row.Status == Support::Now ? "supported" : "later") + " |\n";
  return Text;
}

/// A row of an index: the name, which links to its page, and the summary.
template <class Entry> std::string indexRow(const Entry &E) {
  return "| [" + std::string(E.Name) + "](" + std::string(E.Name) + ".md) | " +
         sentence(E.Summary) + " |\n";
}

std::string ruleIndex() {
  std::string Text = "# Rules\n\nWhat the compiler rejects, by the name that "
                     "stands at the end of its message.\n\n"
                     "| Rule | What it asks for |\n|---|---|\n";
  for (const Rule *R : allRules())
    Text += indexRow(*R);
  Text += "\nBefore and after the rules run, by the same kind of name:\n\n"
          "| Problem | What is asked for |\n|---|---|\n";
  for (const Problem &P : AllProblems)
    Text += indexRow(P);
  return Text;
}

template <class Entry> void list(const Entry &E) {
  std::cout << E.Name << '\t' << sentence(E.Summary) << '\n';
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
      list(*R);
  else if (What == "--problems")
    for (const Problem &P : AllProblems)
      list(P);
  else
    return writePages(What) ? 0 : 1;
}

//===- Printer.cpp --------------------------------------------------------===//
#include "emit/Printer.h"

#include <algorithm>
#include <stdexcept>

using namespace rpcgen;

namespace {

constexpr std::size_t LongestList = 64; ///< Columns of a list on one line.

std::string_view lookUp(std::string_view Name,
                        std::initializer_list<Value> Values) {
  for (const auto &[Key, Text] : Values)
    if (Key == Name)
      return Text;
  throw std::logic_error("template names no value '" + std::string(Name) + "'");
}

void appendIndented(std::string &Out, std::string_view Text,
                    std::string_view Indentation) {
  for (char C : Text) {
    if (C != '\n' && !Out.empty() && Out.back() == '\n')
      Out += Indentation;
    Out += C;
  }
}

/// Without its line break.
std::string printLine(std::string_view Line,
                      std::initializer_list<Value> Values) {
  auto Indentation =
      Line.substr(0, std::min(Line.find_first_not_of(' '), Line.size()));
  std::string Out;
  while (!Line.empty()) {
    auto Begin = Line.find('$');
    Out += Line.substr(0, Begin);
    if (Begin == std::string_view::npos)
      break;
    auto End = Line.find('$', Begin + 1);
    if (End == std::string_view::npos)
      throw std::logic_error("template has a lone '$'");
    appendIndented(Out, lookUp(Line.substr(Begin + 1, End - Begin - 1), Values),
                   Indentation);
    Line.remove_prefix(End + 1);
  }
  return Out;
}

} // namespace

std::string rpcgen::print(std::string_view Template,
                          std::initializer_list<Value> Values) {
  if (Template.starts_with('\n'))
    Template.remove_prefix(1);
  std::string Out;
  while (!Template.empty()) {
    auto End = Template.find('\n');
    auto Line = Template.substr(0, End);
    std::string Printed = printLine(Line, Values);
    bool Vanished = Line.find('$') != std::string_view::npos &&
                    Printed.find_first_not_of(' ') == std::string::npos;
    if (!Vanished)
      Out += Printed;
    if (!Vanished && End != std::string_view::npos && !Printed.ends_with('\n'))
      Out += '\n';
    if (End == std::string_view::npos)
      break;
    Template.remove_prefix(End + 1);
  }
  return Out;
}

std::string rpcgen::join(const std::vector<std::string> &Texts,
                         std::string_view Separator) {
  std::string Out;
  for (const std::string &Text : Texts) {
    if (&Text != &Texts.front())
      Out += Separator;
    Out += Text;
  }
  return Out;
}

std::string rpcgen::list(const std::vector<std::string> &Items) {
  std::string Line = join(Items, ", ");
  if (Line.size() <= LongestList)
    return Line;
  return "\n    " + join(Items, ",\n    ");
}

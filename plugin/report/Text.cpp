//===- Text.cpp -----------------------------------------------------------===//

#include "report/Text.h"

#include <cctype>

using namespace rpcgen;

namespace {

bool isSpace(char C) { return std::isspace(static_cast<unsigned char>(C)); }
bool isOfWord(char C) {
  return C == '_' || std::isalnum(static_cast<unsigned char>(C));
}

std::size_t skipSpace(std::string_view Text, std::size_t At) {
  while (At < Text.size() && isSpace(Text[At]))
    ++At;
  return At;
}
std::size_t skipSpaceBack(std::string_view Text, std::size_t At) {
  while (At > 0 && isSpace(Text[At - 1]))
    --At;
  return At;
}

/// After the parenthesis that closes the one at the offset; nothing if none
/// does.
std::optional<std::size_t> skipParentheses(std::string_view Text,
                                           std::size_t At) {
  unsigned Depth = 0;
  for (char Quote = 0; At < Text.size(); ++At) {
    const char C = Text[At];
    if (Quote) {
      if (C == '\\')
        ++At;
      else if (C == Quote)
        Quote = 0;
    } else if (C == '"' || C == '\'') {
      Quote = C;
    } else if (C == '(') {
      ++Depth;
    } else if (C == ')' && --Depth == 0) {
      return At + 1;
    }
  }
  return std::nullopt;
}

} // namespace

std::optional<Part> rpcgen::attributeAt(std::string_view Text,
                                        std::size_t Name) {
  static constexpr std::string_view Namespace = "rpc::";
  if (!Text.substr(0, Name).ends_with(Namespace))
    return std::nullopt;
  const std::size_t Begin = Name - Namespace.size();
  std::size_t End = Name;
  while (End < Text.size() && isOfWord(Text[End]))
    ++End;
  if (const std::size_t Next = skipSpace(Text, End);
      Text.substr(Next).starts_with('(')) {
    const std::optional<std::size_t> Closed = skipParentheses(Text, Next);
    if (!Closed)
      return std::nullopt;
    End = *Closed;
  }

  const std::size_t Before = skipSpaceBack(Text, Begin);
  const std::size_t Next = skipSpace(Text, End);
  if (Text.substr(Next).starts_with(','))
    return Part{Begin, skipSpace(Text, Next + 1)};
  if (Text.substr(0, Before).ends_with(','))
    return Part{Before - 1, End};
  if (Text.substr(0, Before).ends_with("[[") &&
      Text.substr(Next).starts_with("]]"))
    return Part{Before - 2, skipSpace(Text, Next + 2)};
  return std::nullopt;
}

std::optional<Part> rpcgen::ruleAt(std::string_view Text, std::size_t At) {
  const std::size_t Begin = Text.substr(At).starts_with('"') ? At + 1 : At;
  std::size_t End = Begin;
  while (End < Text.size() && (isOfWord(Text[End]) || Text[End] == '-'))
    ++End;
  return End == Begin ? std::nullopt : std::optional(Part{Begin, End});
}

std::optional<Part> rpcgen::operatorAt(std::string_view Text,
                                       std::size_t Word) {
  std::size_t End = Word;
  while (End < Text.size() && isOfWord(Text[End]))
    ++End;
  auto SkipBlanks = [&](std::size_t At) {
    return std::min(Text.find_first_not_of(" \t", At), Text.size());
  };
  std::size_t Next = SkipBlanks(End);
  if (Text.substr(Next).starts_with("[")) {
    Next = SkipBlanks(Next + 1);
    if (!Text.substr(Next).starts_with("]"))
      return std::nullopt;
    Next = SkipBlanks(Next + 1);
  }
  return Part{Word, Next};
}

std::optional<Part> rpcgen::constBefore(std::string_view Text,
                                        std::size_t Type) {
  static constexpr std::string_view Word = "const";
  const std::size_t End = skipSpaceBack(Text, Type);
  if (End == Type || !Text.substr(0, End).ends_with(Word))
    return std::nullopt;
  const std::size_t Begin = End - Word.size();
  if (Begin > 0 && isOfWord(Text[Begin - 1]))
    return std::nullopt;
  return Part{Begin, Type};
}

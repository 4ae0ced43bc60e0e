//===- Arguments.cpp ------------------------------------------------------===//

#include "attr/Arguments.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using llvm::ArrayRef;
using llvm::StringRef;

namespace rpcgen {
namespace {

std::string describeCount(const AttributeRow &Row) {
  if (Row.Minimum == Row.Maximum)
    return Row.Minimum == 1
               ? "takes one argument"
               : "takes " + std::to_string(Row.Minimum) + " arguments";
  if (Row.Maximum == AnyNumber)
    return "takes at least " +
           std::string(Row.Minimum == 1
                           ? "one argument"
                           : std::to_string(Row.Minimum) + " arguments");
  return "takes " + std::to_string(Row.Minimum) + " to " +
         std::to_string(Row.Maximum) + " arguments";
}

std::string describeChoices(std::string_view Choices) {
  llvm::SmallVector<StringRef, 4> Words;
  StringRef(Choices).split(Words, ' ');
  return "takes " + llvm::join(llvm::drop_end(Words), ", ") + " or " +
         Words.back().str();
}

/// An identifier, qualified or not, or one or more literals.
bool isWord(ArrayRef<ArgumentToken> Argument) {
  return llvm::all_of(Argument, [](const ArgumentToken &T) {
    return llvm::isAlnum(T.Text.front()) || T.Text.front() == '_' ||
           T.Text.back() == '"' || T.Text == "::";
  });
}

} // namespace

std::vector<ArrayRef<ArgumentToken>>
splitArguments(ArrayRef<ArgumentToken> Tokens) {
  std::vector<ArrayRef<ArgumentToken>> Result;
  if (Tokens.empty())
    return Result;
  unsigned Depth = 0;
  std::size_t Begin = 0;
  for (std::size_t I = 0; I < Tokens.size(); ++I) {
    StringRef Text = Tokens[I].Text;
    if (Text == "(" || Text == "[" || Text == "{")
      ++Depth;
    else if (Text == ")" || Text == "]" || Text == "}")
      --Depth;
    else if (Text == "," && Depth == 0) {
      Result.push_back(Tokens.slice(Begin, I - Begin));
      Begin = I + 1;
    }
  }
  Result.push_back(Tokens.drop_front(Begin));
  return Result;
}

std::string wordOf(ArrayRef<ArgumentToken> Argument) {
  std::string Word;
  for (const ArgumentToken &T : Argument) {
    StringRef Text = T.Text;
    if (Text.size() >= 2 && Text.front() == '"' && Text.back() == '"')
      Text = Text.drop_front().drop_back();
    Word += Text;
  }
  return Word;
}

std::string checkArguments(const WrittenAttribute &Attribute,
                           const AttributeRow &Row) {
  if (!Attribute.Closed)
    return "lacks a bracket that closes its arguments";
  if (Row.Arguments == ArgumentKind::None)
    return Attribute.HasParentheses ? "takes no arguments" : "";

  auto Arguments = splitArguments(Attribute.Arguments);
  if (Arguments.size() < Row.Minimum ||
      (Arguments.size() > Row.Maximum && Row.Maximum != AnyNumber))
    return describeCount(Row);

  auto IsGap = [](ArrayRef<ArgumentToken> A) { return A.empty(); };
  if (Row.Arguments == ArgumentKind::Expressions)
    return !Arguments.empty() && llvm::all_of(Arguments, IsGap)
               ? "has gaps and no argument"
               : "";
  if (llvm::any_of(Arguments, IsGap))
    return "has an empty argument";
  if (Row.Arguments != ArgumentKind::Words)
    return "";

  for (ArrayRef<ArgumentToken> Argument : Arguments) {
    if (!isWord(Argument))
      return "takes names and literals, no expressions";
    if (!Row.Choices.empty() && !holds(Row.Choices, wordOf(Argument)))
      return describeChoices(Row.Choices);
  }
  return "";
}

} // namespace rpcgen

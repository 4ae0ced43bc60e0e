//===- Arguments.cpp ------------------------------------------------------===//

#include "attr/Arguments.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using llvm::ArrayRef;
using llvm::StringRef;

namespace rpcgen {
namespace {

std::string describeCount(const Arguments &Row) {
  if (Row.Minimum == Row.Maximum)
    return Row.Minimum == 1
               ? "takes one argument"
               : "takes " + std::to_string(Row.Minimum) + " arguments";
  if (Row.Maximum == Arguments::AnyNumber)
    return "takes at least " +
           std::string(Row.Minimum == 1
                           ? "one argument"
                           : std::to_string(Row.Minimum) + " arguments");
  return "takes " + std::to_string(Row.Minimum) + " to " +
         std::to_string(Row.Maximum) + " arguments";
}

std::string describeWords(std::span<const std::string_view> Words) {
  return "takes " + llvm::join(Words.first(Words.size() - 1), ", ") + " or " +
         std::string(Words.back());
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
  const Arguments &Takes = Row.Takes;
  if (Takes.Kind == ArgumentKind::Nothing)
    return Attribute.HasParentheses ? "takes no arguments" : "";

  const auto Given = splitArguments(Attribute.Arguments);
  if (Given.size() < Takes.Minimum ||
      (Given.size() > Takes.Maximum && Takes.Maximum != Arguments::AnyNumber))
    return describeCount(Takes);

  auto IsGap = [](ArrayRef<ArgumentToken> A) { return A.empty(); };
  if (Takes.Kind == ArgumentKind::Expression)
    return !Given.empty() && llvm::all_of(Given, IsGap)
               ? "has gaps and no argument"
               : "";
  if (llvm::any_of(Given, IsGap))
    return "has an empty argument";
  if (Takes.Kind == ArgumentKind::Constant ||
      Takes.Kind == ArgumentKind::TypeName)
    return "";

  const std::span<const std::string_view> Words = wordsOf(Takes.Kind);
  for (ArrayRef<ArgumentToken> Argument : Given) {
    if (!isWord(Argument))
      return "takes names and literals, no expressions";
    if (!Words.empty() && !llvm::is_contained(Words, wordOf(Argument)))
      return describeWords(Words);
  }
  return "";
}

} // namespace rpcgen

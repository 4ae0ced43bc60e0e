//===- Quotes.cpp - cpp-quote ---------------------------------------------===//
//
// A text for C compilers may define macros. A function that it declared would
// be an operation; what it includes or hides is about headers of Windows.
//
//===----------------------------------------------------------------------===//

#include "idl/Walk.h"
#include "idl/lower/Lower.h"

#include <algorithm>
#include <cctype>

namespace rpcgen::idl {

namespace {

/// "X" of "#define X(n) 1"
std::string secondWord(const std::string &Text) {
  auto IsWord = [](unsigned char C) { return std::isalnum(C) || C == '_'; };
  auto At = std::find(Text.begin(), Text.end(), '#');
  At = std::find_if(At, Text.end(), [](unsigned char C) { return C == ' '; });
  At = std::find_if(At, Text.end(), IsWord);
  return {At, std::find_if_not(At, Text.end(), IsWord)};
}

} // namespace

void lowerQuotes(Program &P, Unit &U) {
  // Of the C preprocessor around what is quoted: the name in "#ifndef X", "?"
  // for others, "" for one that has been defined, as guards are.
  std::vector<std::string> Conditions;
  forEachItem(U.Tree.Items, [&](Item &I, Interface *) {
    auto *Q = std::get_if<Quote>(&I.Is);
    if (!Q)
      return;
    std::size_t First = Q->Text.find_first_not_of(" \t");
    if (First == std::string::npos)
      return;
    auto Begins = [&](const char *With) {
      return std::string_view(Q->Text).substr(First).starts_with(With);
    };
    if (Begins("#endif") && !Conditions.empty())
      Conditions.pop_back();
    const std::string Name = secondWord(Q->Text);
    const bool IsConditional =
        std::ranges::any_of(Conditions, [&](const std::string &Unless) {
          return !Unless.empty() && Unless != Name;
        });
    if (Begins("#if"))
      Conditions.push_back(Begins("#ifndef ") ? Name : "?");
    else if (Begins("#define ") && !IsConditional && !Conditions.empty())
      Conditions.back().clear();
    // What goes on in the next one would hide what is after it.
    bool GoesOn = Q->Text.ends_with("\\");
    while (GoesOn && (Q->Text.ends_with("\\") || Q->Text.ends_with(" ")))
      Q->Text.pop_back();
    bool IsWhole = Q->Text.find("*/") != std::string::npos;
    if (!GoesOn && ((Begins("#define ") && !IsConditional) || Begins("//") ||
                    (Begins("/*") && IsWhole)))
      return;
    Q->IsComment = true;
    P.remark(I.Loc, "cpp-quote", "this text for C compilers is a comment");
  });
}

} // namespace rpcgen::idl

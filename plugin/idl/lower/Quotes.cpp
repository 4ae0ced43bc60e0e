//===- Quotes.cpp - cpp-quote ---------------------------------------------===//
//
// A text for C compilers may define macros. A function that it declared would
// be an operation; what it includes or hides is about headers of Windows.
//
//===----------------------------------------------------------------------===//

#include "idl/Walk.h"
#include "idl/lower/Lower.h"

namespace rpcgen::idl {

void lowerQuotes(Program &P, Unit &U) {
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
    // What goes on in the next one would hide what is after it.
    bool GoesOn = Q->Text.ends_with("\\");
    while (GoesOn && (Q->Text.ends_with("\\") || Q->Text.ends_with(" ")))
      Q->Text.pop_back();
    bool IsWhole = Q->Text.find("*/") != std::string::npos;
    if (!GoesOn &&
        (Begins("#define ") || Begins("//") || (Begins("/*") && IsWhole)))
      return;
    Q->IsComment = true;
    P.remark(I.Loc, "cpp-quote", "this text for C compilers is a comment");
  });
}

} // namespace rpcgen::idl

//===- Attributes.cpp - "[in, size_is(n)]" --------------------------------===//

#include "idl/Parser.h"

#include <algorithm>
#include <set>

namespace rpcgen::idl {

const Attribute *find(const Attributes &In, std::string_view Name) {
  auto Found = std::ranges::find(In, Name, &Attribute::Name);
  return Found == In.end() ? nullptr : &*Found;
}

void remove(Attributes &From, std::string_view Name) {
  std::erase_if(From, [&](const Attribute &A) { return A.Name == Name; });
}

/// Any number of lists.
Attributes Parser::parseAttributes() {
  Attributes Result;
  while (take("[")) {
    while (!at("]") && !Failed) {
      if (take(","))
        continue;
      Result.push_back(parseAttribute());
      if (!at("]") && !at(","))
        fail("',' or ']'", "after an attribute");
    }
    expect("]", "after the attributes");
  }
  return Result;
}

Attribute Parser::parseAttribute() {
  Location Loc = peek().Loc;
  Attribute Result{Loc, expectWord("the name of an attribute")};
  if (take("(")) {
    parseArguments(Result);
    expect(")", "after the arguments of an attribute");
  }
  return Result;
}

void Parser::parseArguments(Attribute &Into) {
  static const std::set<std::string> OfExpressions = {
      "size_is", "max_is", "min_is",    "length_is", "first_is",
      "last_is", "case",   "switch_is", "range",     "byte_count"};
  static const std::set<std::string> OfTypes = {"switch_type", "transmit_as",
                                                "represent_as", "wire_marshal"};
  if (OfTypes.count(Into.Name)) {
    Into.Named = parseType();
    while (take("*"))
      Into.Named = nullptr;
    Into.Text = Into.Named ? Into.Named->Name : "";
  } else if (OfExpressions.count(Into.Name)) {
    do {
      if (at(".")) // the second one of ".."
        next();
      // "*" is an unknown size.
      if (at("*") && (at(",", 1) || at(")", 1)))
        next();
      bool IsEmpty = at(",") || at(")");
      Into.Arguments.push_back(IsEmpty ? Expr() : parseExpr());
    } while (take(",") || take("."));
  } else {
    Into.Text = parseRaw();
  }
}

/// Up to the ")" that closes what is around it. Words are apart by a space,
/// and nothing else is, so that a uuid is as it was.
std::string Parser::parseRaw() {
  std::string Result;
  bool AfterWord = false;
  for (int Open = 0; peek().K != Token::Kind::End; next()) {
    const Token &T = peek();
    if (T.is(")") && Open-- == 0)
      break;
    Open += T.is("(");
    bool IsWord = T.K == Token::Kind::Word || T.K == Token::Kind::String;
    if (AfterWord && IsWord)
      Result += ' ';
    Result += T.Text;
    AfterWord = IsWord;
  }
  return Result;
}

} // namespace rpcgen::idl

//===- Expressions.cpp - constants and sizes ------------------------------===//

#include "idl/Parser.h"

#include <map>
#include <set>

namespace rpcgen::idl {
namespace {

/// The precedence of a binary operator; 0 of any other token.
int strengthOf(const Token &T) {
  static const std::map<std::string, int> Strengths = {
      {"||", 1}, {"&&", 2}, {"|", 3},  {"^", 4},  {"&", 5},
      {"==", 6}, {"!=", 6}, {"<", 7},  {">", 7},  {"<=", 7},
      {">=", 7}, {"<<", 8}, {">>", 8}, {"+", 9},  {"-", 9},
      {"*", 10}, {"/", 10}, {"%", 10}, {".", 12}, {"->", 12}};
  auto Found = Strengths.find(T.Text);
  return T.K == Token::Kind::Mark && Found != Strengths.end() ? Found->second
                                                              : 0;
}

bool isBaseWord(const Token &T) {
  static const std::set<std::string> Words = {
      "unsigned", "signed", "long",    "short",   "int",     "char",
      "small",    "hyper",  "wchar_t", "byte",    "boolean", "__int64",
      "__int32",  "float",  "double",  "__int16", "__int8",  "__int3264",
      "struct",   "enum",   "union",   "const"};
  return T.K == Token::Kind::Word && Words.count(T.Text);
}

} // namespace

Expr Parser::parseExpr() {
  const Nesting Guard(*this);
  Expr Condition = parseBinary(1);
  if (!at("?"))
    return Condition;
  Location Loc = next().Loc;
  Expr Result{Expr::Kind::Conditional, Loc, "?"};
  Result.Operands.push_back(std::move(Condition));
  Result.Operands.push_back(parseExpr());
  expect(":", "in a conditional expression");
  Result.Operands.push_back(parseExpr());
  return Result;
}

Expr Parser::parseBinary(int Least) {
  Expr Left = parseUnary();
  while (int Strength = strengthOf(peek())) {
    if (Strength < Least || (at(".") && at(".", 1)))
      break;
    const Token &Operator = next();
    Expr Result{Expr::Kind::Binary, Operator.Loc, Operator.Text};
    Result.Operands.push_back(std::move(Left));
    Result.Operands.push_back(parseBinary(Strength + 1));
    Left = std::move(Result);
  }
  return Left;
}

/// Whether "(" begins a cast: "(long)", or "(NAME)" and an operand after it.
bool Parser::isCast() const {
  if (isBaseWord(peek(1)))
    return true;
  if (peek(1).K != Token::Kind::Word)
    return false;
  std::size_t I = 2;
  while (at("*", I))
    ++I;
  if (!at(")", I))
    return false;
  const Token &After = peek(I + 1);
  return I > 2 || After.K == Token::Kind::Word ||
         After.K == Token::Kind::Number || After.is("(") || After.is("~");
}

Expr Parser::parseUnary() {
  const Nesting Guard(*this);
  static const std::set<std::string> Operators = {"*", "-", "+", "~", "!", "&"};
  const Token &First = peek();
  if (First.K == Token::Kind::Mark && Operators.count(First.Text)) {
    next();
    Expr Result{Expr::Kind::Unary, First.Loc, First.Text};
    Result.Operands.push_back(parseUnary());
    return Result;
  }
  if (First.is("sizeof") && at("(", 1)) {
    next();
    next();
    Expr Result{Expr::Kind::Sizeof, First.Loc, ""};
    Result.Named = parseType();
    while (take("*"))
      Result.Text += "*";
    expect(")", "after the type");
    return Result;
  }
  if (First.is("(") && isCast()) {
    next();
    Expr Result{Expr::Kind::Cast, First.Loc, "", {}, parseType()};
    while (take("*"))
      Result.Text += "*";
    expect(")", "after the type of a cast");
    Result.Operands.push_back(parseUnary());
    return Result;
  }
  return parsePrimary();
}

Expr Parser::parsePrimary() {
  const Token &First = peek();
  Expr Result{Expr::Kind::Literal, First.Loc, First.Text};
  switch (First.K) {
  case Token::Kind::Number:
  case Token::Kind::Character:
    next();
    return Result;
  case Token::Kind::String:
    next();
    while (peek().K == Token::Kind::String)
      Result.Text += " " + next().Text;
    return Result;
  case Token::Kind::Word:
    next();
    Result.K = Expr::Kind::Name;
    break;
  case Token::Kind::Mark:
  case Token::Kind::Macro:
  case Token::Kind::End:
    if (!take("(")) {
      fail("an expression", "");
      return Result;
    }
    Result = parseExpr();
    expect(")", "after an expression");
    return Result;
  }
  if (take("(")) {
    Expr Call{Expr::Kind::Call, First.Loc, First.Text};
    while (!at(")") && !Failed) {
      Call.Operands.push_back(parseExpr());
      if (!take(","))
        break;
    }
    expect(")", "after the arguments");
    return Call;
  }
  while (take("[")) {
    Expr Index{Expr::Kind::Index, First.Loc, "[]"};
    Index.Operands.push_back(std::move(Result));
    Index.Operands.push_back(parseExpr());
    expect("]", "after an index");
    Result = std::move(Index);
  }
  return Result;
}

} // namespace rpcgen::idl

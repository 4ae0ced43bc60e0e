//===- Expressions.cpp - precedence climbing over captured tokens ---------===//

#include "read/Expressions.h"
#include "read/Literals.h"

#include "clang/AST/Decl.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

#include <utility>

using llvm::ArrayRef;
using llvm::StringRef;

namespace rpcgen {
namespace {

using Kind = Expression::Kind;

/// Of the binary operators; 0 for everything else.
unsigned precedence(StringRef Operator) {
  return llvm::StringSwitch<unsigned>(Operator)
      .Cases("*", "/", "%", 10)
      .Cases("+", "-", 9)
      .Cases("<<", ">>", 8)
      .Cases("<", ">", "<=", ">=", 7)
      .Cases("==", "!=", 6)
      .Case("&", 5)
      .Case("^", 4)
      .Case("|", 3)
      .Case("&&", 2)
      .Case("||", 1)
      .Default(0);
}

/// Why a token that no expression here can hold is wrong; "" for others.
StringRef objection(StringRef Token) {
  return llvm::StringSwitch<StringRef>(Token)
      .Cases("++", "--", "++ and -- are not allowed")
      .Cases("=", "+=", "-=", "*=", "/=", "assignments are not allowed")
      .Cases(
          "%=", "&=", "|=", "^=", "<<=", ">>=", "assignments are not allowed")
      .Cases(".", "->", "[", "only parameters or fields beside it can be named")
      .Case("(", "calls are not allowed")
      .Case("{", "braces are not allowed")
      .Case("&", "addresses are not allowed")
      .Case(",", "the comma operator is not allowed")
      .Default("");
}

bool isName(StringRef Token) {
  return llvm::isAlpha(Token.front()) || Token.front() == '_' ||
         static_cast<unsigned char>(Token.front()) >= 0x80;
}

class Parser {
public:
  Parser(ArrayRef<ArgumentToken> Tokens, const Names &Known)
      : Tokens(Tokens), Known(Known) {}

  Expression parseAll() {
    if (Tokens.size() > MaximumLength)
      return fail("the expression is too long");
    Expression Result = parseConditional();
    if (!Failure && !atEnd())
      failAtToken("'" + text().str() + "' is not expected here");
    return Failure ? *Failure : Result;
  }

private:
  bool atEnd() const { return Next == Tokens.size(); }
  StringRef text() const { return atEnd() ? "" : StringRef(Tokens[Next].Text); }
  Location here() const {
    const ArgumentToken &T = Tokens[std::min(Next, Tokens.size() - 1)];
    return {T.Loc.getRawEncoding()};
  }
  bool consume(StringRef Token) {
    bool Same = !atEnd() && text() == Token;
    Next += Same;
    return Same;
  }

  /// Only the first failure counts; the rest follows from it.
  Expression fail(std::string Why) {
    if (!Failure) {
      Failure.emplace();
      Failure->K = Kind::Invalid;
      Failure->Name = std::move(Why);
      Failure->Loc = here();
    }
    Next = Tokens.size();
    return *Failure;
  }

  /// The token here is wrong; Otherwise says why if it is not wrong anywhere.
  Expression failAtToken(std::string Otherwise) {
    StringRef Why = atEnd() ? "" : objection(text());
    return fail(Why.empty() ? std::move(Otherwise) : Why.str());
  }

  Expression parseConditional() {
    Expression Condition = parseBinary(1);
    Location Loc = here();
    if (!consume("?"))
      return Condition;
    Expression Then = parseConditional();
    if (!consume(":"))
      return failAtToken("':' is missing");
    Expression Else = parseConditional();
    return Expression{Kind::Conditional,
                      0,
                      "",
                      0,
                      "?:",
                      {std::move(Condition), std::move(Then), std::move(Else)},
                      Loc};
  }

  Expression parseBinary(unsigned Lowest) {
    Expression Left = parseUnary();
    while (unsigned Level = precedence(text())) {
      if (Level < Lowest)
        break;
      std::string Operator = text().str();
      Location Loc = here();
      ++Next;
      Expression Right = parseBinary(Level + 1);
      Left = Expression{Kind::Binary,
                        0,
                        "",
                        0,
                        std::move(Operator),
                        {std::move(Left), std::move(Right)},
                        Loc};
    }
    return Left;
  }

  Expression parseUnary() {
    if (++Depth > MaximumDepth)
      return fail("the expression nests too deeply");
    Expression Result = parseUnaryOperator();
    --Depth;
    return Result;
  }

  Expression parseUnaryOperator() {
    StringRef Operator = text();
    Location Loc = here();
    if (Operator == "-" || Operator == "~" || Operator == "!" ||
        Operator == "+") {
      ++Next;
      return {Kind::Unary, 0, "", 0, Operator.str(), {parseUnary()}, Loc};
    }
    if (consume("*")) {
      Expression Pointer = parseUnary();
      if (Pointer.K != Kind::Operand && Pointer.K != Kind::Unknown)
        return fail("'*' needs a parameter or field");
      ++Pointer.Dereferences;
      return Pointer;
    }
    if (consume("sizeof"))
      return parseSizeof(Loc);
    return parsePrimary();
  }

  Expression parseSizeof(Location Loc) {
    std::size_t Begin = Next;
    if (!consume("("))
      return fail("sizeof needs parentheses");
    for (unsigned Open = 1; Open > 0; ++Next) {
      if (atEnd())
        return fail("')' is missing");
      Open += (text() == "(") - (text() == ")");
    }
    auto Inside = Tokens.slice(Begin + 1, Next - Begin - 2);
    clang::QualType Q = Known.type(Inside);
    if (Q.isNull() && Inside.size() == 1)
      if (const auto *Sibling = Known.sibling(Inside.front().Text))
        Q = Sibling->getType();
    std::optional<std::int64_t> Size;
    if (!Q.isNull())
      Size = Known.sizeOf(Q);
    Next = Size ? Next : Begin + 1;
    return Size ? literal(*Size, Loc)
                : fail("sizeof is not of a type with a size");
  }

  Expression parsePrimary() {
    if (atEnd())
      return fail("an operand is missing");
    Location Loc = here();
    StringRef Token = text();
    if (Token == "(") {
      ++Next;
      Expression Inner = parseConditional();
      if (!consume(")"))
        return failAtToken("')' is missing");
      return atOperand() ? fail("casts are not allowed") : Inner;
    }
    if (Token == "true" || Token == "false") {
      ++Next;
      return literal(Token == "true", Loc);
    }
    if (Token.back() == '\'')
      return parseLiteral(characterLiteral(Token), Loc);
    if (llvm::isDigit(Token.front()) || Token.front() == '.')
      return parseLiteral(integerLiteral(Token), Loc);
    if (isName(Token) || Token == "::")
      return parseName();
    return failAtToken("'" + Token.str() + "' is not expected here");
  }

  Expression parseLiteral(std::optional<std::int64_t> Value, Location Loc) {
    if (!Value)
      return fail("'" + text().str() + "' is not an integer of 63 bits");
    ++Next;
    return literal(*Value, Loc);
  }

  Expression parseName() {
    Location Loc = here();
    std::size_t Begin = Next;
    consume("::");
    do {
      if (atEnd() || !isName(text()))
        return fail("a name is missing");
      ++Next;
    } while (consume("::"));
    auto Name = Tokens.slice(Begin, Next - Begin);
    if (StringRef Why = objection(text());
        !Why.empty() && text() != "&" && text() != ",")
      return fail(Why.str());

    Expression Result;
    Result.Loc = Loc;
    for (const ArgumentToken &T : Name)
      Result.Name += T.Text;
    if (Name.size() == 1 && Known.sibling(Name.front().Text))
      Result.K = Kind::Operand;
    else if (auto Value = Known.constant(Name))
      return literal(*Value, Loc);
    else
      Result.K = Kind::Unknown;
    return Result;
  }

  bool atOperand() const {
    return !atEnd() &&
           (isName(text()) || llvm::isDigit(text().front()) || text() == "(");
  }

  static Expression literal(std::int64_t Value, Location Loc) {
    Expression Result;
    Result.Value = Value;
    Result.Loc = Loc;
    return Result;
  }

  // Whoever walks the tree later recurses as deep.
  static constexpr unsigned MaximumDepth = 200;
  static constexpr std::size_t MaximumLength = 500;

  ArrayRef<ArgumentToken> Tokens;
  const Names &Known;
  std::size_t Next = 0;
  unsigned Depth = 0;
  std::optional<Expression> Failure;
};

} // namespace

Expression readExpression(ArrayRef<ArgumentToken> Tokens, const Names &Known) {
  return Parser(Tokens, Known).parseAll();
}

} // namespace rpcgen

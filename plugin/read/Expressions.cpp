//===- Expressions.cpp - precedence climbing over captured tokens ---------===//

#include "read/Expressions.h"
#include "read/Literals.h"
#include "read/NullTests.h"
#include "read/OperandTypes.h"
#include "read/Operators.h"

#include "clang/AST/Decl.h"

#include "llvm/ADT/StringExtras.h"

#include <utility>

using clang::QualType;
using llvm::ArrayRef;
using llvm::StringRef;

namespace rpcgen {
namespace {

using Kind = Expression::Kind;

/// The null pointer in E, which only null tests may have; null without one.
const Expression *findNullPointer(const Expression &E) {
  if (isNullPointer(E))
    return &E;
  for (const Expression &Part : E.Operands)
    if (const Expression *Found = findNullPointer(Part))
      return Found;
  return nullptr;
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
    if (const Expression *Null = Failure ? nullptr : findNullPointer(Result))
      failAt(Null->Loc, "a null pointer is not an integer");
    return Failure ? *Failure : Result;
  }

private:
  bool atEnd() const { return Next == Tokens.size(); }
  StringRef text() const { return text(Next); }
  StringRef text(std::size_t At) const {
    return At < Tokens.size() ? usualName(Tokens[At].Text) : "";
  }
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
  Expression fail(std::string Why) { return failAt(here(), std::move(Why)); }

  Expression failAt(Location Loc, std::string Why) {
    if (!Failure) {
      Failure.emplace();
      Failure->K = Kind::Invalid;
      Failure->Name = std::move(Why);
      Failure->Loc = Loc;
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
    return operation(Kind::Conditional, "?:",
                     {condition(std::move(Condition), Known), std::move(Then),
                      std::move(Else)},
                     Loc);
  }

  Expression parseBinary(unsigned Lowest) {
    Expression Left = parseUnary();
    while (unsigned Level = precedenceOf(text())) {
      if (Level < Lowest)
        break;
      std::string Operator = text().str();
      Location Loc = here();
      ++Next;
      Expression Right = parseBinary(Level + 1);
      Left = binary(std::move(Left), std::move(Operator), std::move(Right), Loc,
                    Known);
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
      Expression Inner = parseUnary();
      if (Operator == "!")
        Inner = condition(std::move(Inner), Known);
      return operation(Kind::Unary, Operator.str(), {std::move(Inner)}, Loc);
    }
    if (consume("*")) {
      return dereference(parseUnary());
    }
    if (consume("sizeof"))
      return parseSizeof(Loc);
    return parsePostfix();
  }

  Expression dereference(Expression Pointer) {
    if (Pointer.K != Kind::Operand && Pointer.K != Kind::Unknown)
      return fail("'*' needs a parameter or field");
    ++Pointer.Dereferences;
    return Pointer;
  }

  /// a[0] is *a.
  Expression parsePostfix() {
    Expression Result = parsePrimary();
    while (consume("[")) {
      Expression Index = parseConditional();
      if (Index.K != Kind::Literal || Index.Value != 0)
        return fail("of an array only the first element can be named");
      if (!consume("]"))
        return failAtToken("']' is missing");
      Result = dereference(std::move(Result));
    }
    return Result;
  }

  /// The token after the bracket that closes the one at `At`.
  std::size_t endOfBrackets(std::size_t At) const {
    unsigned Open = 0;
    do {
      StringRef T = text(At);
      Open += T == "(" || T == "[" || T == "{";
      Open -= T == ")" || T == "]" || T == "}";
    } while (++At < Tokens.size() && Open > 0);
    return At;
  }

  Expression parseSizeof(Location Loc) {
    std::size_t Begin = Next;
    while (text() == "*")
      ++Next;
    Next = text() == "(" ? endOfBrackets(Next) : endOfName(Next);
    while (text() == "[")
      Next = endOfBrackets(Next);
    QualType Q = typeOfOperand(Tokens.slice(Begin, Next - Begin), Known);
    if (!Q.isNull())
      if (auto Size = Known.sizeOf(Q))
        return literal(*Size, Loc);
    return failAt(Loc, "sizeof is not of a type with a size");
  }

  /// The token after a name, qualified or not; `At` itself if there is no name.
  std::size_t endOfName(std::size_t At) const {
    std::size_t End = At + (text(At) == "::");
    while (End < Tokens.size() && isName(text(End))) {
      At = ++End;
      if (text(End++) != "::")
        break;
    }
    return At;
  }

  /// What parentheses or angle brackets here hold, if that is a type.
  QualType typeInBrackets(std::size_t End) const {
    auto Inside = Tokens.slice(Next + 1, End - Next - 2);
    bool Hidden = Inside.size() == 1 && Known.sibling(Inside.front().Text);
    return End < Next + 3 || Hidden ? QualType() : Known.type(Inside);
  }

  Expression cast(QualType To, Expression E, Location Loc) {
    if (To->isPointerType() && E.K == Kind::Literal && E.Value == 0)
      return nullPointer(Loc);
    if (const auto *Enumeration = To->getAs<clang::EnumType>())
      To = Enumeration->getDecl()->getIntegerType();
    if (To.isNull() || !To->isIntegerType())
      return failAt(Loc, "casts are to integers only");
    bool Truth = To->isBooleanType();
    Expression Result =
        operation(Kind::Cast, "",
                  {Truth ? condition(std::move(E), Known) : std::move(E)}, Loc);
    Result.Bits = Truth ? 1 : 8 * Known.sizeOf(To).value_or(8);
    // A char is unsigned on the wire, and so it is here.
    Result.Signed = To->isSignedIntegerType() && !To->isCharType();
    if (To->isSpecificBuiltinType(clang::BuiltinType::SChar))
      Result.Signed = true;
    return Result;
  }

  /// static_cast<T>(e), after the keyword.
  Expression parseStaticCast(Location Loc) {
    std::size_t End = Next;
    while (End < Tokens.size() && text(End) != ">")
      ++End;
    bool Closed = text() == "<" && End < Tokens.size();
    QualType To = Closed ? typeInBrackets(End + 1) : QualType();
    if (To.isNull())
      return fail("static_cast needs a type");
    Next = End + 1;
    if (text() != "(")
      return failAtToken("'(' is missing");
    return parseFunctionalCast(To, Loc);
  }

  /// T(e) or T{e}, after the type.
  Expression parseFunctionalCast(QualType To, Location Loc) {
    StringRef Closer = text() == "{" ? "}" : ")";
    ++Next;
    Expression Inner = parseConditional();
    if (!consume(Closer))
      return failAtToken("'" + Closer.str() + "' is missing");
    return cast(To, std::move(Inner), Loc);
  }

  Expression parseParentheses(Location Loc) {
    std::size_t End = endOfBrackets(Next);
    if (QualType To = typeInBrackets(End); !To.isNull()) {
      Next = End;
      return cast(To, parseUnary(), Loc);
    }
    ++Next;
    Expression Inner = parseConditional();
    if (!consume(")"))
      return failAtToken("')' is missing");
    return Inner;
  }

  Expression parsePrimary() {
    if (atEnd())
      return fail("an operand is missing");
    Location Loc = here();
    StringRef Token = text();
    if (Token == "(")
      return parseParentheses(Loc);
    if (consume("static_cast"))
      return parseStaticCast(Loc);
    if (consume("nullptr") || consume("__null") || consume("NULL"))
      return nullPointer(Loc);
    if (Token == "true" || Token == "false") {
      ++Next;
      return literal(Token == "true", Loc);
    }
    if (Token.back() == '"')
      return fail("'" + Token.str() + "' is a string; write it without quotes");
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
    auto Name = Tokens.slice(Next, endOfName(Next) - Next);
    Next += Name.size();
    if (Name.empty() || text() == "::")
      return fail("a name is missing");

    Expression Result;
    Result.Loc = Loc;
    for (const ArgumentToken &T : Name)
      Result.Name += T.Text;
    if (Result.Name == "std::nullopt" || Result.Name == "::std::nullopt")
      return nullPointer(Loc);
    if (Name.size() == 1 && Known.sibling(Name.front().Text)) {
      Result.K = Kind::Operand;
      return text() == "(" || text() == "{" ? failAtToken("") : Result;
    }
    if (text() == "(" || text() == "{")
      if (QualType To = Known.type(Name); !To.isNull())
        return parseFunctionalCast(To, Loc);
    if (StringRef Why = objection(text());
        !Why.empty() && text() != "&" && text() != ",")
      return fail(Why.str());
    if (auto Value = Known.constant(Name)) {
      Expression Constant = literal(*Value, Loc);
      if (const clang::EnumDecl *E = Known.enumeration(Name))
        Constant.Enumeration = {E->getLocation().getRawEncoding()};
      return Constant;
    }
    Result.K = Kind::Unknown;
    return Result;
  }

  static Expression operation(Kind K, std::string Operator,
                              std::vector<Expression> Operands, Location Loc) {
    Expression Result;
    Result.K = K;
    Result.Operator = std::move(Operator);
    Result.Operands = std::move(Operands);
    Result.Loc = Loc;
    return Result;
  }

  static Expression literal(std::int64_t Value, Location Loc) {
    Expression Result;
    Result.Value = Value;
    Result.Loc = Loc;
    return Result;
  }

  // What walks the tree later recurses as deep.
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

//===- Expressions.cpp ----------------------------------------------------===//
#include "emit/Expressions.h"

#include "emit/Declare.h"

#include <algorithm>
#include <cstdint>

using namespace rpcgen;

namespace {

class ExpressionPrinter {
public:
  explicit ExpressionPrinter(const Scope &In) : S(In) {}

  std::string print(const Expression &E) const {
    switch (E.K) {
    case Expression::Kind::Literal:
      return checked(literal(E.Value));
    case Expression::Kind::Operand:
      return operand(E);
    case Expression::Kind::Unary:
      return E.Operator + operandOf(E);
    case Expression::Kind::Binary:
      return binary(E);
    case Expression::Kind::Conditional:
      return "choose(" + print(E.Operands[0]) + ", " + bare(E.Operands[1]) +
             ", " + bare(E.Operands[2]) + ")";
    case Expression::Kind::Unknown:
    case Expression::Kind::Invalid:
      break;
    }
    return checked(""); // Rules have rejected it.
  }

private:
  std::string checked(const std::string &Value) const {
    return std::string(S.Ndr) + "checked(" + Value + ")";
  }

  static std::string literal(std::int64_t Value) {
    if (Value == INT64_MIN)
      return "(-9223372036854775807 - 1)";
    return std::to_string(Value);
  }

  std::string operand(const Expression &E) const {
    bool Indirect = E.Dereferences > 0 || isReferenceParameter(E.Name);
    std::string Member = "self." + E.Name;
    return Indirect ? std::string(S.Ndr) + "pointee(" + Member + ")"
                    : checked(Member);
  }

  bool isReferenceParameter(const std::string &Name) const {
    return S.Parameters &&
           std::ranges::any_of(*S.Parameters, [&](const Parameter &P) {
             return P.Name == Name && isReference(P.T);
           });
  }

  /// One side is enough to make the other one checked.
  std::string binary(const Expression &E) const {
    const Expression &Left = E.Operands[0], &Right = E.Operands[1];
    std::string First = readsOperand(Right) ? bare(Left) : nested(Left);
    return First + " " + E.Operator + " " + bare(Right);
  }

  /// A literal as it is; anything else, and all of its parts, checked.
  std::string bare(const Expression &E) const {
    return E.K == Expression::Kind::Literal ? literal(E.Value) : nested(E);
  }

  /// "-" before "-x" must not become "--x".
  std::string operandOf(const Expression &Unary) const {
    const Expression &E = Unary.Operands[0];
    return E.K == Expression::Kind::Unary ? "(" + print(E) + ")" : nested(E);
  }

  std::string nested(const Expression &E) const {
    bool Parentheses = E.K == Expression::Kind::Binary;
    return Parentheses ? "(" + print(E) + ")" : print(E);
  }

  const Scope &S;
};

} // namespace

std::string rpcgen::printExpression(const Expression &E, const Scope &S) {
  return ExpressionPrinter(S).print(E);
}

bool rpcgen::readsOperand(const Expression &E) {
  return E.K == Expression::Kind::Operand ||
         std::ranges::any_of(E.Operands, readsOperand);
}

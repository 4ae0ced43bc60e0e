//===- Constant.cpp -------------------------------------------------------===//

#include "resolve/Constant.h"

#include <limits>

using namespace rpcgen;

namespace {

using Value = std::optional<std::int64_t>;

Value evaluateUnary(const std::string &Operator, std::int64_t V) {
  if (Operator == "!")
    return V == 0;
  if (Operator == "~")
    return ~V;
  if (Operator == "+")
    return V;
  std::int64_t Result = 0;
  if (__builtin_sub_overflow(std::int64_t{0}, V, &Result))
    return std::nullopt;
  return Result;
}

Value cast(unsigned Bits, bool Signed, std::int64_t V) {
  if (Bits == 1)
    return V != 0;
  if (Bits == 64)
    return Signed || V >= 0 ? Value(V) : std::nullopt;
  std::int64_t Span = std::int64_t{1} << Bits;
  V &= Span - 1;
  return Signed && V >= Span / 2 ? V - Span : V;
}

Value divide(const std::string &Operator, std::int64_t L, std::int64_t R) {
  if (R == 0 || (R == -1 && L == std::numeric_limits<std::int64_t>::min()))
    return std::nullopt;
  return Operator == "/" ? L / R : L % R;
}

Value shift(const std::string &Operator, std::int64_t L, std::int64_t R) {
  if (R < 0 || R > 63)
    return std::nullopt;
  return Operator == "<<" ? L << R : L >> R;
}

Value evaluateBinary(const std::string &Operator, std::int64_t L,
                     std::int64_t R) {
  std::int64_t Result = 0;
  if (Operator == "+")
    return __builtin_add_overflow(L, R, &Result) ? Value() : Result;
  if (Operator == "-")
    return __builtin_sub_overflow(L, R, &Result) ? Value() : Result;
  if (Operator == "*")
    return __builtin_mul_overflow(L, R, &Result) ? Value() : Result;
  if (Operator == "/" || Operator == "%")
    return divide(Operator, L, R);
  if (Operator == "<<" || Operator == ">>")
    return shift(Operator, L, R);
  if (Operator == "&")
    return L & R;
  if (Operator == "|")
    return L | R;
  if (Operator == "^")
    return L ^ R;
  if (Operator == "&&")
    return L && R;
  if (Operator == "||")
    return L || R;
  if (Operator == "==")
    return L == R;
  if (Operator == "!=")
    return L != R;
  if (Operator == "<")
    return L < R;
  if (Operator == "<=")
    return L <= R;
  if (Operator == ">")
    return L > R;
  if (Operator == ">=")
    return L >= R;
  return std::nullopt;
}

} // namespace

Value rpcgen::evaluate(const Expression &E) {
  switch (E.K) {
  case Expression::Kind::Literal:
    return E.Value;
  case Expression::Kind::Unary:
    if (Value V = evaluate(E.Operands[0]))
      return evaluateUnary(E.Operator, *V);
    return std::nullopt;
  case Expression::Kind::Binary: {
    Value L = evaluate(E.Operands[0]), R = evaluate(E.Operands[1]);
    if (L && R)
      return evaluateBinary(E.Operator, *L, *R);
    return std::nullopt;
  }
  case Expression::Kind::Conditional:
    if (Value Condition = evaluate(E.Operands[0]))
      return evaluate(E.Operands[*Condition ? 1 : 2]);
    return std::nullopt;
  case Expression::Kind::Cast:
    if (Value V = evaluate(E.Operands[0]))
      return cast(E.Bits, E.Signed, *V);
    return std::nullopt;
  case Expression::Kind::Operand:
  case Expression::Kind::Present:
  case Expression::Kind::Unknown:
  case Expression::Kind::Invalid:
    break;
  }
  return std::nullopt;
}

Value rpcgen::constantArgument(const Attribute &A, std::size_t Index) {
  if (Index >= A.Expressions.size() || !A.Expressions[Index])
    return std::nullopt;
  return evaluate(*A.Expressions[Index]);
}

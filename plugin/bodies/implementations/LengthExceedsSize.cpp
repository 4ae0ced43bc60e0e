//===- LengthExceedsSize.cpp ----------------------------------------------===//

#include "bodies/flow/Passing.h"
#include "bodies/implementations/Correlations.h"
#include "bodies/implementations/Describe.h"
#include "bodies/implementations/Rules.h"
#include "resolve/Constant.h"

using namespace clang;

namespace rpcgen {
namespace {

std::optional<std::int64_t> constantSize(const Type &Array) {
  if (Array.Extent)
    return static_cast<std::int64_t>(*Array.Extent);
  return Array.Size ? evaluate(*Array.Size) : std::nullopt;
}

/// Whether the number is some times another one.
bool isMultiple(const Body &B, const Expr *E) {
  const auto *Product = dyn_cast_or_null<BinaryOperator>(E ? stripped(E) : E);
  Expr::EvalResult Times;
  return Product && ((Product->getOpcode() == BO_Mul &&
                      (Product->getRHS()->EvaluateAsInt(Times, B.context()) ||
                       Product->getLHS()->EvaluateAsInt(Times, B.context())) &&
                      Times.Val.getInt() > 1) ||
                     (Product->getOpcode() == BO_Shl &&
                      Product->getRHS()->EvaluateAsInt(Times, B.context()) &&
                      Times.Val.getInt() > 0));
}

/// Whether what was computed, on the way on which something was, is a multiple.
bool isMultipleIn(const Body &B, const Expr *E) {
  const auto *Choice =
      dyn_cast_or_null<ConditionalOperator>(E ? stripped(E) : E);
  if (!Choice)
    return isMultiple(B, E);
  const Expr *True = Choice->getTrueExpr(), *False = Choice->getFalseExpr();
  auto IsComputed = [](const Expr *Each) {
    return isa<BinaryOperator, CallExpr>(stripped(Each));
  };
  return (isMultiple(B, True) && !IsComputed(False)) ||
         (isMultiple(B, False) && !IsComputed(True));
}

/// Why the length cannot be right, as the end of a sentence; "" if it can.
std::string objection(const Body &B, const Correlated &Array, const Store &S) {
  const Type &T = *Array.T;
  const Value Length = S.New.only();
  if (Length.K == Value::Kind::Number) {
    if (Length.N < 0)
      return "a negative number of elements";
    if (auto Size = constantSize(T); Size && Length.N > *Size)
      return std::to_string(Length.N) + " elements of " + std::to_string(*Size);
  }
  const bool IsMore =
      (Length.K == Value::Kind::Initial && Length.N > 0) ||
      (Length.K == Value::Kind::Derived && isMultipleIn(B, S.Value));
  if (IsMore && T.Size && T.Size->K == Expression::Kind::Operand &&
      B.sibling(Array.Beside, *T.Size) == Length.R)
    return "more elements than '" + T.Size->Name + "', its size";
  return "";
}

/// The size that the implementation has set, if the function returns with that
/// and with this length, and the length is more.
std::optional<std::int64_t> exceededSize(const Body &B, const Correlated &Array,
                                         const Store &Length) {
  const Type &T = *Array.T;
  const Value New = Length.New.only();
  const Region *Size = T.Size && T.Size->K == Expression::Kind::Operand
                           ? B.sibling(Array.Beside, *T.Size)
                           : nullptr;
  if (!Size || New.K != Value::Kind::Number)
    return std::nullopt;
  for (const Exit &E : B.Exits)
    if (const Value Set = B.load(E.After, Size).only();
        Set.K == Value::Kind::Number && Set.N < New.N &&
        B.load(E.After, Length.To).only() == New)
      return Set.N;
  return std::nullopt;
}

} // namespace

void bodies::checkLengthExceedsSize(const Body &B, Reporter &R) {
  for (const Store &S : B.Stores) {
    if (!B.isStubOwned(S.To))
      continue;
    forEachBeside(B, S.To, [&](const Correlated &Array) {
      const std::optional<Expression> &Length = Array.T->Length;
      if (!Length || Length->K != Expression::Kind::Operand ||
          B.sibling(Array.Beside, *Length) != S.To)
        return;
      std::string Objection = objection(B, Array, S);
      if (const auto Size = exceededSize(B, Array, S);
          Size && Objection.empty())
        Objection = std::to_string(S.New.only().N) + " elements of " +
                    std::to_string(*Size);
      if (!Objection.empty())
        R.report(at(S.Where), "this would send " + Objection + ", of " +
                                  describe(B, Array.Beside));
    });
  }
}

} // namespace rpcgen

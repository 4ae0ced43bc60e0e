#include "resolve/Constant.h"
#include "rules/Rule.h"
#include "rules/support/Bounds.h"
#include "rules/support/Expressions.h"

#include <algorithm>
#include <cstdint>
#include <limits>

using namespace rpcgen;

static bool shifts(const Expression &E) {
  return E.K == Expression::Kind::Binary &&
         (E.Operator == "<<" || E.Operator == ">>");
}

/// What operands are added up to has 32 bits in C, a constant up to 63.
static void checkShift(const Site &At, Attribute::Kind Kind,
                       const Expression &E, Reporter &R) {
  const std::int64_t Bits = evaluate(E.Operands[0]) ? 63 : 32;
  Bounds By = boundsOf(At, E.Operands[1]);
  if (By.Most < 0 || By.Least >= Bits)
    R.report(E.Loc,
             nameOf(Kind) + " of " + describe(At) + " shifts by " +
                 (By.Most < 0 ? "a negative number"
                              : "at least " + std::to_string(By.Least) +
                                    " bits, of " + std::to_string(Bits)));
}

static void checkParts(const Site &At, ModelReporter &R) {
  forEachComputed(At, [&](Attribute::Kind Kind, const Expression &E) {
    if (shifts(E))
      return checkShift(At, Kind, E, R);
    bool Constant = !E.Operands.empty() && !divides(E) &&
                    std::ranges::all_of(E.Operands, [](const Expression &Part) {
                      return evaluate(Part).has_value();
                    });
    if (Constant && !evaluate(E))
      R.report(E.Loc,
               nameOf(Kind) + " of " + describe(At) + " has more than 63 bits");
  });
}

static void checkWhole(const Site &At, const Type &Level, ModelReporter &R) {
  Bounds Size = Level.Size ? boundsOf(At, *Level.Size) : Bounds{};
  if (Size.Least > std::numeric_limits<std::int32_t>::max())
    R.report(Level.Size->Loc, describe(At) + " has at least " +
                                  std::to_string(Size.Least) +
                                  " elements, which no message holds");
}

DEFINE_RULE(SizeExprOverflow) = {"size-expr-overflow", Severity::Error,
                                 "a size or discriminant that overflows, "
                                 "or shifts by more bits than there are",
                                 checkParts, checkWhole};

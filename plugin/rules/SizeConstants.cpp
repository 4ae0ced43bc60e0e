//===- SizeConstants.cpp - sizes that are wrong whatever the values -------===//

#include "resolve/Constant.h"
#include "rules/Bounds.h"
#include "rules/Expressions.h"
#include "rules/Rules.h"
#include "rules/Types.h"

#include <algorithm>
#include <cstdint>
#include <limits>

using namespace rpcgen;

namespace {

std::string alwaysOrAtMost(Bounds B) {
  return (B.Least == B.Most ? "always " : "at most ") + std::to_string(B.Most);
}

/// The index before the first element makes an empty array.
std::int64_t leastIn(std::string_view Attribute) {
  return Attribute == "max_is" || Attribute == "last_is" ? -1 : 0;
}

void checkNegative(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    for (const CountAttribute &Each : CountAttributes) {
      const Attribute *A = find(At.Attributes, Each.Name);
      for (std::size_t N = 0; A && N < A->Expressions.size(); ++N) {
        const auto &E = A->Expressions[N];
        Bounds Values = E ? boundsOf(At, *E) : Bounds{};
        if (Values.Most < leastIn(Each.Name))
          R.report(E->Loc, std::string("the ") + Each.Gives + " of " +
                               describe(At) + " is " + alwaysOrAtMost(Values) +
                               " and cannot be negative");
      }
    }
  });
}

/// Calls back with every part of an expression that gives a size, a length, an
/// index or a discriminant, and with the name of the attribute.
void forEachComputed(const Model &M,
                     const std::function<void(const Site &, const char *,
                                              const Expression &)> &Visit) {
  forEachSite(M, [&](const Site &At) {
    forEachCountPart(At, [&](const CountAttribute &A, const Expression &E) {
      Visit(At, A.Name, E);
    });
    forEachPart(At, "switch_is",
                [&](const Expression &E) { Visit(At, "switch_is", E); });
  });
}

bool divides(const Expression &E) {
  return E.K == Expression::Kind::Binary &&
         (E.Operator == "/" || E.Operator == "%");
}

bool shifts(const Expression &E) {
  return E.K == Expression::Kind::Binary &&
         (E.Operator == "<<" || E.Operator == ">>");
}

void checkDivision(const Model &M, Reporter &R) {
  forEachComputed(
      M, [&](const Site &At, const char *Attribute, const Expression &E) {
        Bounds Divisor = divides(E) ? boundsOf(At, E.Operands[1]) : Bounds{};
        if (Divisor.Least == 0 && Divisor.Most == 0)
          R.report(E.Loc, std::string(Attribute) + " of " + describe(At) +
                              " divides by zero");
      });
}

/// What operands are added up to has 32 bits in C, a constant up to 63.
void checkShift(const Site &At, const char *Attribute, const Expression &E,
                Reporter &R) {
  const std::int64_t Bits = evaluate(E.Operands[0]) ? 63 : 32;
  Bounds By = boundsOf(At, E.Operands[1]);
  if (By.Most < 0 || By.Least >= Bits)
    R.report(E.Loc,
             std::string(Attribute) + " of " + describe(At) + " shifts by " +
                 (By.Most < 0 ? "a negative number"
                              : "at least " + std::to_string(By.Least) +
                                    " bits, of " + std::to_string(Bits)));
}

void checkOverflow(const Model &M, Reporter &R) {
  forEachComputed(M, [&](const Site &At, const char *Attribute,
                         const Expression &E) {
    if (shifts(E))
      return checkShift(At, Attribute, E, R);
    bool Constant = !E.Operands.empty() && !divides(E) &&
                    std::ranges::all_of(E.Operands, [](const Expression &Part) {
                      return evaluate(Part).has_value();
                    });
    if (Constant && !evaluate(E))
      R.report(E.Loc, std::string(Attribute) + " of " + describe(At) +
                          " has more than 63 bits");
  });
  forEachSite(M, [&](const Site &At) {
    forEachLevel(At.T, [&](const Type &Level) {
      Bounds Size = Level.Size ? boundsOf(At, *Level.Size) : Bounds{};
      if (Size.Least > std::numeric_limits<std::int32_t>::max())
        R.report(Level.Size->Loc, describe(At) + " has at least " +
                                      std::to_string(Size.Least) +
                                      " elements, which no message holds");
    });
  });
}

} // namespace

const Rule rpcgen::SizeExprConstantNegative = {
    "size-expr-constant-negative", Severity::Error,
    "a size, length or index that is always negative", checkNegative};

const Rule rpcgen::SizeExprDivZero = {
    "size-expr-div-zero", Severity::Error,
    "a size or discriminant that divides by zero", checkDivision};

const Rule rpcgen::SizeExprOverflow = {"size-expr-overflow", Severity::Error,
                                       "a size or discriminant that overflows, "
                                       "or shifts by more bits than there are",
                                       checkOverflow};

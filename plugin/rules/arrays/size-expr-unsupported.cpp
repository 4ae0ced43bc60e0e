#include "model/Operands.h"
#include "rules/Rule.h"
#include "rules/support/Expressions.h"

#include <algorithm>

using namespace rpcgen;

static bool readsElement(const Site &At, const Expression &E) {
  const Type *Sibling = E.namesSibling() ? findSibling(At, E.Name) : nullptr;
  return (Sibling && !sizesBefore(*Sibling, E).empty()) ||
         std::ranges::any_of(E.Operands, [&](const Expression &Part) {
           return readsElement(At, Part);
         });
}

/// Whether it reads an element of an array of which the size reads an element
/// itself: no order of checks makes all of that safe.
static bool readsElementOfElements(const Site &At, const Expression &E) {
  const Type *Sibling = E.namesSibling() ? findSibling(At, E.Name) : nullptr;
  return Sibling && std::ranges::any_of(sizesBefore(*Sibling, E),
                                        [&](const Expression *Size) {
                                          return readsElement(At, *Size);
                                        });
}

static void check(const Site &At, ModelReporter &R) {
  forEachComputed(At, [&](Attribute::Kind Kind, const Expression &E) {
    std::string Why;
    if (E.K == Expression::Kind::Invalid)
      Why = E.Name;
    else if (readsElementOfElements(At, E))
      Why = quoteOperand(E) + " is an element of an array whose own size is "
                              "read from an array";
    if (!Why.empty())
      R.report(E.Loc, nameOf(Kind) + " of " + describe(At) +
                          " cannot be computed: " + Why);
  });
}

DEFINE_RULE(SizeExprUnsupported) = {
    "size-expr-unsupported", Severity::Error,
    "a size or discriminant with a call, a side effect or an operator that "
    "cannot be computed",
    check};

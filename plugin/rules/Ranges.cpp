//===- Ranges.cpp - the arguments of range(low, high) ---------------------===//

#include "resolve/Constant.h"
#include "resolve/Types.h"
#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"

#include <tuple>

using namespace rpcgen;

namespace {

/// What range(...) bounds; null where there is nothing that it could.
const Type *bounded(const Type &T) {
  if (T.K == Type::Kind::Pointer)
    return bounded(T.element());
  bool Integral = (T.K == Type::Kind::Integer && T.Bits <= 32) ||
                  T.K == Type::Kind::Enumeration;
  return Integral ? &T : nullptr;
}

void forEachRange(
    const Model &M,
    const std::function<void(const Site &, const Attribute &)> &Visit) {
  forEachSite(M, [&](const Site &At) {
    if (const Attribute *A = findInherited(At.T, At.Attributes, "range"))
      Visit(At, *A);
  });
}

void checkType(const Model &M, Reporter &R) {
  forEachRange(M, [&](const Site &At, const Attribute &A) {
    if (!bounded(At.T) && innermost(At.T).K != Type::Kind::Untransmissible)
      R.report(A.Loc, "range needs an integer of at most 32 bits or an "
                      "enumeration, and " +
                          describe(At) + " is none")
          .note(At.Loc, "to bound a size, put range on the parameter or field "
                        "that size_is names");
  });
}

void checkOrder(const Model &M, Reporter &R) {
  forEachRange(M, [&](const Site &At, const Attribute &A) {
    auto Low = constantArgument(A, 0), High = constantArgument(A, 1);
    if (Low && High && *Low > *High)
      R.report(A.Loc, display(A) + " of " + describe(At) +
                          " is empty: the low end exceeds the high one")
          .note(A.Loc, "write 'rpc::range(" + std::to_string(*High) + ", " +
                           std::to_string(*Low) + ")'");
  });
}

void checkConstant(const Model &M, Reporter &R) {
  forEachRange(M, [&](const Site &At, const Attribute &A) {
    for (std::size_t N = 0; N < A.Expressions.size(); ++N)
      if (!constantArgument(A, N))
        R.report(A.Loc, display(A) + " of " + describe(At) +
                            " needs two integer constants");
  });
}

} // namespace

const Rule rpcgen::RangeType = {
    "range-type", Severity::Error,
    "range stands on integers of at most 32 bits and on enumerations",
    checkType};

const Rule rpcgen::RangeOrder = {
    "range-order", Severity::Error,
    "the low end of a range does not exceed the high one", checkOrder};

const Rule rpcgen::RangeConst = {"range-const", Severity::Error,
                                 "the ends of a range are constants",
                                 checkConstant};

//===- Ranges.cpp - the arguments of range(low, high) ---------------------===//

#include "resolve/Arrays.h"
#include "resolve/Constant.h"
#include "rules/Bounds.h"
#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"

#include <algorithm>

using namespace rpcgen;

namespace {

/// Calls back with every range, at the declaration and at aliases, and with
/// the type that it stands on.
void forEachRange(const Model &M,
                  const std::function<void(const Site &, const Attribute &,
                                           const Type &)> &Visit) {
  forEachSite(M, [&](const Site &At) {
    if (const Attribute *A = find(At.Attributes, "range"))
      Visit(At, *A, At.T);
    forEachLevel(At.T, [&](const Type &Level) {
      if (const Attribute *A = find(Level.AliasAttributes, "range"))
        Visit(At, *A, Level);
    });
  });
}

bool canBeBounded(const Type &T) {
  const Type *Bounded = boundedByRange(T);
  return Bounded && (Bounded->K != Type::Kind::Integer || Bounded->Bits <= 32);
}

void checkType(const Model &M, Reporter &R) {
  forEachRange(M, [&](const Site &At, const Attribute &A, const Type &T) {
    if (!canBeBounded(T) && innermost(T).K != Type::Kind::Untransmissible)
      R.report(A.Loc, "range needs an integer of at most 32 bits, an "
                      "enumeration, or an array with a size, a length or "
                      "string, and " +
                          describe(At) + " is not one");
  });
}

void checkOrder(const Model &M, Reporter &R) {
  forEachRange(M, [&](const Site &At, const Attribute &A, const Type &) {
    auto Low = constantArgument(A, 0), High = constantArgument(A, 1);
    if (Low && High && *Low > *High)
      R.report(A.Loc, display(A) + " of " + describe(At) +
                          " is empty: the low end exceeds the high one")
          .note(A.Loc, "write 'rpc::range(" + std::to_string(*High) + ", " +
                           std::to_string(*Low) + ")'");
  });
}

void checkConstant(const Model &M, Reporter &R) {
  forEachRange(M, [&](const Site &At, const Attribute &A, const Type &) {
    for (std::size_t N = 0; N < A.Expressions.size(); ++N)
      if (!constantArgument(A, N))
        R.report(A.Loc, display(A) + " of " + describe(At) +
                            " needs two integer constants");
  });
}

/// How many elements an array may have, a terminator among them.
Bounds countsOf(const Site &At, const Type &Array) {
  if (Array.Size || Array.Length)
    return boundsOf(At, Array.Size ? *Array.Size : *Array.Length);
  return {1, static_cast<std::int64_t>(Array.Extent.value_or(Bounds::Highest))};
}

/// Whether one of its values or sizes lies there.
bool meets(const Model &M, const Site &At, const Type &Bounded, Bounds Range) {
  if (Bounded.K == Type::Kind::Enumeration)
    return std::ranges::any_of(M.Enumerations[Bounded.Definition].Enumerators,
                               [&](const Enumerator &E) {
                                 return Range.Least <= E.Value &&
                                        E.Value <= Range.Most;
                               });
  return (Bounded.K == Type::Kind::Array ? countsOf(At, Bounded)
                                         : boundsOf(Bounded))
      .meets(Range);
}

void checkExcludesAll(const Model &M, Reporter &R) {
  forEachRange(M, [&](const Site &At, const Attribute &A, const Type &T) {
    const Type *Bounded = boundedByRange(T);
    auto Low = constantArgument(A, 0), High = constantArgument(A, 1);
    if (!Bounded || !Low || !High || *Low > *High)
      return;
    bool Array = Bounded->K == Type::Kind::Array;
    if (!meets(M, At, *Bounded, {*Low, *High}))
      R.report(A.Loc, std::string("no ") + (Array ? "size" : "value") + " of " +
                          describe(At) + " lies within " + display(A));
  });
}

} // namespace

const Rule rpcgen::RangeExcludesAll = {
    "range-excludes-all", Severity::Error,
    "a range that excludes every value or size that there can be",
    checkExcludesAll};

const Rule rpcgen::RangeType = {
    "range-type", Severity::Error,
    "range on something else than an integer of at most 32 bits, an "
    "enumeration or the size of an array",
    checkType};

const Rule rpcgen::RangeOrder = {"range-order", Severity::Error,
                                 "a range whose low end exceeds its high end",
                                 checkOrder};

const Rule rpcgen::RangeConst = {"range-const", Severity::Error,
                                 "a range whose ends are not constants",
                                 checkConstant};

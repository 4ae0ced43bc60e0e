//===- CountBounds.cpp - which values sizes and lengths can have ----------===//

#include "rules/Expressions.h"
#include "rules/Rules.h"
#include "rules/Types.h"

#include <algorithm>

using namespace rpcgen;

namespace {

/// Calls back with every array at the site whose size, or, if it is a fixed
/// one, whose length is a parameter or field, and with that one's type.
void forEachCounted(const Model &M,
                    const std::function<void(const Site &, const Type &Array,
                                             const Expression &Count,
                                             const Type &OfCount)> &Visit) {
  forEachSite(M, [&](const Site &At) {
    forEachLevel(At.T, [&](const Type &Level) {
      const auto &Count = Level.Extent ? Level.Length : Level.Size;
      if (!Count || Count->K != Expression::Kind::Operand)
        return;
      if (const Type *T = operandType(At, *Count))
        Visit(At, Level, *Count, *T);
    });
  });
}

void checkNarrow(const Model &M, Reporter &R) {
  forEachCounted(M, [&](const Site &At, const Type &Array,
                        const Expression &Count, const Type &OfCount) {
    if (OfCount.K != Type::Kind::Integer || OfCount.Bits > 16)
      return;
    const std::uint64_t Most =
        (std::uint64_t(1) << (OfCount.Bits - OfCount.Signed)) - 1;
    const std::uint64_t Wanted =
        Array.Extent  ? *Array.Extent
        : Array.Range ? std::max<std::int64_t>(Array.Range->High, 0)
                      : 0;
    if (Wanted > Most)
      R.report(Count.Loc, quoteOperand(Count) + " is at most " +
                              std::to_string(Most) + ", and " + describe(At) +
                              " may have " + std::to_string(Wanted) +
                              " elements")
          .note(Count.Loc, "use 'std::uint32_t'");
  });
}

void checkNoRange(const Model &M, Reporter &R) {
  forEachCounted(M, [&](const Site &At, const Type &Array,
                        const Expression &Count, const Type &OfCount) {
    if (At.isOutOnly() && !Array.Extent && !Array.Range && !OfCount.Range)
      R.report(Count.Loc, "the client alone decides how much memory the "
                          "server takes for " +
                              describe(At))
          .note(Count.Loc, "bound " + quote(Count.Name) + " with range");
  });
}

bool mayBeNullWith(const Type &Pointer) {
  return Pointer.K == Type::Kind::Pointer &&
         Pointer.Class != PointerClass::Ref &&
         Pointer.element().K == Type::Kind::Array && Pointer.element().Size &&
         !Pointer.element().Unchecked;
}

void checkNullWithCount(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    forEachLevel(At.T, [&](const Type &Level) {
      if (mayBeNullWith(Level))
        R.report(At.Loc, describe(At) + " may be null, and then peers refuse "
                                        "a size that is not zero")
            .note(At.Loc, "make it [ref], or see to the size; with "
                          "disable_consistency_check, here or on the "
                          "interface, any will do");
    });
  });
}

void checkExcludesZero(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    forEachLevel(At.T, [&](const Type &Level) {
      if (!mayBeNullWith(Level) ||
          Level.element().Size->K != Expression::Kind::Operand)
        return;
      const Expression &Size = *Level.element().Size;
      const Type *T = operandType(At, Size);
      if (T && T->Range && T->Range->Low > 0)
        R.report(At.Loc, describe(At) + " can never be null: its size " +
                             quoteOperand(Size) + " is at least " +
                             std::to_string(T->Range->Low))
            .note(Size.Loc,
                  "let the range of " + quote(Size.Name) +
                      " begin at 0; in a new interface, make the pointer "
                      "[ref]");
    });
  });
}

/// Whether `Later` stands behind the site.
bool standsBehind(const Site &At, const std::string &Later) {
  auto After = [&](const auto &All) {
    bool Passed = false;
    for (const auto &Each : All) {
      if (Passed && Each.Name == Later)
        return true;
      Passed |= Each.Name == At.Name;
    }
    return false;
  };
  return (At.P && After(At.O->Parameters)) || (At.S && After(At.S->Fields));
}

void checkLate(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    forEachCountPart(At, [&](const CountAttribute &A, const Expression &E) {
      if (E.K == Expression::Kind::Operand && standsBehind(At, E.Name))
        R.report(E.Loc, std::string("the ") + A.Gives + " of " + describe(At) +
                            " travels after it")
            .note(At.Loc, "declare " + quote(E.Name) + " before it");
    });
  });
}

} // namespace

const Rule rpcgen::SizeNarrow = {
    "size-narrow", Severity::Warning,
    "a count whose type is too narrow for the size of the array", checkNarrow};

const Rule rpcgen::SizeNoRange = {
    "size-no-range", Severity::Off,
    "an [out] array whose size the client gives without a range", checkNoRange};

const Rule rpcgen::NullWithCount = {
    "null-with-count", Severity::Off,
    "a [unique] or [ptr] pointer to a sized array, which peers refuse as "
    "null with a count",
    checkNullWithCount};

const Rule rpcgen::RangeExcludesZero = {
    "range-excludes-zero", Severity::Warning,
    "a range without 0 on the size of an array that may be null",
    checkExcludesZero};

const Rule rpcgen::LateCorrelation = {"late-correlation", Severity::Off,
                                      "a size that travels after its array",
                                      checkLate};

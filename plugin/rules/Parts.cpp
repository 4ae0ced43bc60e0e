//===- Parts.cpp - the part of an array that travels ----------------------===//

#include "rules/Bounds.h"
#include "rules/Rules.h"
#include "rules/Types.h"

using namespace rpcgen;

namespace {

Sum sizeOf(const Site &At, const Type &Array) {
  return Array.Size ? Sum(At, *Array.Size)
                    : Sum(static_cast<std::int64_t>(*Array.Extent));
}

/// " (which has 4 elements)", if that is known.
std::string elements(Bounds Size) {
  return Size.Least != Size.Most
             ? ""
             : " (which has " + std::to_string(Size.Most) +
                   (Size.Most == 1 ? " element)" : " elements)");
}

/// Calls back with every array that has a size.
void forEachSized(
    const Model &M,
    const std::function<void(const Site &, const Type &Array)> &Visit) {
  forEachSite(M, [&](const Site &At) {
    forEachLevel(At.T, [&](const Type &Level) {
      if (Level.Size || (Level.K == Type::Kind::Array && Level.Extent))
        Visit(At, Level);
    });
  });
}

void checkOutside(const Model &M, Reporter &R) {
  forEachSized(M, [&](const Site &At, const Type &Array) {
    if (!Array.Length)
      return;
    const Sum Size = sizeOf(At, Array), Length(At, *Array.Length);
    const Sum First = Array.First ? Sum(At, *Array.First) : Sum(0);
    const Sum End = Sum(First).add(Length);
    auto Exceeds = [](Sum A, const Sum &B) {
      return A.add(B, -1).bounds().Least > 0;
    };
    // A length or index that is negative by itself is another finding.
    const char *Does = Exceeds(First, Size) ? "begins past the end"
                       : Exceeds(End, Size) ? "ends past the end"
                       : Exceeds(First, End) && End.bounds().Most > 0
                           ? "ends before the beginning"
                           : nullptr;
    if (Does)
      R.report(Array.Length->Loc,
               "the part of " + describe(At) + " that travels " + Does +
                   " of the array" + elements(Size.bounds()));
  });
}

void checkEmpty(const Model &M, Reporter &R) {
  forEachSized(M, [&](const Site &At, const Type &Array) {
    const auto &Count = Array.Length ? Array.Length : Array.Size;
    Bounds Values = Count ? boundsOf(At, *Count) : Bounds{};
    if (Values.Most == 0)
      R.report(Count->Loc, "no element of " + describe(At) +
                               " ever travels: its " +
                               (Array.Length ? "length" : "size") + " is " +
                               (Values.Least == 0 ? "always 0" : "at most 0"));
  });
}

} // namespace

const Rule rpcgen::PartOutsideArray = {
    "part-outside-array", Severity::Error,
    "a first_is, length_is or last_is that leaves the array", checkOutside};

const Rule rpcgen::ArrayAlwaysEmpty = {
    "array-always-empty", Severity::Warning,
    "an array whose size or length is always 0", checkEmpty};

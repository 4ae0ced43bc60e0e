#include "rules/Rule.h"
#include "rules/support/Bounds.h"

using namespace rpcgen;

static Sum sizeOf(const Site &At, const Type &Array) {
  return Array.Size ? Sum(At, *Array.Size)
                    : Sum(static_cast<std::int64_t>(*Array.Extent));
}

/// " (which has 4 elements)", if that is known.
static std::string elements(Bounds Size) {
  return Size.Least != Size.Most
             ? ""
             : " (which has " + std::to_string(Size.Most) +
                   (Size.Most == 1 ? " element)" : " elements)");
}

static void check(const Site &At, const Type &Array, ModelReporter &R) {
  if (!Array.Length ||
      !(Array.Size || (Array.K == Type::Kind::Array && Array.Extent)))
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
    R.report(Array.Length->Loc, "the part of " + describe(At) +
                                    " that travels " + Does + " of the array" +
                                    elements(Size.bounds()));
}

DEFINE_RULE(PartOutsideArray) = {
    "part-outside-array", Severity::Error,
    "a first_is, length_is or last_is that leaves the array", check};

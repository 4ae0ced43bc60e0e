#include "rules/Rule.h"
#include "rules/support/Bounds.h"

using namespace rpcgen;

static void check(const Site &At, const Type &Array, ModelReporter &R) {
  const bool Sized =
      Array.Size || (Array.K == Type::Kind::Array && Array.Extent);
  const auto &Count = Array.Length ? Array.Length : Array.Size;
  Bounds Values = Sized && Count ? boundsOf(At, *Count) : Bounds{};
  if (Values.Most == 0)
    R.report(Count->Loc, "no element of " + describe(At) +
                             " ever travels: its " +
                             (Array.Length ? "length" : "size") + " is " +
                             (Values.Least == 0 ? "always 0" : "at most 0"));
}

DEFINE_RULE(ArrayAlwaysEmpty) = {"array-always-empty", Severity::Warning,
                                 "an array whose size or length is always 0",
                                 check};

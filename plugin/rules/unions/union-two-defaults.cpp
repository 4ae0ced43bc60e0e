#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Union &U, ModelReporter &R) {
  const Arm *First = nullptr;
  for (const Arm &A : U.Arms) {
    if (A.Default && First)
      R.report(A.F.Loc,
               "union " + quote(U.Name) + " can have one default arm only")
          .note(First->F.Loc, "the first one is " + quote(First->F.Name));
    First = First ? First : A.Default ? &A : nullptr;
  }
}

DEFINE_RULE(UnionTwoDefaults) = {"union-two-defaults", Severity::Error,
                                 "a union with several default arms", check};

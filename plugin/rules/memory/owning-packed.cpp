#include "rules/Rule.h"
#include "rules/memory/Owners.h"

using namespace rpcgen;

/// Whether a field is more than bytes to the stub, which has to find it where
/// the field lies.
static bool isMoreThanBytes(const Type &T) {
  if (T.isStandardArray())
    return isMoreThanBytes(elementOf(T.element()));
  return T.Owns || T.K == Type::Kind::Standard || T.K == Type::Kind::Presented;
}

static void check(const Structure &S, ModelReporter &R) {
  for (const Field &F : S.Fields)
    if (!S.NaturalLayout && isMoreThanBytes(elementOf(F.T)))
      R.report(F.Loc, "field " + quote(F.Name) + " is more than bytes and " +
                          "may not lie where " + quote(S.Name) +
                          " packs or aligns it")
          .note(S.Loc, "drop the packing of " + quote(S.Name));
}

DEFINE_RULE(OwningPacked) = {
    "owning-packed", Severity::Error,
    "a packed structure with a field that has a destructor", check};

#include "rules/Rule.h"
#include "rules/enumerations/Enumerations.h"

using namespace rpcgen;

static bool differs(const Enumeration &E, unsigned Wire) {
  return E.FixedUnderlying && (E.Bits < Wire || E.Bits > 32);
}

static void checkUse(const Site &At, const Type &Level, ModelReporter &R) {
  const Enumeration *E = asForeign(R.model(), Level);
  if (E && differs(*E, 16))
    R.report(At.Loc, describe(At) + " is of enumeration " + quote(E->Name) +
                         ", which has " + std::to_string(E->Bits) +
                         " bits in memory and 16 on the wire")
        .note(At.Loc, insteadOf(*E));
}

static void checkOwn(const Enumeration &E, ModelReporter &R) {
  unsigned Wire = E.V1 ? 32 : 16;
  if (E.Foreign || !differs(E, Wire))
    return;
  std::string Fitting = "std::uint" + std::to_string(Wire) + "_t";
  R.report(E.Loc, "enumeration " + quote(E.Name) + " has " +
                      std::to_string(E.Bits) + " bits in memory and " +
                      std::to_string(Wire) + " on the wire")
      .note(E.Loc, "write ': " + Fitting + "', or leave the type out");
}

DEFINE_RULE(EnumFixedUnderlying) = {
    "enum-fixed-underlying", Severity::Error,
    "an enumeration whose underlying type is narrower or wider than the wire",
    checkUse, checkOwn};

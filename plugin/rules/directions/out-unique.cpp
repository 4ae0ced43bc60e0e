#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  bool Nullable =
      At.T.Class == PointerClass::Unique || At.T.Class == PointerClass::Full;
  if (!At.isOutOnly() || !Nullable || At.T.FromReference || At.T.Reseatable)
    return;
  const std::string Class = At.T.Class == PointerClass::Full ? "ptr" : "unique";
  R.report(At.Loc, describe(At) + " cannot be [" + Class +
                       "]: nothing says whether it is null on return")
      .note(At.Loc, "use [in, out, " + Class + "], or another level of " +
                        ("indirection: '" + display(At.T) + "*'"));
}

DEFINE_RULE(OutUnique) = {"out-unique", Severity::Error,
                          "an [out] parameter that is [unique]", check};

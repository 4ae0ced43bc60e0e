#include "rules/Rule.h"

using namespace rpcgen;

/// The counts of all dimensions would have to come before the elements.
static void check(const Site &At, const Type &Level, ModelReporter &R) {
  if (Level.K != Type::Kind::Array || Level.element().K != Type::Kind::Array ||
      !Level.element().Length)
    return;
  R.report(Level.element().Length->Loc,
           "an inner dimension of " + describe(At) +
               " travels in part, and only the outermost one may")
      .note(At.Loc, "use an array of structs that hold a row and its "
                    "length");
}

DEFINE_RULE(InnerDimVarying) = {
    "inner-dim-varying", Severity::Error,
    "length_is on an inner dimension of an array of arrays", check};

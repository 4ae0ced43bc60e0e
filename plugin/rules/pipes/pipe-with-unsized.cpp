#include "rules/Rule.h"

using namespace rpcgen;

/// Whether what travels of it beside a pipe may have any size.
static bool isUnsized(const Model &M, const Type &T) {
  return (T.hasClass() && T.Class != PointerClass::Ref) ||
         (T.K == Type::Kind::Standard && T.hasClass()) ||
         (T.K == Type::Kind::Pointer && isOpen(M, T.element()));
}

static void check(const Interface &, const Operation &O, ModelReporter &R) {
  bool Piped = hasPipes(O);
  for (const Parameter &P : O.Parameters)
    if (Piped && isUnsized(R.model(), P.T))
      R.report(P.Loc, quote(P.Name) + " has no fixed size and is passed with "
                                      "a pipe, which MIDL does not compile");
}

DEFINE_RULE(PipeWithUnsized) = {
    "pipe-with-unsized", Severity::Off,
    "a parameter of varying size in an operation with pipes", check};

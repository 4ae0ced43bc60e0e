#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Interface &, const Operation &O, ModelReporter &R) {
  for (const Parameter &P : O.Parameters)
    if (isBindingHandle(P.T) && &P != &O.Parameters.front())
      R.report(P.Loc, quote(P.Name) + " follows other parameters, and "
                                      "DCE takes a binding handle in the "
                                      "first place only")
          .note(O.Parameters.front().Loc, "declare it before this one");
}

DEFINE_RULE(BindingHandleNotFirst) = {
    "binding-handle-not-first", Severity::Warning,
    "a binding handle that is not the first parameter", check};

#include "rules/Rule.h"

#include <algorithm>

using namespace rpcgen;

static void checkSite(const Site &At, ModelReporter &R) {
  if (isBindingHandle(innermost(At.T)) && !At.P)
    R.report(At.Loc, describe(At) + " is a binding handle, which must be a "
                                    "parameter: it does not travel");
}

static void checkSecond(const Interface &, const Operation &O,
                        ModelReporter &R) {
  auto IsHandle = [](const Parameter &P) { return isBindingHandle(P.T); };
  auto First = std::ranges::find_if(O.Parameters, IsHandle);
  if (First == O.Parameters.end())
    return;
  auto Second = std::find_if(First + 1, O.Parameters.end(), IsHandle);
  if (Second != O.Parameters.end())
    R.report(Second->Loc, "a call goes to one server, and " +
                              quote(First->Name) + " names it already");
}

DEFINE_RULE(HandleEmbedded) = {
    "handle-embedded", Severity::Error,
    "a binding handle that is a field, a pointer's pointee, or one of several "
    "in a call",
    checkSite, checkSecond};

#include "resolve/Reach.h"
#include "rules/Rule.h"

#include <algorithm>

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  if (!At.P || !At.P->Dir.In || !At.P->Dir.Out)
    return;
  Reach Reached(R.model());
  Reached.add(At.T);
  auto Found = std::ranges::find(Reached.Unions, true);
  if (Found != Reached.Unions.end())
    R.report(At.Loc,
             "if the server changes the discriminant in " + describe(At) +
                 ", the answer overwrites what the client had in " +
                 quote(R.model().Unions[Found - Reached.Unions.begin()].Name))
        .note(At.Loc, "make two parameters of it, [in] and [out]");
}

DEFINE_RULE(UnionInoutTagChange) = {
    "union-inout-tag-change", Severity::Off,
    "an [in, out] union, whose arm the server may change", check};

#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Union &U, ModelReporter &R) {
  if (U.Arms.empty())
    R.report(U.Loc, "union " + quote(U.Name) + " needs at least one arm")
        .note(U.Loc, "an arm that holds nothing is a member of type "
                     "'rpc::none'");
}

DEFINE_RULE(UnionEmpty) = {"union-empty", Severity::Error,
                           "a union without arms", check};

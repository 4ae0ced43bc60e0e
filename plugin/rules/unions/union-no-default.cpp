#include "rules/Rule.h"

#include <algorithm>

using namespace rpcgen;

static void check(const Union &U, ModelReporter &R) {
  if (!U.Arms.empty() && std::ranges::none_of(U.Arms, &Arm::Default))
    R.report(U.Loc, quote(U.Name) + " has no default, and a discriminant "
                                    "that a later version adds is an error")
        .note(U.Loc, "add '[[rpc::default]] rpc::none other'");
}

DEFINE_RULE(UnionNoDefault) = {"union-no-default", Severity::Off,
                               "a union without a default arm", check};

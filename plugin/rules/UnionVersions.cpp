//===- UnionVersions.cpp - discriminants that change ----------------------===//

#include "resolve/Reach.h"
#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"

#include <algorithm>

using namespace rpcgen;

namespace {

void checkNoDefault(const Model &M, Reporter &R) {
  forEachUnion(M, [&](const Union &U) {
    if (!U.Arms.empty() && std::ranges::none_of(U.Arms, &Arm::Default))
      R.report(U.Loc, quote(U.Name) + " has no default, and a discriminant "
                                      "that a later version adds is an error")
          .note(U.Loc, "add '[[rpc::default]] rpc::none other'");
  });
}

void checkInOut(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    if (!At.P || !At.P->Dir.In || !At.P->Dir.Out)
      return;
    Reach Reached(M);
    Reached.add(At.T);
    auto Found = std::ranges::find(Reached.Unions, true);
    if (Found != Reached.Unions.end())
      R.report(At.Loc, "if the server changes the discriminant in " +
                           describe(At) +
                           ", the answer overwrites what the client had in " +
                           quote(M.Unions[Found - Reached.Unions.begin()].Name))
          .note(At.Loc, "make two parameters of it, [in] and [out]");
  });
}

} // namespace

const Rule rpcgen::UnionNoDefault = {"union-no-default", Severity::Off,
                                     "a union without a default arm",
                                     checkNoDefault};

const Rule rpcgen::UnionInoutTagChange = {
    "union-inout-tag-change", Severity::Off,
    "an [in, out] union, whose arm the server may change", checkInOut};

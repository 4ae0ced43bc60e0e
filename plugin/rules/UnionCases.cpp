//===- UnionCases.cpp - which arm a discriminant selects ------------------===//

#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"
#include "rules/Unions.h"

#include <cstdint>
#include <map>

using namespace rpcgen;

namespace {

void checkDuplicate(const Model &M, Reporter &R) {
  forEachUnion(M, [&](const Union &U) {
    std::map<std::int64_t, const Arm *> Seen;
    for (const Arm &A : U.Arms)
      for (std::int64_t Case : A.Cases) {
        auto [First, IsNew] = Seen.emplace(Case, &A);
        if (!IsNew)
          R.report(A.F.Loc, "case " + std::to_string(Case) +
                                " already selects " +
                                quote(First->second->F.Name))
              .note(First->second->F.Loc, "it is selected here");
      }
  });
}

void checkNoCase(const Model &M, Reporter &R) {
  forEachUnion(M, [&](const Union &U) {
    if (isPlain(M, U))
      return;
    for (const Arm &A : U.Arms)
      if (!A.Default && !find(A.F.Attributes, "case"))
        R.report(A.F.Loc,
                 "union arm " + quote(A.F.Name) + " needs case(...) or default")
            .note(A.F.Loc, "write for example '[[rpc::case(1)]]' before it");
  });
}

void checkTwoDefaults(const Model &M, Reporter &R) {
  forEachUnion(M, [&](const Union &U) {
    const Arm *First = nullptr;
    for (const Arm &A : U.Arms) {
      if (A.Default && First)
        R.report(A.F.Loc,
                 "union " + quote(U.Name) + " can have one default arm only")
            .note(First->F.Loc, "the first one is " + quote(First->F.Name));
      First = First ? First : A.Default ? &A : nullptr;
    }
  });
}

} // namespace

const Rule rpcgen::UnionDupCase = {"union-dup-case", Severity::Error,
                                   "a case that selects several arms",
                                   checkDuplicate};

const Rule rpcgen::UnionArmNoCase = {
    "union-arm-no-case", Severity::Error,
    "an arm of a union without case or default", checkNoCase};

const Rule rpcgen::UnionTwoDefaults = {"union-two-defaults", Severity::Error,
                                       "a union with several default arms",
                                       checkTwoDefaults};

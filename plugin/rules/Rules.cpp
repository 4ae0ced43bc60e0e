//===- Rules.cpp ----------------------------------------------------------===//

#include "rules/Rules.h"

#include <algorithm>
#include <iterator>

using namespace rpcgen;

namespace {

constexpr const Rule *Rules[] = {
#define RULE(Identifier) &Identifier,
#include "rules/List.def"
};

} // namespace

std::span<const Rule *const> rpcgen::allRules() { return Rules; }

std::vector<Finding> rpcgen::check(const Model &Resolved) {
  std::vector<Finding> Findings;
  for (const Rule *R : allRules()) {
    Reporter Reports(R->Name, R->Level, Findings);
    R->Check(Resolved, Reports);
  }
  std::ranges::stable_sort(Findings, {},
                           [](const Finding &F) { return F.Loc.Raw; });
  return Findings;
}

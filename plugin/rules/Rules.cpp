//===- Rules.cpp ----------------------------------------------------------===//

#include "rules/Rules.h"

#include "model/Nearest.h"

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

const Rule *rpcgen::findRule(std::string_view Name) {
  auto Found = std::ranges::find(Rules, Name, &Rule::Name);
  return Found == std::end(Rules) ? nullptr : *Found;
}

std::string rpcgen::describeUnknownRule(std::string_view Name) {
  std::vector<std::string_view> Names;
  for (const Rule *R : Rules)
    Names.push_back(R->Name);
  std::string Text = "there is no rule '" + std::string(Name) + "'";
  std::string_view Meant = nearestName(Names, Name);
  return Meant.empty() ? Text
                       : Text + "; did you mean '" + std::string(Meant) + "'?";
}

std::vector<Finding> rpcgen::check(const Model &Resolved) {
  std::vector<Finding> Findings;
  for (const Rule *R : allRules()) {
    if (!R->Check)
      continue;
    Reporter Reports(R->Name, R->Level, Findings);
    R->Check(Resolved, Reports);
  }
  std::ranges::stable_sort(Findings, {},
                           [](const Finding &F) { return F.Loc.Raw; });
  return Findings;
}

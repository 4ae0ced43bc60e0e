//===- Rules.cpp ----------------------------------------------------------===//

#include "rules/Rules.h"

#include "model/Nearest.h"

#include <algorithm>
#include <iterator>

using namespace rpcgen;

namespace {

constexpr const Rule *OfModel[] = {
#define RULE(Identifier) &Identifier,
#include "rules/List.def"
};

constexpr Rule OfBodies[] = {
#define BODY_RULE(Identifier, Name, Level, Summary)                            \
  {Name, Severity::Level, Summary, nullptr, true},
#include "bodies/List.def"
};

std::vector<const Rule *> collectRules() {
  std::vector<const Rule *> All(std::begin(OfModel), std::end(OfModel));
  for (const Rule &R : OfBodies)
    All.push_back(&R);
  std::ranges::sort(All, {}, &Rule::Name);
  return All;
}

} // namespace

std::span<const Rule *const> rpcgen::allRules() {
  static const std::vector<const Rule *> All = collectRules();
  return All;
}

const Rule *rpcgen::findRule(std::string_view Name) {
  auto Found = std::ranges::find(allRules(), Name, &Rule::Name);
  return Found == allRules().end() ? nullptr : *Found;
}

namespace {

std::vector<std::string_view> ruleNames() {
  std::vector<std::string_view> Names;
  for (const Rule *R : allRules())
    Names.push_back(R->Name);
  return Names;
}

} // namespace

std::string_view rpcgen::meantRule(std::string_view Name) {
  return meantName(ruleNames(), Name);
}

std::string rpcgen::describeUnknownRule(std::string_view Name) {
  std::string Text = "there is no rule '" + std::string(Name) + "'";
  std::string_view Meant = nearestName(ruleNames(), Name);
  return Meant.empty() ? Text
                       : Text + "; did you mean '" + std::string(Meant) + "'?";
}

std::vector<Finding> rpcgen::check(const Model &Resolved) {
  std::vector<Finding> Findings;
  for (const Rule *R : OfModel) {
    if (!R->Check)
      continue;
    Reporter Reports(R->Name, R->Level, Findings);
    R->Check(Resolved, Reports);
  }
  std::ranges::stable_sort(Findings, {},
                           [](const Finding &F) { return F.Loc.Raw; });
  return Findings;
}

//===- Rules.cpp ----------------------------------------------------------===//

#include "rules/Rules.h"

#include "model/Nearest.h"
#include "rules/support/Expressions.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

using namespace rpcgen;

namespace {

constexpr const Rule *OfModel[] = {
#define RULE(Identifier) &Identifier,
#include "rules/List.def"
};

constexpr Rule OfBodies[] = {
#define BODY_RULE(Identifier, Name, Level, Summary)                            \
  {Name, Severity::Level, Summary, {}, {}, Finder::Bodies},
#include "bodies/List.def"
};

constexpr Rule OfStages[] = {
#define PROBLEM(Identifier, Name, Level, Summary)                              \
  {Name, Severity::Level, Summary, {}, {}, Finder::Stages},
#include "model/Problems.def"
};

std::vector<const Rule *> collectRules() {
  std::vector<const Rule *> All(std::begin(OfModel), std::end(OfModel));
  for (const Rule &R : OfBodies)
    All.push_back(&R);
  for (const Rule &R : OfStages)
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
    if (R->isAdjustable())
      Names.push_back(R->Name);
  return Names;
}

} // namespace

std::string_view rpcgen::meantRule(std::string_view Name) {
  return meantName(ruleNames(), Name);
}

std::string rpcgen::whyNotAdjustable(std::string_view Name) {
  if (const Rule *Known = findRule(Name))
    return Known->isAdjustable()
               ? ""
               : "'" + std::string(Name) + "' is always reported";
  std::string Text = "there is no rule '" + std::string(Name) + "'";
  std::string_view Meant = nearestName(ruleNames(), Name);
  return Meant.empty() ? Text
                       : Text + "; did you mean '" + std::string(Meant) + "'?";
}

namespace {

/// All checks, by what they judge.
class Walk {
public:
  explicit Walk(const wire::Forms &Judged) : M(Judged.M) {
    Runs.reserve(std::size(OfModel));
    for (const Rule *R : OfModel) {
      Run &Each = Runs.emplace_back();
      Each.Reports.emplace(R->Name, R->Level, Judged, Each.Findings);
      for (const Check *C : {&R->Judges, &R->JudgesToo})
        BySubject[C->index()].push_back({C, &*Each.Reports});
    }
  }

  void model() {
    judge(M);
    for (const Interface &I : M.Interfaces)
      judge(I);
    forEachOperation(
        M, [&](const Interface &I, const Operation &O) { judge(I, O); });
    forEachSite(M, [&](const Site &At) { site(At); });
    forEachStructure(M, [&](const Structure &S) { judge(S); });
    forEachUnion(M, [&](const Union &U) { judge(U); });
    forEachEnumeration(M, [&](const Enumeration &E) { judge(E); });
    for (const Stray &S : M.Strays)
      judge(S);
  }

  /// In the order of the source, and for one place in that of the rules.
  std::vector<Finding> findings() {
    std::vector<Finding> All;
    for (Run &Each : Runs)
      std::ranges::move(Each.Findings, std::back_inserter(All));
    std::ranges::stable_sort(All, {},
                             [](const Finding &F) { return F.Loc.Raw; });
    return All;
  }

private:
  struct Run {
    std::vector<Finding> Findings;
    std::optional<ModelReporter> Reports;
  };
  struct Bound {
    const Check *Function;
    ModelReporter *Reports;
  };

  void site(const Site &At) {
    judge(At);
    judge(At, At.Attributes, At.T);
    const Type &Inner = innermost(At.T);
    if (Inner.K == Type::Kind::Untransmissible &&
        (Inner.Alias.empty() || Aliases.insert(Inner.Loc.Raw).second))
      judge(At, UntransmissibleType{Inner});
    forEachLevel(At.T, [&](const Type &Level) {
      judge(At, Level);
      judge(At, Level.AliasAttributes, Level);
    });
    forEachCountPart(At, [&](const CountAttribute &A, const Expression &E) {
      judge(At, A, E);
    });
    forEachSwitchOperand(At, [&](const Expression &E) {
      judge(At, M.Unions[Inner.Definition], E);
    });
  }

  /// Calls the checks of which these are the subject.
  template <class... Subject> void judge(const Subject &...S) {
    using Function = void (*)(const Subject &..., ModelReporter &);
    constexpr std::size_t Kind = Check(std::in_place_type<Function>).index();
    for (const Bound &Each : BySubject[Kind]) {
      const auto Judges = std::get<Function>(*Each.Function);
      Judges(S..., *Each.Reports);
    }
  }

  const Model &M;
  std::set<std::uint32_t> Aliases; ///< the untransmissible ones that were seen
  std::vector<Run> Runs;           ///< in the order of the rules
  std::array<std::vector<Bound>, std::variant_size_v<Check>> BySubject;
};

} // namespace

std::vector<Finding> rpcgen::check(const wire::Forms &Resolved) {
  Walk W(Resolved);
  W.model();
  return W.findings();
}

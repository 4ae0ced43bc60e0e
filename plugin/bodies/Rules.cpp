//===- Rules.cpp ----------------------------------------------------------===//

#include "bodies/Rules.h"
#include "bodies/Places.h"
#include "bodies/UserCode.h"
#include "bodies/callers/Rules.h"
#include "bodies/implementations/Rules.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <set>

namespace rpcgen {
namespace {

struct BodyRule {
  std::string_view Name;
  Severity Level;
  void (*Check)(const Body &B, Reporter &R);
};

constexpr BodyRule Rules[] = {
#define BODY_RULE(Identifier, Name, Level, Summary)                            \
  {Name, Severity::Level, bodies::check##Identifier},
#define CLIENT_RULE(Identifier, Name, Level, Summary)
#include "bodies/List.def"
};

struct ClientRule {
  std::string_view Name;
  Severity Level;
  void (*Check)(const Client &C, Reporter &R);
};

constexpr ClientRule ClientRules[] = {
#define BODY_RULE(Identifier, Name, Level, Summary)
#define CLIENT_RULE(Identifier, Name, Level, Summary)                          \
  {Name, Severity::Level, bodies::check##Identifier},
#include "bodies/List.def"
};

} // namespace

namespace {

/// Says where in a function that is called it happens.
void addPaths(const Body &B, std::size_t First, std::vector<Finding> &All) {
  for (std::size_t I = First; I < All.size(); ++I)
    for (const auto &[Call, There] : B.Inside)
      if (at(Call).Raw == All[I].Loc.Raw)
        All[I].Notes.push_back(
            {at(There), "here, in a function that is called"});
}

} // namespace

std::vector<Finding> checkBodies(clang::ASTContext &Context, const Model &M) {
  std::vector<Finding> Findings;
  const UserCode Code = findUserCode(Context, M);
  for (const Implementation &I : Code.Implementations) {
    const std::size_t Before = Findings.size();
    const Body Followed(M, *I.Of, I.Definition, Code.Calls);
    for (const BodyRule &Rule : Rules) {
      Reporter Reports(Rule.Name, Rule.Level, Findings);
      Rule.Check(Followed, Reports);
    }
    addPaths(Followed, Before, Findings);
  }
  for (const clang::FunctionDecl *F : Code.Callers) {
    const std::size_t Before = Findings.size();
    const bool InCall =
        llvm::any_of(Code.Implementations, [F](const Implementation &I) {
          return I.Definition == F;
        });
    const Client Followed(M, F, Code.Calls, InCall);
    for (const ClientRule &Rule : ClientRules) {
      Reporter Reports(Rule.Name, Rule.Level, Findings);
      Rule.Check(Followed, Reports);
    }
    addPaths(Followed, Before, Findings);
  }
  std::ranges::stable_sort(Findings, {},
                           [](const Finding &F) { return F.Loc.Raw; });
  // Several ways through a function may have the same mistake.
  std::set<std::pair<std::uint32_t, std::string>> Known;
  std::erase_if(Findings, [&](const Finding &F) {
    return !Known.insert({F.Loc.Raw, F.Rule}).second;
  });
  return Findings;
}

Location firstBody(clang::ASTContext &Context, const Model &M) {
  const UserCode Code = findUserCode(Context, M);
  if (!Code.Implementations.empty())
    return at(Code.Implementations.front().Definition->getLocation());
  return Code.Callers.empty() ? Location()
                              : at(Code.Callers.front()->getLocation());
}

} // namespace rpcgen

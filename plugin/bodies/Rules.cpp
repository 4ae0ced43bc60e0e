//===- Rules.cpp ----------------------------------------------------------===//

#include "bodies/Rules.h"

#include <algorithm>

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
  void (*Check)(const Caller &In, Reporter &R);
};

constexpr ClientRule ClientRules[] = {
#define BODY_RULE(Identifier, Name, Level, Summary)
#define CLIENT_RULE(Identifier, Name, Level, Summary)                          \
  {Name, Severity::Level, bodies::check##Identifier},
#include "bodies/List.def"
};

} // namespace

std::vector<Finding> checkBodies(clang::ASTContext &Context, const Model &M) {
  std::vector<Finding> Findings;
  const UserCode Code = findUserCode(Context, M);
  for (const Implementation &I : Code.Implementations) {
    const Body Followed(M, *I.Of, I.Definition);
    for (const BodyRule &Rule : Rules) {
      Reporter Reports(Rule.Name, Rule.Level, Findings);
      Rule.Check(Followed, Reports);
    }
  }
  for (const Caller &In : Code.Callers)
    for (const ClientRule &Rule : ClientRules) {
      Reporter Reports(Rule.Name, Rule.Level, Findings);
      Rule.Check(In, Reports);
    }
  std::ranges::stable_sort(Findings, {},
                           [](const Finding &F) { return F.Loc.Raw; });
  return Findings;
}

} // namespace rpcgen

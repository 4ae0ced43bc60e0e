//===- Rules.cpp ----------------------------------------------------------===//

#include "bodies/Rules.h"
#include "bodies/Implementations.h"

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
  void (*Check)(const CallSite &At, Reporter &R);
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
  for (const Implementation &I : findImplementations(Context, M)) {
    const Body Followed(M, *I.Of, I.Definition);
    for (const BodyRule &Rule : Rules) {
      Reporter Reports(Rule.Name, Rule.Level, Findings);
      Rule.Check(Followed, Reports);
    }
  }
  for (const CallSite &At : findCallSites(Context, M))
    for (const ClientRule &Rule : ClientRules) {
      Reporter Reports(Rule.Name, Rule.Level, Findings);
      Rule.Check(At, Reports);
    }
  std::ranges::stable_sort(Findings, {},
                           [](const Finding &F) { return F.Loc.Raw; });
  return Findings;
}

} // namespace rpcgen

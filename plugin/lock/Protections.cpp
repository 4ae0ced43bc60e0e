//===- Protections.cpp ----------------------------------------------------===//

#include "lock/Protections.h"
#include "model/Calls.h"
#include "rules/support/Types.h"

#include <algorithm>
#include <string>
#include <utility>

using namespace rpcgen;

namespace {

/// What is not stated is not demanded.
std::pair<Protection, Protection> demanded(const Versioned &O) {
  return {std::max(O.Is->LeastProtection, Protection::None),
          std::max(O.Was->LeastProtection, Protection::None)};
}

void report(Location Loc, const std::string &Subject, const Versioned &O,
            const Interface &Is, Reporter &R) {
  const auto [Now, Before] = demanded(O);
  const bool Raised = Now > Before;
  auto Report = R.report(
      Loc, Subject + " demands the protection " +
               quote(std::string(nameOf(Now))) + ", and demanded " +
               quote(std::string(nameOf(Before))) +
               (Raised ? ": a newer server refuses older clients that call "
                         "with less"
                       : ": an older server refuses newer clients that call "
                         "with less"));
  if (Raised)
    Report.note(Loc, "older clients have to ask for it first, by "
                     "connection_options::security");
  else
    Report.note(Is.Loc, "raise the minor version, if servers are updated "
                        "before their clients");
}

} // namespace

void rpcgen::compareProtections(const Interface &Is, const Interface &Was,
                                const std::vector<Versioned> &Operations,
                                Reporter &R) {
  auto Matters = [&](const Versioned &O) {
    const auto [Now, Before] = demanded(O);
    return Now > Before || (Now < Before && Is.Minor <= Was.Minor);
  };
  auto IsLikeFirst = [&](const Versioned &O) {
    return demanded(O) == demanded(Operations.front());
  };
  // What all have in common is reported once.
  if (Operations.size() > 1 && std::ranges::all_of(Operations, IsLikeFirst)) {
    if (Matters(Operations.front()))
      report(Is.Loc, "interface " + quote(Is.Name), Operations.front(), Is, R);
    return;
  }
  for (const Versioned &O : Operations)
    if (Matters(O))
      report(O.Is->Loc, quote(O.Is->Name), O, Is, R);
}

//===- Interfaces.cpp -----------------------------------------------------===//

#include "lock/Interfaces.h"
#include "lock/Names.h"
#include "lock/Peers.h"
#include "lock/Protections.h"
#include "rules/support/Types.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

using namespace rpcgen;

namespace {

constexpr const char *Reserve =
    "[[rpc::reserved]] keeps the number of an operation that is no longer "
    "served; new ones go to the end";

template <class Matches>
const Operation *findRemote(const Interface &In, Matches Is) {
  auto Found = std::ranges::find_if(
      In.Operations, [&](const Operation &O) { return isRemote(O) && Is(O); });
  return Found == In.Operations.end() ? nullptr : &*Found;
}

const Operation *findNamed(const Interface &In, const std::string &Name) {
  return findRemote(In, [&](const Operation &O) { return O.Name == Name; });
}

bool isReserved(const Interface &In, std::uint16_t Opnum) {
  return std::ranges::any_of(In.Operations, [&](const Operation &O) {
    return O.Reserved && O.Opnum == Opnum;
  });
}

/// One interface as it is and as it was.
class Comparison {
public:
  Comparison(const wire::Forms &New, const wire::Forms &Old,
             const Interface &Is, const Interface &Was, Reporter &R)
      : New(New), Old(Old), Is(Is), Was(Was), R(R) {}

  void run() {
    if (Is.Minor < Was.Minor)
      R.report(Is.Loc, "the minor version of " + quote(Is.Name) + " is " +
                           std::to_string(Is.Minor) + ", and was " +
                           std::to_string(Was.Minor) +
                           ": a newer server refuses older clients");
    for (const std::string &Endpoint : Was.Endpoints)
      if (!std::ranges::count(Is.Endpoints, Endpoint))
        R.report(Is.Loc, "endpoint " + quote(Endpoint) + " is gone from " +
                             quote(Is.Name) +
                             ": older clients look for servers there");
    for (const Operation &Each : Was.Operations)
      if (isRemote(Each))
        compare(Each);
    compareProtections(Is, Was, Kept, R);
  }

private:
  void compare(const Operation &Before) {
    const Operation *Now = findRemote(
        Is, [&](const Operation &O) { return O.Opnum == Before.Opnum; });
    if (!Now || Now->Name != Before.Name)
      if (const Operation *Moved = findNamed(Is, Before.Name))
        return reportMoved(Before, *Moved);
    if (!Now) {
      if (!isReserved(Is, Before.Opnum))
        R.report(Is.Loc,
                 number(Before) + ", " + quote(Before.Name) +
                     ", is gone from " + quote(Is.Name) +
                     ": a newer server refuses the calls of older clients")
            .note(Is.Loc, Reserve);
      return;
    }
    Changes Found = differences(*Now, Before);
    bool Renamed = Now->Name != Before.Name;
    if (Renamed && (!Found.empty() || findNamed(Was, Now->Name)))
      return reportReplaced(*Now, Before);
    for (const Change &Each : Found)
      report(*Now, Each);
    Kept.push_back({Now, &Before});
  }

  /// Of those that one insertion moves, the first is reported.
  void reportMoved(const Operation &Before, const Operation &Now) {
    int By = Now.Opnum - Before.Opnum;
    if (std::exchange(LastMove, By) == By)
      return;
    R.report(Now.Loc, number(Before) + ", " + quote(Before.Name) + ", is " +
                          number(Now) +
                          " now: peers of the other version call another one")
        .note(Now.Loc, Reserve);
  }

  void reportReplaced(const Operation &Now, const Operation &Before) {
    R.report(Now.Loc, number(Now) + " was " + quote(Before.Name) + ", and is " +
                          quote(Now.Name) +
                          " now: peers of the other version call another one")
        .note(Now.Loc, Reserve);
  }

  /// A parameter that is [in, out] is in both messages.
  Changes differences(const Operation &Now, const Operation &Before) {
    Changes All;
    auto Add = [&](auto MessageOf, bool IsRequest) {
      auto Of = [&](const wire::Forms &All, const Operation &O) {
        return Side{All, MessageOf(All, O), siblingsIn(O), O.Loc};
      };
      for (Difference &D :
           rpcgen::compare(Of(New, Now), Of(Old, Before), Handles))
        if (D.mattersToPeers())
          All.add(std::move(D), IsRequest);
    };
    Add(wire::requestOf, true);
    Add(wire::responseOf, false);
    // Older servers do not let newer clients in.
    if (Is.Minor > Was.Minor)
      All.keepOnlyOldClients();
    return All;
  }

  void report(const Operation &O, const Change &C) {
    auto Report = R.report(C.D.Loc, subject(C.D.Path, O.Name) + " " + C.D.What +
                                        ": " + C.Broken.describe());
    for (const Note &Each : C.D.Notes)
      Report.note(Each.Loc, Each.Message);
    Report.note(C.D.Loc, "add another operation at the end, or give the "
                         "interface a new major version");
    if (!C.Broken.hurtsOldClients())
      Report.note(Is.Loc, "or raise the minor version, if servers are updated "
                          "before their clients");
  }

  const wire::Forms &New, &Old;
  const Interface &Is, &Was;
  Reporter &R;
  Contexts Handles;
  std::optional<int> LastMove;
  std::vector<Versioned> Kept;
};

} // namespace

void Versions::compare(const Interface &Is, const Interface &Was) {
  Comparison(New, Old, Is, Was, R).run();
}

/// No versions are exchanged: a program reads whatever there is.
void Versions::compare(const SerializedType &Is, const SerializedType &Was) {
  Contexts None;
  auto Of = [](const wire::Forms &All, const SerializedType &S) {
    return Side{All, {{S.Name, S.Loc, All.value(S.T)}}, {}, S.Loc};
  };
  for (const Difference &D : rpcgen::compare(Of(New, Is), Of(Old, Was), None))
    if (D.mattersToPeers())
      R.report(D.Loc, quote(D.Path) + " " + D.What + ": " + describeReaders(D))
          .note(D.Loc, "give the new form another name: what has been encoded "
                       "may be kept");
}

//===- Peers.cpp ----------------------------------------------------------===//

#include "lock/Peers.h"

#include <algorithm>
#include <utility>

using namespace rpcgen;

namespace {

const char *verb(bool Misread) { return Misread ? "misreads" : "refuses"; }

/// What receivers of one kind, "server", do with what the others send; "" if
/// they understand it.
std::string clause(const Peers &P, bool New, bool Old,
                   const std::string &Receiver, const std::string &Senders) {
  if (!New && !Old)
    return "";
  std::string Who = (New && Old ? "a "
                     : New      ? "a newer "
                                : "an older ") +
                    Receiver + " " + verb(P.Misread);
  std::string Whose = New && Old ? Senders + " of the other version"
                                 : (New ? "older " : "newer ") + Senders;
  return P.Handles ? Who + " the handles of " + Whose
                   : Who + " what " + Whose + " send";
}

} // namespace

std::string Peers::describe() const {
  std::string AtServer =
      clause(*this, NewServer, OldServer, "server", "clients");
  std::string AtClient =
      clause(*this, NewClient, OldClient, "client", "servers");
  return AtServer + (AtServer.empty() || AtClient.empty() ? "" : ", and ") +
         AtClient;
}

void Changes::add(Difference D, bool InRequest) {
  auto Known = std::ranges::find_if(All, [&](const Change &C) {
    return C.D.Path == D.Path && C.D.What == D.What && C.D.Loc == D.Loc;
  });
  if (Known == All.end())
    Known = All.insert(All.end(), {D, {}});
  Peers &P = Known->Broken;
  bool AtServer = InRequest || D.IsHandle;
  (AtServer ? P.NewServer : P.NewClient) |= D.OldToNew;
  (AtServer ? P.OldServer : P.OldClient) |= D.NewToOld;
  P.Misread |= D.Misread;
  P.Handles |= D.IsHandle;
}

void Changes::keepOnlyOldClients() {
  for (Change &C : All)
    C.Broken.OldServer = C.Broken.NewClient = false;
  std::erase_if(All, [](const Change &C) { return !C.Broken.any(); });
}

std::string rpcgen::describeReaders(const Difference &D) {
  std::string Verb = verb(D.Misread);
  return D.OldToNew && D.NewToOld
             ? "a program " + Verb + " what the other version has encoded"
         : D.OldToNew
             ? "a newer program " + Verb + " what older ones have encoded"
             : "an older program " + Verb + " what newer ones encode";
}

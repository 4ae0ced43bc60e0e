//===- Identity.cpp -------------------------------------------------------===//

#include "rules/support/Identity.h"

#include "model/Uuid.h"
#include "resolve/Identity.h"
#include "rules/support/Types.h"

using namespace rpcgen;

std::optional<PeerName> rpcgen::peerName(const Interface &I) {
  auto Text = I.Local ? std::nullopt : writtenUuid(I);
  if (!Text || !parseUuid(*Text))
    return std::nullopt;
  return PeerName(I.Uuid, I.Major, I.Minor);
}

Location rpcgen::identityOf(const Interface &I) {
  for (Attribute::Kind Kind : {Attribute::Uuid, Attribute::Interface})
    if (const Attribute *A = find(I.Attributes, Kind))
      if (!A->Words.empty())
        return A->Loc;
  return I.Loc;
}

std::string rpcgen::sameAs(const std::string &Interface,
                           const std::string &Other) {
  return "interface " + quote(Interface) + " has the uuid and version of " +
         quote(Other) + ", and peers cannot tell them apart";
}

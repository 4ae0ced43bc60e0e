//===- Identity.cpp - the uuid and the version of an interface ------------===//

#include "rules/Identity.h"
#include "model/Uuid.h"
#include "resolve/Identity.h"
#include "rules/Rules.h"
#include "rules/Types.h"

#include <algorithm>
#include <map>

using namespace rpcgen;

namespace {

void checkMissing(const Model &M, Reporter &R) {
  for (const Interface &I : M.Interfaces)
    if (!I.Local && !writtenUuid(I))
      R.report(I.Loc, "interface " + quote(I.Name) + " has no uuid")
          .note(I.Loc, "make one with uuidgen and write "
                       "'rpc::interface(\"xxxxxxxx-xxxx-xxxx-xxxx-"
                       "xxxxxxxxxxxx\", 1, 0)'");
}

void checkBad(const Model &M, Reporter &R) {
  for (const Interface &I : M.Interfaces)
    if (auto Text = writtenUuid(I); Text && !parseUuid(*Text))
      R.report(identityOf(I), quote(*Text) +
                                  " is not a valid UUID: write 8-4-4-4-12 "
                                  "hexadecimal digits");
}

void checkDuplicate(const Model &M, Reporter &R) {
  std::map<PeerName, const Interface *> Seen;
  for (const Interface &I : M.Interfaces) {
    auto Name = peerName(I);
    if (!Name)
      continue;
    auto [First, IsNew] = Seen.emplace(*Name, &I);
    if (!IsNew)
      R.report(identityOf(I), sameAs(I.Name, First->second->Name))
          .note(identityOf(*First->second), "the other interface is here")
          .note(identityOf(I), "make a uuid with uuidgen for each interface");
  }
}

void checkEmpty(const Model &M, Reporter &R) {
  for (const Interface &I : M.Interfaces)
    if (!I.Local && writtenUuid(I) && !find(I.Attributes, "encode") &&
        !find(I.Attributes, "decode") &&
        std::ranges::all_of(I.Operations, &Operation::Local))
      R.report(I.Loc, "interface " + quote(I.Name) + " has no operations")
          .note(I.Loc, "declare functions in its namespace, or write "
                       "'rpc::local' if it has no peers");
}

void checkVersion(const Model &M, Reporter &R) {
  for (const Interface &I : M.Interfaces) {
    if (parseVersion(writtenVersion(I)))
      continue;
    const Attribute *A = find(I.Attributes, "version");
    R.report(A ? A->Loc : identityOf(I),
             "the version of interface " + quote(I.Name) +
                 " must be a major and a minor number, each from 0 to 65535")
        .note(I.Loc, "write for example '1, 0'");
  }
}

void checkLocal(const Model &M, Reporter &R) {
  for (const Interface &I : M.Interfaces)
    if (I.Local && writtenUuid(I))
      R.report(identityOf(I), "interface " + quote(I.Name) +
                                  " is local, and no peer ever sees its uuid")
          .note(I.Loc, "leave out the uuid, or 'rpc::local'");
}

/// "ncacn_ip_tcp:host[5000]": a protocol, and an address in brackets.
bool isBinding(std::string_view Text) {
  std::size_t Colon = Text.find(':'), Bracket = Text.rfind('[');
  bool Parts = Colon != Text.npos && Bracket != Text.npos && Colon > 0 &&
               Colon < Bracket && Text.ends_with(']') &&
               Bracket + 2 < Text.size();
  return Parts && Text.find_first_of("\"\n") == Text.npos;
}

void checkEndpoint(const Model &M, Reporter &R) {
  for (const Interface &I : M.Interfaces)
    for (const std::string &Each : I.Endpoints)
      if (!isBinding(Each))
        R.report(find(I.Attributes, "endpoint")->Loc,
                 quote(Each) + " is not a valid binding string")
            .note(I.Loc, "write for example 'ncacn_ip_tcp:[5000]'");
}

} // namespace

std::optional<PeerName> rpcgen::peerName(const Interface &I) {
  auto Text = I.Local ? std::nullopt : writtenUuid(I);
  if (!Text || !parseUuid(*Text))
    return std::nullopt;
  return PeerName(I.Uuid, I.Major, I.Minor);
}

Location rpcgen::identityOf(const Interface &I) {
  for (const char *Name : {"uuid", "interface"})
    if (const Attribute *A = find(I.Attributes, Name))
      if (!A->Words.empty())
        return A->Loc;
  return I.Loc;
}

std::string rpcgen::sameAs(const std::string &Interface,
                           const std::string &Other) {
  return "interface " + quote(Interface) + " has the uuid and version of " +
         quote(Other) + ", and peers cannot tell them apart";
}

const Rule rpcgen::UuidMissing = {"uuid-missing", Severity::Error,
                                  "an interface without a uuid", checkMissing};

const Rule rpcgen::UuidDuplicate = {"uuid-duplicate", Severity::Warning,
                                    "two interfaces of one uuid and version",
                                    checkDuplicate};

const Rule rpcgen::InterfaceEmpty = {"interface-empty", Severity::Warning,
                                     "an interface without operations",
                                     checkEmpty};

const Rule rpcgen::UuidBad = {
    "uuid-bad", Severity::Error,
    "a uuid that is not written as 8-4-4-4-12 hexadecimal digits", checkBad};

const Rule rpcgen::VersionFormat = {
    "version-format", Severity::Error,
    "a version that is not two numbers from 0 to 65535", checkVersion};

const Rule rpcgen::LocalWithUuid = {"local-with-uuid", Severity::Warning,
                                    "a local interface with a uuid",
                                    checkLocal};

const Rule rpcgen::EndpointBad = {
    "endpoint-bad", Severity::Error,
    "an endpoint that is not a valid binding string", checkEndpoint};

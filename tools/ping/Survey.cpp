//===- Survey.cpp ---------------------------------------------------------===//
#include "Survey.h"

#include <rpc/binding.h>
#include <rpc/endpoint_mapper.h>
#include <rpc/error.h>

#include <algorithm>

using namespace rpcgen::ping;

namespace {

bool isHost(const rpc::endpoint &At) {
  return At.via == rpc::endpoint::transport::tcp && At.port == 0;
}

rpc::endpoint mapperOf(rpc::endpoint Host, const rpc::connection_options &By) {
  Host.port = By.mapper_port;
  return Host;
}

/// Whether the server grants a transfer syntax for the interface; not if it
/// refuses the interface to this client.
bool grants(const rpc::connection &Peer, const rpc::syntax_id &Id,
            rpc::ndr::syntax Wanted) {
  try {
    const rpc::offered_interface Offer(Id, Wanted == rpc::ndr::syntax::ndr64);
    return rpc::binding(Peer, Offer).syntax() == Wanted;
  } catch (const rpc::error &) {
    return false;
  }
}

Survey ofServer(const rpc::endpoint &At, const rpc::connection_options &By) {
  const rpc::connection Peer(At, By);
  Survey Found{
      .Peer = At.text(), .Listens = {}, .Statistics = {}, .Interfaces = {}};
  Found.Listens = rpc::is_listening(Peer);
  Found.Statistics = rpc::inquire_statistics(Peer);
  rpc::connection_options Narrow = By;
  Narrow.ndr64 = false;
  const rpc::connection Ndr(At, Narrow);
  for (const rpc::syntax_id &Id : rpc::inquire_interfaces(Peer))
    Found.Interfaces.push_back({Id,
                                {{At.text(),
                                  grants(Ndr, Id, rpc::ndr::syntax::ndr20),
                                  grants(Peer, Id, rpc::ndr::syntax::ndr64),
                                  {},
                                  {}}}});
  return Found;
}

/// Entries that differ in the transfer syntax only are one place.
void add(Survey &To, const rpc::endpoint_entry &Entry) {
  const rpc::tower &Where = Entry.where;
  auto Of = std::ranges::find(To.Interfaces, Where.interface, &Interface::Id);
  if (Of == To.Interfaces.end())
    Of = To.Interfaces.insert(Of, {Where.interface, {}});
  const std::string Binding =
      Where.protocol.empty() ? "an unknown protocol" : Where.binding();
  auto At = std::ranges::find_if(Of->Places, [&](const Place &P) {
    return P.Binding == Binding && P.Object == Entry.object &&
           P.Annotation == Entry.annotation;
  });
  if (At == Of->Places.end())
    At = Of->Places.insert(
        At, {Binding, false, false, Entry.annotation, Entry.object});
  At->Ndr |= Where.transfer_syntax == rpc::ndr20_syntax;
  At->Ndr64 |= Where.transfer_syntax == rpc::ndr64_syntax;
}

Survey ofHost(const rpc::endpoint &Host, const rpc::connection_options &By) {
  const rpc::endpoint At = mapperOf(Host, By);
  Survey Found{
      .Peer = At.text(), .Listens = {}, .Statistics = {}, .Interfaces = {}};
  for (const rpc::endpoint_entry &Entry :
       rpc::lookup_endpoints(rpc::connection(At, By)))
    add(Found, Entry);
  return Found;
}

} // namespace

Survey rpcgen::ping::surveyOf(const rpc::endpoint &At,
                              const rpc::connection_options &By) {
  return isHost(At) ? ofHost(At, By) : ofServer(At, By);
}

bool rpcgen::ping::listens(const rpc::endpoint &At,
                           const rpc::connection_options &By) {
  if (!isHost(At))
    return rpc::is_listening(rpc::connection(At, By));
  const rpc::connection Mapper(mapperOf(At, By), By);
  const rpc::binding Bound(
      Mapper, rpc::syntax_id{rpc::endpoint_mapper_interface, 3, 0});
  return true;
}

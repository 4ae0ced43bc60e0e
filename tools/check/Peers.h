//===- Peers.h - interfaces that peers cannot tell apart ------------------===//
#ifndef RPC_CHECK_PEERS_H
#define RPC_CHECK_PEERS_H

#include "Result.h"
#include "rules/support/Identity.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace rpc_check {

/// The interfaces of any number of translation units, by the names that their
/// peers know them by. The rule uuid-duplicate sees those of one.
struct Peers {
  /// At `Where` it says its uuid; `L` is the level of a finding there, nothing
  /// if the user wants none.
  void add(const rpcgen::PeerName &Name, const Place &Where,
           const rpcgen::Interface &I, std::optional<Level> L);
  void merge(Peers Other);

  /// Reports nothing where `IsWanted` says no.
  void restrictTo(const std::function<bool(const Place &)> &IsWanted);

  /// What has a name that an interface elsewhere has, unless one of `Found`
  /// says so of it.
  std::vector<Result> duplicates(const std::vector<Result> &Found) const;

  struct Peer {
    std::string Interface, Namespace;
    std::set<std::string> Operations;
    std::optional<Level> L;

    bool isCopyOf(const Peer &Other) const;
  };
  std::map<rpcgen::PeerName, std::map<Place, Peer>> All;
};

} // namespace rpc_check

#endif // RPC_CHECK_PEERS_H

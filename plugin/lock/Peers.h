//===- Peers.h - who does not understand whom -----------------------------===//
#ifndef RPCGEN_LOCK_PEERS_H
#define RPCGEN_LOCK_PEERS_H

#include "lock/Compare.h"

#include <string>
#include <vector>

namespace rpcgen {

/// The peers that do not understand what one of the other version sends.
struct Peers {
  bool NewServer = false, OldServer = false;
  bool NewClient = false, OldClient = false;
  bool Misread = false; ///< and do not notice
  bool Handles = false; ///< only as far as context handles go

  bool any() const { return NewServer || OldServer || NewClient || OldClient; }
  bool hurtsOldClients() const { return NewServer || OldClient; }

  /// "an older server refuses what newer clients send".
  std::string describe() const;
};

struct Change {
  Difference D;
  Peers Broken;
};

/// The differences of a request and of its response.
class Changes {
public:
  /// What both messages have is one change.
  void add(Difference D, bool InRequest);

  /// Leaves out what only newer clients and older servers suffer from.
  void keepOnlyOldClients();

  bool empty() const { return All.empty(); }
  auto begin() const { return All.begin(); }
  auto end() const { return All.end(); }

private:
  std::vector<Change> All;
};

/// The same of a type that is encoded and decoded by itself.
std::string describeReaders(const Difference &D);

} // namespace rpcgen

#endif // RPCGEN_LOCK_PEERS_H

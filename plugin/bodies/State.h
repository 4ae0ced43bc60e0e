//===- State.h - memory at one point of a function ------------------------===//
#ifndef RPCGEN_BODIES_STATE_H
#define RPCGEN_BODIES_STATE_H

#include "bodies/Value.h"

#include <functional>
#include <map>
#include <set>

namespace rpcgen {

using RegionSet = std::set<const Region *, ById>;

/// What a region holds when the function is called.
using InitialValues = std::function<Values(const Region *)>;

struct State {
  /// What was stored. Every other region holds its initial value, unless it is
  /// in an object that something unknown has happened to.
  std::map<const Region *, Values, ById> Memory;
  RegionSet Clobbered;
  RegionSet NotNull;  ///< held a pointer that is not null, on every way
  RegionSet Compared; ///< their initial numbers were, on every way
  /// Numbers and containers that a condition was about, and objects that a
  /// function of the program has seen, on every way. One that a condition found
  /// to be zero or empty is not among them.
  RegionSet Examined;

  Values load(const Region *R, const InitialValues &Initial) const;

  /// Replaces what R holds, if it is one object, or adds to it.
  void store(const Region *R, const Values &New, bool OneOfMany,
             const InitialValues &Initial);

  /// Something unknown happens to R, and to all that is in it or reached from
  /// it.
  void clobber(const Region *R);

  /// What holds here when one comes from `Other` as well.
  void join(const State &Other, const InitialValues &Initial);

  friend bool operator==(const State &, const State &) = default;
};

} // namespace rpcgen

#endif // RPCGEN_BODIES_STATE_H

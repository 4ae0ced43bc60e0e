//===- State.h - memory at one point of a function ------------------------===//
#ifndef RPCGEN_BODIES_FLOW_STATE_H
#define RPCGEN_BODIES_FLOW_STATE_H

#include "bodies/flow/Value.h"

#include "llvm/ADT/FoldingSet.h"

#include <functional>
#include <map>
#include <set>
#include <vector>

namespace rpcgen {

using RegionSet = std::set<const Region *, ById>;

/// What a region holds when the function is called.
using InitialValues = std::function<Values(const Region *)>;

/// How a condition has turned out, as long as nothing is stored to what it
/// reads.
struct Fact {
  llvm::FoldingSetNodeID Condition; ///< equal for equal conditions
  RegionSet Reads;
  bool Holds = false;
  const clang::Expr *E = nullptr; ///< one of these conditions,
  bool Is = false;                ///< and how that one turned out

  friend bool operator==(const Fact &A, const Fact &B) {
    return A.Condition == B.Condition && A.Reads == B.Reads &&
           A.Holds == B.Holds;
  }
};

/// The tests that were taken on the way to a point.
using Way = std::vector<Fact>;

/// Whether there is new memory, unless something else has it by now.
enum class Hold { Gone, Absent, Possible, Certain };

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
  RegionSet Earlier; ///< of allocations, those that there are
  /// New memory of results that nothing but this function can release, on every
  /// way that has allocated it, and whether there is any, on one of them.
  std::map<const Region *, Hold, ById> Held;
  /// Variables that hold what was loaded from another place, and neither has
  /// been stored to since.
  std::map<const Region *, const Region *, ById> Copies;
  Way Facts;
  bool IsLater = false; ///< the reply was taken, on one of the ways: what
                        ///< belongs to the call outlives the function
  /// Values of expressions that a later block uses.
  std::map<const clang::Expr *, Values> Carried;

  Values load(const Region *R, const InitialValues &Initial) const;

  /// Replaces what R holds, if it is one object, or adds to it.
  void store(const Region *R, const Values &New, bool OneOfMany,
             const InitialValues &Initial);

  /// Something unknown happens to R, and to all that is in it or reached from
  /// it.
  void clobber(const Region *R);

  /// What is From has To as its region from now on. Of several objects, adds
  /// to what is there.
  void move(const Region *From, const Region *To, Regions &Known, bool Adds,
            const InitialValues &Initial);

  /// Something else may release what these are the addresses of.
  void letGo(const Values &Addresses);

  bool isGone(const Region *R) const;

  /// There is no memory where these would point.
  void deny(const Values &Addresses);

  Hold heldAs(const Region *R) const;

  /// Forgets what is in R, which begins or ends.
  void forget(const Region *R);

  /// What holds here when one comes from `Other` as well.
  void join(const State &Other, const InitialValues &Initial);

  /// Whether both ways have had the same tests, so that little is lost if they
  /// are followed as one.
  bool isAlike(const State &Other) const;

  friend bool operator==(const State &, const State &) = default;

private:
  void dropFacts(const Region *R);
  void dropCopies(const Region *R);
};

} // namespace rpcgen

#endif // RPCGEN_BODIES_FLOW_STATE_H

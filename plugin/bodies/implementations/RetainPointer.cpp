//===- RetainPointer.cpp --------------------------------------------------===//

#include "bodies/Path.h"
#include "bodies/flow/Standard.h"
#include "bodies/implementations/Describe.h"
#include "bodies/implementations/Rules.h"

#include <set>

namespace rpcgen {
namespace {

/// Whether it is a part of what something that outlives the call owns as well.
bool isKeptAlive(const Body &B, const Region *R) {
  return llvm::any_of(B.Retentions, [R](const Retention &Other) {
    return Other.What.may(
        [R](const Value &V) { return V.N == Value::Owned && R->isIn(V.R); });
  });
}

/// Whether what is there was stored by the function, and nothing unknown has
/// happened to it.
bool isStored(const State &At, const Region *R) {
  auto Stored = At.Memory.find(R);
  return Stored != At.Memory.end() &&
         Stored->second.must([](const Value &V) { return V.N == 0; }) &&
         llvm::none_of(At.Clobbered,
                       [R](const Region *Each) { return R->isIn(Each); });
}

/// Whether the container that it is in has lost its elements.
bool isTakenAway(const State &At, const Region *R) {
  for (; R; R = R->Parent) {
    auto Stored = R->K == Region::Kind::Content ? At.Memory.find(R->Parent)
                                                : At.Memory.end();
    if (Stored != At.Memory.end() && Stored->second.must(Value::Kind::Null))
      return true;
  }
  return false;
}

/// Whether what is there is one of these pointers; it may be an earlier object
/// of the same allocation by now.
bool isOf(const Values &Kept, const Value &There) {
  return There.R->root()->isAllocation() ||
         Kept.may([&](const Value &V) { return V.R == There.R; });
}

/// Whether it is still there when the function returns.
bool isLeft(const Body &B, const Retention &Kept, Value V) {
  if (!Kept.To)
    return true;
  // What an insertion has added is erased, where it has added anything.
  if (llvm::any_of(B.Exits, [&](const Exit &E) {
        return B.load(E.After, Kept.To).may([&](const Value &Each) {
          return Each.K == Value::Kind::Null && Each.E && Each.E == Kept.At;
        });
      }))
    return false;
  // What other code has done there is not known, nor on which ways the pointer
  // was stored. That the function stores something else speaks for it, but of a
  // container, which has more elements then.
  const bool IsContainer = standardKind(Kept.To->T) == StandardKind::Sequence;
  const bool IsChanged =
      !IsContainer && llvm::any_of(B.Exits, [&](const Exit &E) {
        return E.After.Memory.contains(Kept.To) &&
               B.load(E.After, Kept.To).must([&](const Value &Each) {
                 return Each.K != V.K && Each.K != Value::Kind::Unknown;
               });
      });
  return llvm::any_of(B.Exits, [&](const Exit &E) {
    return !isTakenAway(E.After, Kept.To) &&
           B.load(E.After, Kept.To).may([&](const Value &Each) {
             return (Each.K == V.K && isOf(Kept.What, Each)) ||
                    (Each.K == Value::Kind::Unknown && !IsChanged &&
                     !isStored(E.After, Kept.To));
           });
  });
}

} // namespace

void bodies::checkRetainPointer(const Body &B, Reporter &R) {
  std::set<std::uint32_t> Reported;
  for (const Retention &Kept : B.Retentions)
    for (Value V : Kept.What) {
      if (V.K != Value::Kind::Address || V.N == Value::Owned ||
          !isLeft(B, Kept, V) || isKeptAlive(B, V.R))
        continue;
      const Region *Object = V.R->object();
      const KnownFunction *Made =
          Object->isAllocation() ? knownFunction(Object->E) : nullptr;
      bool IsArena = Made && Made->Of == Allocator::Stub;
      if (!IsArena && (!B.isStubOwned(V.R) || !Object->Holder ||
                       B.allocationBehind(Object->Holder) == Allocation::Kept))
        continue;
      if (!Reported.insert(at(Kept.At).Raw).second)
        continue;
      auto Report = R.report(
          at(Kept.At),
          (IsArena ? std::string("memory of '") + Made->Name + "'"
                   : "what " + describe(B, Object->Holder) + " points to") +
              " is released when the call has ended, and a pointer to "
              "it is kept here; keep a copy");
      PathNotes(B, at(Kept.At)).allocated(Object).addTo(Report);
    }
}

} // namespace rpcgen

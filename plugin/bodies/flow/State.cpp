//===- State.cpp ----------------------------------------------------------===//

#include "bodies/flow/State.h"

#include <algorithm>

namespace rpcgen {

namespace {

/// Whether some of its elements may be told apart.
bool maySplit(const Region *R) { return R->isMany() && R->root()->isOnStack(); }

bool isElementOf(const Region *Array, const Region *R) {
  return R->K == Region::Kind::Element && R->Parent == Array;
}

} // namespace

Values State::load(const Region *R, const InitialValues &Initial) const {
  auto Stored = Memory.find(R);
  // What is in any of them, unless it is known of this one.
  if (Stored == Memory.end() && R->K == Region::Kind::Element)
    Stored = Memory.find(R->Parent);
  Values Result;
  if (Stored != Memory.end())
    Result = Stored->second;
  else if (llvm::any_of(Clobbered, [R](auto *C) { return R->isIn(C); }))
    Result = Value();
  else
    Result = Initial(R);
  if (maySplit(R))
    for (const auto &[Each, Held] : Memory)
      if (isElementOf(R, Each))
        Result.add(Held);
  return Result.where([this](const Value &V) {
    return V.K != Value::Kind::Null || !V.R || !NotNull.contains(V.R);
  });
}

void State::dropFacts(const Region *R) {
  std::erase_if(Facts, [R](const Fact &F) {
    return llvm::any_of(F.Reads, [R](const Region *Read) {
      return Read->isIn(R) || R->isIn(Read);
    });
  });
}

void State::dropCopies(const Region *R) {
  std::erase_if(Copies, [R](const auto &Copy) {
    return Copy.first->isIn(R) || Copy.second->isIn(R);
  });
}

void State::store(const Region *R, const Values &New, bool OneOfMany,
                  const InitialValues &Initial) {
  Values Result = New;
  if (OneOfMany || R->isMany()) {
    // Whether the one that is used next is another one is not known.
    const Values Old = load(R, Initial);
    Result.add(New.may(Value::Kind::Null) ? Old
                                          : Old.without(Value::Kind::Null));
  }
  if (maySplit(R))
    for (auto &[Each, Held] : Memory)
      if (isElementOf(R, Each))
        Held.add(New);
  Memory[R] = std::move(Result);
  dropFacts(R);
  dropCopies(R);
}

void State::letGo(const Values &Addresses) {
  for (Value V : Addresses)
    if (V.K == Value::Kind::Address)
      if (auto Known = Held.find(V.R->object()); Known != Held.end())
        Known->second = Hold::Gone;
}

void State::deny(const Values &Addresses) {
  for (Value V : Addresses)
    if (V.K == Value::Kind::Address)
      if (auto Known = Held.find(V.R);
          Known != Held.end() && Known->second != Hold::Gone)
        Known->second = Hold::Absent;
}

bool State::isGone(const Region *R) const {
  auto Known = Held.find(R);
  return Known != Held.end() && Known->second == Hold::Gone;
}

Hold State::heldAs(const Region *R) const {
  auto Known = Held.find(R);
  const Hold How = Known == Held.end() ? Hold::Absent : Known->second;
  return How == Hold::Possible && NotNull.contains(R) ? Hold::Certain : How;
}

void State::clobber(const Region *R) {
  std::erase_if(Memory, [&](auto &Entry) {
    if (!Entry.first->isIn(R))
      return false;
    letGo(Entry.second);
    return true;
  });
  Clobbered.insert(R);
  dropFacts(R);
  dropCopies(R);
}

void State::forget(const Region *R) {
  auto IsInside = [R](const Region *Other) { return Other->isIn(R); };
  std::erase_if(Memory, [&](auto &Entry) { return IsInside(Entry.first); });
  std::erase_if(Clobbered, IsInside);
  dropFacts(R);
  dropCopies(R);
}

void State::move(const Region *From, const Region *To, Regions &Known,
                 bool Adds, const InitialValues &Initial) {
  auto Moved = [&](const Region *R) { return Known.moved(R, From, To); };
  auto MovedIn = [&](const Values &Stored) {
    Values All;
    for (Value V : Stored) {
      if (V.R)
        V.R = Moved(V.R);
      All.add(V);
    }
    return All;
  };
  for (auto &[E, Stored] : Carried)
    Stored = MovedIn(Stored);
  std::map<const Region *, Values, ById> Next;
  for (const auto &[R, Stored] : Memory) {
    Values All = MovedIn(Stored);
    const Region *Target = Moved(R);
    if (Target != R && Adds)
      All.add(load(Target, Initial));
    Next[Target].add(All);
  }
  Memory = std::move(Next);
  if (Held.contains(From) && !isGone(From))
    Held[To] = std::max(Adds ? heldAs(To) : Hold::Absent, heldAs(From));
  Held.erase(From);
  for (RegionSet *Set : {&Clobbered, &NotNull, &Compared, &Examined}) {
    RegionSet All;
    for (const Region *R : *Set)
      if (!Adds || Set == &Clobbered || !R->isIn(From))
        All.insert(Moved(R));
    *Set = std::move(All);
  }
  for (const Region *R : {From, To}) {
    dropFacts(R);
    dropCopies(R);
  }
}

namespace {

void intersect(RegionSet &A, const RegionSet &B) {
  std::erase_if(A, [&](const Region *R) { return !B.contains(R); });
}

/// A flag, or a number that is known to say how a condition turned out.
bool isTest(const Region *R, const Values &Stored) {
  return (!R->T.isNull() && R->T->isBooleanType()) ||
         Stored.may(Value::Kind::Outcome);
}

} // namespace

void State::join(const State &Other, const InitialValues &Initial) {
  std::map<const Region *, Values, ById> Both;
  for (const State *From : {static_cast<const State *>(this), &Other})
    for (const auto &[R, Stored] : From->Memory)
      if (Values &All = Both[R]; All.empty()) {
        All = load(R, Initial);
        All.add(Other.load(R, Initial));
      }
  Memory = std::move(Both);
  Clobbered.insert(Other.Clobbered.begin(), Other.Clobbered.end());
  Earlier.insert(Other.Earlier.begin(), Other.Earlier.end());
  RegionSet AllHeld;
  for (const State *From : {static_cast<const State *>(this), &Other})
    for (const auto &Entry : From->Held)
      AllHeld.insert(Entry.first);
  for (const Region *R : AllHeld)
    Held[R] = isGone(R) || Other.isGone(R)
                  ? Hold::Gone
                  : std::max(heldAs(R), Other.heldAs(R));
  IsLater |= Other.IsLater;
  intersect(NotNull, Other.NotNull);
  intersect(Compared, Other.Compared);
  intersect(Examined, Other.Examined);
  std::erase_if(Facts, [&](const Fact &F) {
    return !llvm::is_contained(Other.Facts, F);
  });
  std::erase_if(Copies, [&](const auto &Copy) {
    return !llvm::is_contained(Other.Copies, Copy);
  });
  for (const auto &[E, More] : Other.Carried)
    Carried[E].add(More);
}

bool State::isAlike(const State &Other) const {
  if (NotNull != Other.NotNull || Facts != Other.Facts)
    return false;
  auto Has = [](const State &S) {
    std::vector<const Region *> Found;
    for (const auto &[R, How] : S.Held)
      if (How > Hold::Absent)
        Found.push_back(R);
    return Found;
  };
  if (Has(*this) != Has(Other))
    return false;
  auto Tests = [](const State &S) {
    std::vector<std::pair<const Region *, Values>> Found;
    for (const auto &Entry : S.Memory)
      if (isTest(Entry.first, Entry.second))
        Found.push_back(Entry);
    return Found;
  };
  return Tests(*this) == Tests(Other);
}

} // namespace rpcgen

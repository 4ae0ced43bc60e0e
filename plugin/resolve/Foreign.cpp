//===- Foreign.cpp --------------------------------------------------------===//

#include "resolve/Foreign.h"

#include <algorithm>
#include <map>
#include <string>

using namespace rpcgen;

namespace {

using Kind = Type::Kind;

/// Finds why the foreign definitions of a model cannot travel.
class Foreign {
public:
  explicit Foreign(const Model &M) : M(M) {}

  /// The end of a sentence; "" for a type that can travel, or that is the
  /// user's.
  std::string whyNot(const Type &T) {
    if (T.K == Kind::Union && M.Unions[T.Definition].Foreign)
      return "is a union whose members have no case";
    if (T.K != Kind::Structure || !M.Structures[T.Definition].Foreign)
      return "";
    auto [Known, IsNew] = Structures.try_emplace(T.Definition);
    if (IsNew) // it may contain pointers to itself
      Structures[T.Definition] = whyNot(M.Structures[T.Definition]);
    return Structures[T.Definition];
  }

private:
  std::string whyNot(const Structure &S) {
    for (const Field &F : S.Fields)
      if (F.BitField || !canTravel(F.T))
        return "has a field '" + F.Name + "' of a type that has no wire form";
    return "";
  }

  bool canTravel(const Type &T) {
    bool IsOpen = T.K == Kind::Array && !T.Extent;
    return T.K != Kind::Untransmissible && !IsOpen && whyNot(T).empty() &&
           std::ranges::all_of(
               T.Element, [&](const Type &Each) { return canTravel(Each); });
  }

  const Model &M;
  std::map<std::size_t, std::string> Structures;
};

const Type &innermost(const Type &T) {
  return T.isPointerLike() ? innermost(T.element()) : T;
}

void refuse(Type &T, Foreign &Known) {
  if (std::string Why = Known.whyNot(T); !Why.empty())
    T.refuse(Obstacle::NoWireForm, std::move(Why));
  for (Type &Each : T.Element)
    refuse(Each, Known);
  // Instead of what holds it: a container, a pipe, a type that travels as it.
  if (!T.isPointerLike())
    for (const Type &Each : T.Element)
      if (const Type &Held = innermost(Each); Held.K == Kind::Untransmissible) {
        Type Refused = Held;
        Refused.Loc = T.Loc;
        T = std::move(Refused);
        return;
      }
}

} // namespace

void rpcgen::refuseForeign(Model &M) {
  const Model Read = M;
  Foreign Known(Read);
  for (Interface &I : M.Interfaces)
    for (Operation &O : I.Operations) {
      refuse(O.Return, Known);
      for (Parameter &P : O.Parameters)
        refuse(P.T, Known);
    }
  for (Structure &S : M.Structures)
    if (!S.Foreign)
      for (Field &F : S.Fields)
        refuse(F.T, Known);
  for (Union &U : M.Unions)
    if (!U.Foreign)
      for (Arm &A : U.Arms)
        refuse(A.F.T, Known);
  for (SerializedType &S : M.Serialized)
    refuse(S.T, Known);
}

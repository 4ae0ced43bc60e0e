//===- Widl.cpp -----------------------------------------------------------===//
//
// As widl 8 and the runtime of Wine 8 were seen to do with -Oicf.
//
//===----------------------------------------------------------------------===//

#include "idl/export/Widl.h"

#include "idl/export/Plain.h"

#include <algorithm>

namespace rpcgen::idl {
namespace {

bool isPointer(const Type &T) {
  return T.K == Type::Kind::Pointer && !T.Ignored;
}

bool isPointerToString(const Type &T) {
  return isPointer(T) && T.element().K == Type::Kind::Array &&
         T.element().String;
}

/// Beneath pointers and arrays.
bool hasStringBeneath(const Type &T) {
  if (isPointerToString(T))
    return true;
  return (isPointer(T) || T.K == Type::Kind::Array) && !T.Element.empty() &&
         hasStringBeneath(T.element());
}

bool isFull(const Type &T) {
  return isPointer(T) && T.Class == PointerClass::Full;
}

class Search {
public:
  explicit Search(const wire::Forms &All) : All(All) {}

  void in(const Type &T, Location Loc) {
    HasFull |= isFull(T);
    if (!T.Ignored)
      for (const Type &Inner : T.Element)
        in(Inner, Loc);
    if ((T.K != Type::Kind::Structure && T.K != Type::Kind::Union) ||
        !Seen.insert({T.K, T.Definition}).second)
      return;
    if (T.K == Type::Kind::Union) {
      for (const Arm &A : All.M.Unions[T.Definition].Arms)
        in(plain(All, A.F.T), A.F.Loc);
      return;
    }
    const Structure &S = All.M.Structures[T.Definition];
    for (const Field &F : S.Fields) {
      const Type Plain = plain(All, F.T);
      if (!S.Encapsulated && hasSmallTag(Plain) && !Found)
        Found = Obstacle{F.Loc, "the union '" + F.Name + "' of '" + S.Name +
                                    "' has a discriminant of other than 32 "
                                    "bits, which widl gives any in a struct"};
      in(Plain, F.Loc);
    }
  }

  std::optional<Obstacle> Found;
  bool HasFull = false;

private:
  bool hasSmallTag(const Type &T) const {
    if (T.K != Type::Kind::Union)
      return false;
    const auto *Tag = All.Unions[T.Definition].Tag.C.as<wire::Scalar>();
    return Tag && Tag->Size[0] != 4;
  }

  const wire::Forms &All;
  std::set<std::pair<Type::Kind, std::size_t>> Seen;
};

} // namespace

bool isArrayOfStrings(const Type &T) {
  if (!isPointer(T) || T.Class != PointerClass::Ref)
    return false;
  const Type &To = T.element();
  return isPointerToString(To.K == Type::Kind::Array ? To.element() : To);
}

std::optional<Obstacle> mistakenByWidl(const wire::Forms &All,
                                       const Operation &O) {
  Search In(All);
  bool IsFullSaid = false;
  for (const Parameter &P : O.Parameters) {
    const Type T = plainParameter(All, P.T);
    if (isPointer(T) && !isPointerToString(T) &&
        hasStringBeneath(T.element()) && !isArrayOfStrings(T))
      return Obstacle{P.Loc, "parameter '" + P.Name +
                                 "' has strings behind pointers to pointers, "
                                 "of which widl makes another type"};
    IsFullSaid |= isFull(T);
    In.in(T, P.Loc);
  }
  In.in(plain(All, O.Return), O.Loc);
  if (In.HasFull && !IsFullSaid)
    return Obstacle{O.Loc, "'" + O.Name +
                               "' has full pointers, which widl overlooks "
                               "where no parameter is one itself"};
  return In.Found;
}

} // namespace rpcgen::idl

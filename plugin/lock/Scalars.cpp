//===- Scalars.cpp --------------------------------------------------------===//

#include "lock/Scalars.h"
#include "model/Values.h"

#include <algorithm>

using namespace rpcgen;

namespace {

/// What so many bits hold.
Interval boundsOf(unsigned Bits, bool Signed) {
  const Wide Count = Wide{1} << std::min(Bits, 64U);
  return Signed ? Interval{-Count / 2, Count / 2 - 1} : Interval{0, Count - 1};
}

Interval intersect(const Interval &A, const Interval &B) {
  return {std::max(A.Low, B.Low), std::min(A.High, B.High)};
}

/// Of so many bytes in NDR20 and in NDR64.
Construct scalar(std::string Name, unsigned Narrow, unsigned Wider) {
  Construct F;
  F.K = Construct::Kind::Scalar;
  F.Name = std::move(Name);
  F.Layout = std::to_string(Narrow) + "/" + std::to_string(Wider);
  F.Alignment = {std::max(Narrow, 1U), std::max(Wider, 1U)};
  return F;
}

/// All values of its size mean something.
Construct whole(std::string Name, unsigned Bytes, const Interval &Values) {
  Construct F = scalar(std::move(Name), Bytes, Bytes);
  F.Sends = F.Takes = Values;
  F.Refuses = false;
  return F;
}

Construct integer(const Type &T) {
  std::string Name = T.Int3264 ? "int3264" : "int" + std::to_string(T.Bits);
  if (!T.Signed)
    Name = "u" + Name;
  const Interval Values = boundsOf(T.Bits, T.Signed);
  if (!T.Int3264)
    return whole(Name, T.Bits / 8, Values);
  Construct F = scalar(Name, 4, 8);
  F.Sends = F.Takes = Values;
  F.Refuses = false;
  return F;
}

/// A fixed underlying type takes values that no enumerator has.
Construct enumeration(const Enumeration &E) {
  Construct F = E.V1 ? scalar("an enum of 32 bits", 4, 4)
                     : scalar("an enum of 16 bits", 2, 4);
  const Interval Wire = E.V1 ? boundsOf(32, E.Signed) : boundsOf(15, false);
  const Interval Memory = intersect(Wire, boundsOf(E.Bits, E.Signed));
  const ValueRange Values = valuesOf(E);
  F.Sends = intersect(Memory, {Values.Low, Values.High});
  F.Takes = E.FixedUnderlying ? Memory : F.Sends;
  F.Refuses = !E.V1 || !E.FixedUnderlying;
  F.Enum = &E;
  return F;
}

Construct floating(unsigned Bits) {
  Construct F = scalar(Bits == 32 ? "float" : "double", Bits / 8, Bits / 8);
  F.Layout = F.Name;
  return F;
}

Construct plain(const Model &M, const Type &T) {
  switch (T.K) {
  case Type::Kind::Boolean:
    return whole("boolean", 1, {0, 1});
  case Type::Kind::Integer:
    return integer(T);
  case Type::Kind::Character:
    return whole("char", 1, boundsOf(8, false));
  case Type::Kind::WideCharacter:
    return whole("wchar_t", 2, boundsOf(16, false));
  case Type::Kind::Float:
    return floating(T.Bits);
  case Type::Kind::Enumeration:
    return enumeration(M.Enumerations[T.Definition]);
  case Type::Kind::Void:
  case Type::Kind::Structure:
  case Type::Kind::Union:
  case Type::Kind::Pointer:
  case Type::Kind::Reference:
  case Type::Kind::Array:
  case Type::Kind::Standard:
  case Type::Kind::Presented:
  case Type::Kind::ContextHandle:
  case Type::Kind::BindingHandle:
  case Type::Kind::Pipe:
  case Type::Kind::Untransmissible:
    break;
  }
  Construct Nothing;
  Nothing.Name = "nothing";
  return Nothing;
}

} // namespace

Construct rpcgen::scalarOf(const Model &M, const Type &T) {
  Construct F = plain(M, T);
  if (T.Range) {
    const Interval Range = {T.Range->Low, T.Range->High};
    F.Sends = intersect(F.Sends, Range);
    F.Takes = intersect(F.Takes, Range);
    F.Refuses = true;
  }
  return F;
}

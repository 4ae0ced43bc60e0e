//===- Scalars.cpp --------------------------------------------------------===//

#include "model/Values.h"
#include "wire/Forms.h"

#include <algorithm>

namespace rpcgen::wire {
namespace {

/// What so many bits hold.
Interval boundsOf(unsigned Bits, bool Signed) {
  const Wide Count = Wide{1} << std::min(Bits, 64U);
  return Signed ? Interval{-Count / 2, Count / 2 - 1} : Interval{0, Count - 1};
}

Interval intersect(const Interval &A, const Interval &B) {
  return {std::max(A.Low, B.Low), std::min(A.High, B.High)};
}

/// All values of its size mean something.
Scalar whole(Type::Kind Of, unsigned Size, const Interval &Values) {
  const unsigned Least = std::max(Size, 1U);
  return {.Of = Of,
          .Size = {Least, Least},
          .Memory = Size,
          .Sends = Values,
          .Takes = Values};
}

Scalar integer(const Type &T) {
  Scalar S = whole(T.K, T.Bits / 8, boundsOf(T.Bits, T.Signed));
  S.Signed = T.Signed;
  if (T.Int3264)
    S.Size = {4, 8};
  return S;
}

/// A fixed underlying type takes values that no enumerator has.
Scalar enumeration(const Enumeration &E) {
  const Interval Wire = E.V1 ? boundsOf(32, E.Signed) : boundsOf(15, false);
  const Interval Memory = intersect(Wire, boundsOf(E.Bits, E.Signed));
  const ValueRange Values = valuesOf(E);
  const Interval Sends = intersect(Memory, {Values.Low, Values.High});
  return {.Of = Type::Kind::Enumeration,
          .Signed = E.Signed,
          .Size = E.V1 ? Bytes{4, 4} : Bytes{2, 4},
          .Memory = E.Bits / 8,
          .Sends = Sends,
          .Takes = E.FixedUnderlying ? Memory : Sends,
          .Refuses = !E.V1 || !E.FixedUnderlying,
          .Enum = &E};
}

Scalar character(unsigned Bits) {
  return whole(Bits == 16 ? Type::Kind::WideCharacter : Type::Kind::Character,
               Bits / 8, boundsOf(Bits, false));
}

std::optional<Scalar> plain(const Model &M, const Type &T) {
  switch (T.K) {
  case Type::Kind::Boolean:
    return whole(T.K, 1, {0, 1});
  case Type::Kind::Integer:
    return integer(T);
  case Type::Kind::Character:
    return character(8);
  case Type::Kind::WideCharacter:
    return character(16);
  case Type::Kind::Float:
    return whole(T.K, T.Bits / 8, {});
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
  return std::nullopt;
}

} // namespace

Construct scalarOf(const Model &M, const Type &T) {
  std::optional<Scalar> S = plain(M, T);
  if (!S)
    return {Nothing(), &T};
  if (T.Range) {
    const Interval Range = {T.Range->Low, T.Range->High};
    S->Sends = intersect(S->Sends, Range);
    S->Takes = intersect(S->Takes, Range);
    S->Refuses = true;
  }
  return {*S, &T};
}

Construct characterOf(const Type &Text) {
  return {character(Text.Bits == 16 ? 16 : 8), &Text};
}

} // namespace rpcgen::wire

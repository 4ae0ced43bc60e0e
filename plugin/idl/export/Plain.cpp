//===- Plain.cpp ----------------------------------------------------------===//

#include "idl/export/Plain.h"

#include <utility>

namespace rpcgen::idl {
namespace {

Type pointerTo(Type Pointee, PointerClass Class, Location Loc) {
  Type Result;
  Result.K = Type::Kind::Pointer;
  Result.Loc = Loc;
  Result.Class = Class;
  Result.Element = {std::move(Pointee)};
  return Result;
}

/// The array that text, or a span with a size, consists of.
Type arrayOf(const Type &T) {
  Type Result;
  Result.K = Type::Kind::Array;
  Result.Loc = T.Loc;
  Result.Size = T.Size;
  Result.Length = T.Length;
  Result.First = T.First;
  Result.Range = T.Range;
  Result.Unchecked = T.Unchecked;
  if (!T.Element.empty()) {
    Result.Element = {plain(T.element())};
    return Result;
  }
  Type Character;
  Character.K =
      T.Bits == 16 ? Type::Kind::WideCharacter : Type::Kind::Character;
  Character.Bits = T.Bits;
  Character.Const = T.Library == StandardClass::StringView;
  Result.String = true;
  Result.Element = {std::move(Character)};
  return Result;
}

bool isText(const Type &T) {
  return T.Library == StandardClass::String ||
         T.Library == StandardClass::StringView;
}

Type plainStandard(const Type &T) {
  switch (T.Library) {
  case StandardClass::String:
  case StandardClass::StringView:
    return pointerTo(arrayOf(T), T.Class, T.Loc);
  case StandardClass::Span:
    return T.Size ? pointerTo(arrayOf(T), T.Class, T.Loc) : T;
  case StandardClass::Array: {
    Type Result = T;
    Result.K = Type::Kind::Array;
    Result.Element = {plain(T.element())};
    return Result;
  }
  case StandardClass::Optional:
  case StandardClass::UniquePointer:
    return plain(pointerTo(T.element(), PointerClass::Unique, T.Loc));
  case StandardClass::SharedPointer:
    return plain(pointerTo(T.element(), PointerClass::Full, T.Loc));
  case StandardClass::Vector:
  case StandardClass::Variant:
    break;
  }
  return T;
}

const Type &withoutPresentation(const Type &T) {
  return T.K == Type::Kind::Presented ? withoutPresentation(T.element()) : T;
}

} // namespace

Type plain(const Type &T) {
  if (T.K == Type::Kind::Presented)
    return plain(T.element());
  if (T.K == Type::Kind::Standard)
    return plainStandard(T);
  if (T.Element.empty() || T.Ignored)
    return T;
  Type Result = T;
  if (T.K == Type::Kind::Reference)
    Result.K = Type::Kind::Pointer;
  // A class that travels as a pointer is its pointee behind another one.
  const Type &Pointee = withoutPresentation(T.element());
  const bool IsOne = Result.K == Type::Kind::Pointer &&
                     Pointee.K == Type::Kind::Standard &&
                     (isText(Pointee) || (Pointee.isSpan() && Pointee.Size));
  Result.Element = {IsOne ? arrayOf(Pointee) : plain(Pointee)};
  return Result;
}

Type plainParameter(const Type &T) {
  Type Result = plain(T);
  if (Result.Reseatable)
    Result.Class = PointerClass::Ref;
  return Result;
}

} // namespace rpcgen::idl

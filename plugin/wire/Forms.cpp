//===- Forms.cpp ----------------------------------------------------------===//

#include "wire/Forms.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace rpcgen::wire {
namespace {

constexpr Bytes CountSize = {4, 8}; ///< and that of a referent id

Pointer::Class classOf(PointerClass C) {
  return C == PointerClass::Full  ? Pointer::Class::Full
         : C == PointerClass::Ref ? Pointer::Class::Ref
                                  : Pointer::Class::Unique;
}

Construct pointerTo(const Type &T, Pointer::Class Takes, bool IsElement,
                    Construct Pointee) {
  return {Pointer{Takes, Takes, true, IsElement, {std::move(Pointee)}}, &T};
}

Bytes larger(const Bytes &A, const Bytes &B) {
  return {std::max(A[0], B[0]), std::max(A[1], B[1])};
}

} // namespace

Forms::Forms(const Model &Resolved) : M(Resolved) {
  for (const rpcgen::Structure &S : M.Structures) {
    std::vector<Member> &Fields = Structures.emplace_back();
    for (const Field &F : S.Fields)
      Fields.push_back({F.Name, F.Loc, value(F.T)});
  }
  for (const rpcgen::Union &U : M.Unions) {
    Choice &Of = Unions.emplace_back();
    Of.Tag = {"tag", U.Loc, {}};
    if (U.Tag) {
      Type Tag = *U.Tag;
      Tag.Range.reset(); // of the member that it is the type of
      Of.Tag.C = value(Tag);
      Of.Tag.C.T = &*U.Tag;
    }
    Of.MsUnion = U.MsUnion;
    for (const Arm &A : U.Arms)
      Of.Arms.push_back(
          {{A.F.Name, A.F.Loc, A.Empty ? Construct() : value(A.F.T)},
           A.Cases,
           A.Default});
  }
}

Construct Forms::parameter(const Type &T, bool InRequest) const {
  if (T.K == Type::Kind::Presented)
    return {Presented{{parameter(T.element(), InRequest)}}, &T};
  if (T.K == Type::Kind::Standard && T.Class == PointerClass::Ref)
    return array(T, false);
  if (T.K != Type::Kind::Pointer || T.Ignored)
    return value(T);
  if (T.PartlyIgnored && InRequest)
    return {Pointer{.Sends = Pointer::Class::Partial,
                    .Takes = Pointer::Class::Partial,
                    .To = {}},
            &T};
  return pointer(T, false, T.Class != PointerClass::Ref && !T.Reseatable);
}

Construct Forms::value(const Type &T, bool IsElement) const {
  switch (T.K) {
  case Type::Kind::Pointer:
  case Type::Kind::Reference:
    return pointer(T, IsElement, true);
  case Type::Kind::Standard:
    return standard(T, IsElement);
  case Type::Kind::Presented:
    return {Presented{{value(T.element(), IsElement)}}, &T};
  case Type::Kind::Array:
    return array(T, false);
  case Type::Kind::Structure:
    return {Structure{T.Definition}, &T};
  case Type::Kind::Union:
    return {Union{T.Definition, T.Discriminant}, &T};
  case Type::Kind::Pipe:
    return {Pipe{{value(T.element(), true)}}, &T};
  case Type::Kind::ContextHandle:
    return {ContextHandle{T.Context}, &T};
  case Type::Kind::Void:
  case Type::Kind::Boolean:
  case Type::Kind::Integer:
  case Type::Kind::Character:
  case Type::Kind::WideCharacter:
  case Type::Kind::Float:
  case Type::Kind::Enumeration:
  case Type::Kind::BindingHandle:
  case Type::Kind::Untransmissible:
    break;
  }
  return scalarOf(M, T);
}

Construct Forms::pointer(const Type &T, bool IsElement, bool Travels) const {
  if (T.Ignored)
    return {Pointer{.Sends = Pointer::Class::Ignored,
                    .Takes = Pointer::Class::Ignored,
                    .To = {}},
            &T};
  const auto Class = classOf(T.Class);
  bool Nullable = Travels && Class != Pointer::Class::Ref;
  return {
      Pointer{
          Class, Class, Travels, IsElement, {pointee(T.element(), Nullable)}},
      &T};
}

/// A class that travels as a pointer is the pointee of one that points to it.
Construct Forms::pointee(const Type &T, bool Nullable) const {
  if (T.K == Type::Kind::Presented)
    return {Presented{{pointee(T.element(), Nullable)}}, &T};
  bool IsArray =
      T.K == Type::Kind::Array || (T.K == Type::Kind::Standard && T.hasClass());
  return IsArray ? array(T, Nullable) : value(T);
}

/// Of the language, a std::array, text, or what a vector or span holds.
Construct Forms::array(const Type &T, bool Nullable) const {
  const bool IsText = T.Element.empty();
  Array A{.Extent = T.Extent,
          .Size = T.Size,
          .Length = T.Length,
          .First = T.First,
          .String = T.String || IsText,
          .Takes = {0, std::numeric_limits<std::uint64_t>::max()},
          .NullWithCount = T.Unchecked && Nullable,
          .Of = {IsText ? characterOf(T) : value(T.element(), true)}};
  if (!A.isConformant())
    A.Takes.High = *A.Extent;
  if (T.Range)
    A.Takes = {std::max<Wide>(A.Takes.Low, T.Range->Low),
               std::min<Wide>(A.Takes.High, T.Range->High)};
  return {std::move(A), &T};
}

Construct Forms::standard(const Type &T, bool IsElement) const {
  switch (T.Library) {
  case StandardClass::Array:
    return array(T, false);
  case StandardClass::Optional:
  case StandardClass::UniquePointer:
    return pointerTo(T, Pointer::Class::Unique, IsElement,
                     pointee(T.element(), true));
  case StandardClass::SharedPointer:
    return pointerTo(T, Pointer::Class::Full, IsElement,
                     pointee(T.element(), true));
  case StandardClass::Variant: {
    Alternatives All;
    for (const Type &Each : T.Element)
      All.Of.push_back(value(Each));
    return {std::move(All), &T};
  }
  case StandardClass::String:
  case StandardClass::StringView:
  case StandardClass::Vector:
  case StandardClass::Span:
    break;
  }
  const bool IsRef = T.Class == PointerClass::Ref;
  Construct Sequence =
      pointerTo(T, IsRef ? Pointer::Class::Ref : Pointer::Class::Unique,
                IsElement, array(T, !IsRef));
  // These are never null when sent.
  std::get<Pointer>(Sequence.V).Sends = Pointer::Class::Ref;
  return Sequence;
}

Bytes Forms::alignmentOf(const Construct &C) const {
  auto Largest = [&](const auto &Members, Bytes Least) {
    for (const Member &Each : Members)
      Least = larger(Least, alignmentOf(Each.C));
    return Least;
  };
  return match(
      C, [](const Scalar &S) { return S.Size; },
      [](const Pointer &) { return CountSize; },
      [](const Deletions &) { return CountSize; },
      [&](const Array &A) {
        bool HasCounts = !A.isConformant() && (A.Length || A.String);
        return larger(alignmentOf(A.Of.front()),
                      HasCounts ? CountSize : Bytes{1, 1});
      },
      [&](const Structure &S) {
        return Largest(Structures[S.Definition], {1, 1});
      },
      [&](const Union &U) {
        const Choice &Of = Unions[U.Definition];
        return Largest(Of.Arms, alignmentOf(Of.Tag.C));
      },
      [&](const Alternatives &A) {
        Bytes Least = {4, 4};
        for (const Construct &Each : A.Of)
          Least = larger(Least, alignmentOf(Each));
        return Least;
      },
      [&](const Presented &P) { return alignmentOf(P.By.front()); },
      [](const ContextHandle &) { return Bytes{4, 4}; },
      [](const Nothing &) { return Bytes{1, 1}; },
      [](const Pipe &) { return Bytes{1, 1}; });
}

} // namespace rpcgen::wire

//===- Builder.cpp --------------------------------------------------------===//

#include "lock/Builder.h"
#include "lock/Correlation.h"
#include "lock/Scalars.h"

#include <algorithm>
#include <limits>
#include <utility>

using namespace rpcgen;

namespace {

constexpr std::array<unsigned, 2> CountSize = {4, 8}; ///< in NDR20 and NDR64

Construct named(Construct::Kind K, const std::string &Name) {
  Construct F;
  F.K = K;
  F.Name = F.Layout = Name;
  return F;
}

/// How many pointers have to be followed from an operand to its value.
unsigned pointersIn(const Type &T) {
  if (T.K == Type::Kind::Presented)
    return pointersIn(T.element());
  const bool IsPointer = T.K == Type::Kind::Pointer ||
                         (T.K == Type::Kind::Standard &&
                          (T.Library == StandardClass::Optional ||
                           T.Library == StandardClass::UniquePointer ||
                           T.Library == StandardClass::SharedPointer));
  return IsPointer ? 1 + pointersIn(T.element()) : 0;
}

Construct::Class classOf(PointerClass C) {
  return C == PointerClass::Full  ? Construct::Full
         : C == PointerClass::Ref ? Construct::Ref
                                  : Construct::Unique;
}

Type scalar(Type::Kind K, unsigned Bits) {
  Type T;
  T.K = K;
  T.Bits = Bits;
  return T;
}

/// Of text.
Type characterOf(const Type &T) {
  return scalar(
      T.Bits == 16 ? Type::Kind::WideCharacter : Type::Kind::Character, T.Bits);
}

Siblings fieldsOf(const Structure &S) {
  Siblings Fields;
  for (const Field &F : S.Fields)
    Fields.push_back({F.Name, &F.T, "#" + std::to_string(Fields.size())});
  return Fields;
}

} // namespace

std::size_t ConstructBuilder::parameter(const Type &T, bool InRequest) {
  if (T.K == Type::Kind::Presented)
    return parameter(T.element(), InRequest);
  if (T.K == Type::Kind::Standard && T.Class == PointerClass::Ref)
    return pointee(T, false);
  if (T.K != Type::Kind::Pointer || T.Ignored)
    return value(T);
  if (T.PartlyIgnored && InRequest)
    return slot("a partly ignored pointer");
  if (T.Class == PointerClass::Ref || T.Reseatable)
    return pointee(T.element(), false);
  return value(T);
}

std::size_t ConstructBuilder::value(const Type &T, bool IsElement) {
  switch (T.K) {
  case Type::Kind::Pointer:
  case Type::Kind::Reference:
    return pointer(T, IsElement);
  case Type::Kind::Standard:
    return standard(T, IsElement);
  case Type::Kind::Presented:
    return value(T.element(), IsElement);
  case Type::Kind::Array:
    return array(T, false);
  case Type::Kind::Structure:
    return definition(
        T, [&] { return structure(Into.M.Structures[T.Definition]); });
  case Type::Kind::Union:
    return switched(T);
  case Type::Kind::Pipe: {
    Construct F = named(Construct::Kind::Pipe, "a pipe");
    F.Inner = value(T.element(), true);
    return add(F);
  }
  case Type::Kind::ContextHandle: {
    Construct F = named(Construct::Kind::Context, "a context handle");
    F.Context = T.Context;
    F.Alignment = {4, 4};
    return add(F);
  }
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
  return add(scalarOf(Into.M, T));
}

std::size_t ConstructBuilder::deletions() {
  return slot("a list of deletions");
}

std::size_t ConstructBuilder::add(Construct F) {
  Into.All.push_back(std::move(F));
  return Into.All.size() - 1;
}

/// Something of the size of a referent id that leads nowhere.
std::size_t ConstructBuilder::slot(const std::string &Name) {
  Construct F = named(Construct::Kind::Scalar, Name);
  F.Alignment = CountSize;
  return add(F);
}

std::size_t ConstructBuilder::pointer(const Type &T, bool IsElement) {
  if (T.Ignored)
    return slot("an ignored pointer");
  std::size_t To = pointee(T.element(), T.Class != PointerClass::Ref);
  return pointerTo(T.Class, T.Class, To, IsElement);
}

/// Sends is the class of what a sender of ours may have there.
std::size_t ConstructBuilder::pointerTo(PointerClass Sends, PointerClass Class,
                                        std::size_t Pointee, bool IsElement) {
  constexpr const char *Names[] = {"a ref pointer", "a unique pointer",
                                   "a full pointer"};
  Construct F = named(Construct::Kind::Pointer, Names[classOf(Class)]);
  // Arrays of [ref] pointers have no referent ids in NDR20.
  F.Layout = IsElement && Class == PointerClass::Ref ? "no id" : "an id";
  F.Sends = {0, classOf(Sends)};
  F.Takes = {0, classOf(Class)};
  F.Inner = Pointee;
  F.Alignment = CountSize;
  return add(F);
}

/// The pointee of a pointer: a class that travels as a pointer is its pointee.
std::size_t ConstructBuilder::pointee(const Type &T, bool Nullable) {
  if (T.K == Type::Kind::Presented)
    return pointee(T.element(), Nullable);
  if (T.K == Type::Kind::Array)
    return array(T, Nullable);
  if (T.K != Type::Kind::Standard || !T.hasClass())
    return value(T);
  bool IsText = T.Element.empty();
  Construct F =
      named(Construct::Kind::Array, IsText ? "a string" : "a conformant array");
  F.Inner = IsText ? value(characterOf(T)) : value(T.element(), true);
  F.Size = correlation(T.Size);
  return counted(std::move(F), T);
}

std::size_t ConstructBuilder::array(const Type &T, bool Nullable) {
  bool Open = T.Size || !T.Extent;
  std::string Name = T.Length ? "a varying " : "a ";
  Name += !Open ? "fixed " : T.String ? "" : "conformant ";
  Construct F =
      named(Construct::Kind::Array, Name + (T.String ? "string" : "array"));
  F.Inner = value(T.element(), true);
  F.Size = correlation(T.Size);
  F.Length = correlation(T.Length);
  F.First = correlation(T.First);
  if (F.Length && !F.First)
    F.First = Correlation{"0", "0"};
  F.NullWithCount = T.Unchecked && Nullable;
  if (!Open && !T.Length && !T.String)
    F.Layout = F.Name += " of " + std::to_string(*T.Extent) + " elements";
  return counted(std::move(F), T);
}

/// With the bounds of its number of elements.
std::size_t ConstructBuilder::counted(Construct F, const Type &T) {
  F.Takes = {0, std::numeric_limits<std::uint64_t>::max()};
  bool InPlace = T.K == Type::Kind::Array && T.Extent && !T.Size;
  if (InPlace)
    F.Takes.High = *T.Extent;
  if (T.Range)
    F.Takes = {std::max<Wide>(F.Takes.Low, T.Range->Low),
               std::min<Wide>(F.Takes.High, T.Range->High)};
  F.Sends = F.Takes;
  F.Alignment = Into.All[F.Inner].Alignment;
  if (InPlace && (T.Length || T.String))
    for (std::size_t I : {0, 1})
      F.Alignment[I] = std::max(F.Alignment[I], CountSize[I]);
  return add(std::move(F));
}

std::size_t ConstructBuilder::standard(const Type &T, bool IsElement) {
  switch (T.Library) {
  case StandardClass::Array: {
    Type C = T; // is one of the language on the wire
    C.K = Type::Kind::Array;
    return array(C, false);
  }
  case StandardClass::Optional:
  case StandardClass::UniquePointer:
    return pointerTo(PointerClass::Unique, PointerClass::Unique,
                     pointee(T.element(), true), IsElement);
  case StandardClass::SharedPointer:
    return pointerTo(PointerClass::Full, PointerClass::Full,
                     pointee(T.element(), true), IsElement);
  case StandardClass::Variant:
    return variant(T);
  case StandardClass::String:
  case StandardClass::StringView:
  case StandardClass::Vector:
  case StandardClass::Span:
    break;
  }
  // Text and sequences are never null when sent.
  PointerClass Class =
      T.Class == PointerClass::Ref ? T.Class : PointerClass::Unique;
  return pointerTo(PointerClass::Ref, Class,
                   pointee(T, Class != PointerClass::Ref), IsElement);
}

/// A definition may hold itself behind pointers: it has its number before its
/// members have theirs.
template <class Function>
std::size_t ConstructBuilder::definition(const Type &T, Function Describe) {
  auto [Known, IsNew] = Into.Definitions.try_emplace({T.K, T.Definition});
  if (!IsNew)
    return Known->second;
  std::size_t Index = Known->second = add({});
  Construct F = Describe();
  Into.All[Index] = std::move(F);
  return Index;
}

Construct ConstructBuilder::structure(const Structure &S) {
  if (S.Encapsulated && S.Fields.size() == 2 &&
      S.Fields[1].T.K == Type::Kind::Union)
    return encapsulated(S.Fields[0], S.Fields[1]);
  Construct F = named(Construct::Kind::Structure, "a struct");
  const Siblings Fields = fieldsOf(S);
  for (const Field &Each : S.Fields)
    addMember(
        F, {Each.Name, Each.Loc, ConstructBuilder(Into, Fields).value(Each.T)});
  return F;
}

Construct ConstructBuilder::encapsulated(const Field &Tag,
                                         const Field &Choice) {
  Construct F = named(Construct::Kind::Union, "an encapsulated union");
  addMember(F, {Tag.Name, Tag.Loc, value(Tag.T)});
  addArms(F, Into.M.Unions[Choice.T.Definition], Choice.Name + ".");
  return F;
}

std::size_t ConstructBuilder::variant(const Type &T) {
  Construct F = named(Construct::Kind::Union, "an encapsulated union");
  addMember(F, {"index", {}, value(scalar(Type::Kind::Integer, 32))});
  for (const Type &Alternative : T.Element) {
    auto Index = static_cast<std::int64_t>(F.Arms.size());
    Member M{std::to_string(Index), {}, value(Alternative)};
    align(F, M);
    F.Arms[Index] = std::move(M);
  }
  return add(std::move(F));
}

/// The discriminant is an expression over the siblings of the use.
std::size_t ConstructBuilder::switched(const Type &T) {
  std::size_t Definition = definition(T, [&] {
    const Union &U = Into.M.Unions[T.Definition];
    Type Tag = U.Tag.value_or(Type());
    Tag.Range.reset(); // of the member that it is the type of
    Construct F = named(Construct::Kind::Union, "a union");
    addMember(F, {"tag", U.Loc, value(Tag)});
    addArms(F, U, "");
    F.MsUnion = U.MsUnion;
    return F;
  });
  Construct F = named(Construct::Kind::Switched, "a union");
  F.Inner = Definition;
  F.Discriminant = correlation(T.Discriminant);
  F.Alignment = Into.All[Definition].Alignment;
  return add(std::move(F));
}

void ConstructBuilder::addArms(Construct &F, const Union &U,
                               const std::string &Before) {
  for (const Arm &A : U.Arms) {
    Member M{Before + A.F.Name, A.F.Loc, value(A.Empty ? Type() : A.F.T)};
    align(F, M);
    for (std::int64_t Case : A.Cases)
      F.Arms[Case] = M;
    if (A.Default)
      F.Default = M;
  }
}

void ConstructBuilder::addMember(Construct &F, const Member &M) {
  align(F, M);
  F.Members.push_back(M);
}

void ConstructBuilder::align(Construct &F, const Member &M) const {
  for (std::size_t I : {0, 1})
    F.Alignment[I] = std::max(F.Alignment[I], Into.All[M.Index].Alignment[I]);
}

std::optional<Correlation>
ConstructBuilder::correlation(const std::optional<Expression> &E) const {
  if (!E)
    return std::nullopt;
  auto Key = [&](const Expression &Operand) {
    auto Found = std::ranges::find(Around, Operand.Name, &Sibling::Name);
    if (Found == Around.end())
      return Operand.Name;
    unsigned Steps = Operand.Dereferences + Found->T->FromReference;
    unsigned Pointers = pointersIn(*Found->T);
    return std::string(Pointers - std::min(Steps, Pointers), '&') + Found->Key;
  };
  auto Text = [](const Expression &Operand) {
    return std::string(Operand.Dereferences, '*') + Operand.Name;
  };
  return Correlation{normalize(*E, Key), normalize(*E, Text)};
}

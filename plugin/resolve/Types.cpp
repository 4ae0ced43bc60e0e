//===- Types.cpp ----------------------------------------------------------===//

#include "resolve/Types.h"

#include "model/Operands.h"
#include "resolve/Arrays.h"

#include <algorithm>
#include <utility>
#include <vector>

using namespace rpcgen;

namespace {

using Kind = Type::Kind;

/// The classes that stand at a declaration, from the pointer nearest the name
/// inwards.
std::vector<PointerClass> namedClasses(const AttributeList &Attributes) {
  std::vector<PointerClass> Classes;
  if (const Attribute *A = find(Attributes, Attribute::Ptrs))
    for (const std::string &Word : A->Words)
      Classes.push_back(pointerClassOf(Word));
  constexpr std::pair<Attribute::Kind, PointerClass> ByItself[] = {
      {Attribute::Ptr, PointerClass::Full},
      {Attribute::Unique, PointerClass::Unique},
      {Attribute::Ref, PointerClass::Ref}};
  for (auto [Kind, Class] : ByItself)
    if (find(Attributes, Kind))
      Classes.assign(1, Class);
  return Classes;
}

Allocation namedAllocation(const AttributeList &Attributes) {
  const Attribute *A = find(Attributes, Attribute::Allocate);
  auto Says = [&](const char *Word) {
    return A && std::ranges::count(A->Words, Word);
  };
  return Says("dont_free")                            ? Allocation::Kept
         : Says("all_nodes")                          ? Allocation::Together
         : find(Attributes, Attribute::ForceAllocate) ? Allocation::Separate
                                                      : Allocation::AsNeeded;
}

/// What the declaration does not name, the alias of the level does.
void applyClasses(Type &T, std::vector<PointerClass> Named,
                  PointerDefaults Defaults) {
  std::vector<PointerClass> Alias = namedClasses(T.AliasAttributes);
  for (std::size_t N = Named.size(); N < Alias.size(); ++N)
    Named.push_back(Alias[N]);
  if (T.hasClass()) {
    T.Class = Named.empty() ? Defaults.First : Named.front();
    if (!Named.empty())
      Named.erase(Named.begin());
  }
  // What is presented is in the place of what travels.
  if (T.K != Kind::Presented)
    Defaults.First = Defaults.Rest;
  for (Type &E : T.Element)
    applyClasses(E, Named, Defaults);
}

/// As a class, that of an alias belongs to the pointer that it names.
void applyAllocations(Type &T, const AttributeList &Attributes) {
  if (T.K == Kind::Pointer) {
    Allocation Named = namedAllocation(Attributes);
    T.Allocated = Named != Allocation::AsNeeded
                      ? Named
                      : namedAllocation(T.AliasAttributes);
  }
  for (Type &E : T.Element)
    applyAllocations(E, {});
}

/// Where there is no pointer, a rule says so.
void applyByteCount(Type &T, const AttributeList &Attributes) {
  const Attribute *A = find(Attributes, Attribute::ByteCount);
  if (A && T.K == Kind::Pointer && !A->Expressions.empty())
    T.ByteCount = A->Expressions.front();
}

void applyPartialIgnore(Type &T, const AttributeList &Attributes) {
  T.PartlyIgnored =
      T.K == Kind::Pointer && find(Attributes, Attribute::PartialIgnore);
}

void applyDiscriminant(Type &T, const Attribute &SwitchIs) {
  Type *Level = &T;
  while (Level->isPointerLike())
    Level = &Level->element();
  if (Level->K == Kind::Union && !SwitchIs.Expressions.empty())
    Level->Discriminant = SwitchIs.Expressions.front();
}

/// Whatever such a pointer points to: it does not travel.
void applyIgnore(Type &T) {
  bool Pointer = T.K == Kind::Pointer || T.Why == Obstacle::VoidPointer ||
                 T.Why == Obstacle::FunctionPointer;
  if (!Pointer)
    return;
  Type Anything;
  Anything.Spelling = "void";
  T.K = Kind::Pointer;
  T.Why = Obstacle::None;
  T.Element = {Anything};
  T.Class = PointerClass::Unspecified;
  T.Ignored = true;
}

/// Of what pointers point to and arrays hold. What long and its like are on the
/// wire is clear then.
void applyInt3264(Type &T) {
  Type *Level = &T;
  while (Level->isPointerLike())
    Level = &Level->element();
  if (Level->Bits != 64)
    return;
  if (Level->Why == Obstacle::Long || Level->Why == Obstacle::PointerSized) {
    Level->K = Kind::Integer;
    Level->Why = Obstacle::None;
  }
  Level->Int3264 = Level->K == Kind::Integer;
}

} // namespace

const Attribute *rpcgen::findInherited(const Type &T,
                                       const AttributeList &Attributes,
                                       Attribute::Kind K) {
  if (const Attribute *A = find(Attributes, K))
    return A;
  for (const Type *Level = &T;; Level = &Level->element()) {
    if (const Attribute *A = find(Level->AliasAttributes, K))
      return A;
    if (Level->Element.empty())
      return nullptr;
  }
}

void rpcgen::forEachNamed(
    Type &T, const AttributeList &Attributes, Attribute::Kind K,
    const std::function<void(Type &, const Attribute &)> &Apply) {
  for (Type &E : T.Element)
    forEachNamed(E, {}, K, Apply);
  if (const Attribute *A = find(T.AliasAttributes, K))
    Apply(T, *A);
  if (const Attribute *A = find(Attributes, K))
    Apply(T, *A);
}

PointerClass rpcgen::pointerClassOf(std::string_view Word) {
  return Word == "ref"      ? PointerClass::Ref
         : Word == "unique" ? PointerClass::Unique
         : Word == "ptr"    ? PointerClass::Full
                            : PointerClass::Unspecified;
}

unsigned rpcgen::countPointers(const Type &T) {
  unsigned Inner = 0;
  for (const Type &E : T.Element)
    Inner = std::max(Inner, countPointers(E));
  return Inner + (T.hasClass() && !T.Ignored);
}

void rpcgen::decayParameter(Type &T) {
  if (T.K == Kind::Array) {
    Type Pointer;
    Pointer.K = Kind::Pointer;
    Pointer.Loc = T.Loc;
    Pointer.FromArray = true;
    Pointer.Element = {std::move(T)};
    T = std::move(Pointer);
  } else if (T.K == Kind::Reference && T.element().K == Kind::Pointer) {
    Type Pointer = std::move(T.element());
    Pointer.Reseatable = true;
    T = std::move(Pointer);
  } else if (T.K == Kind::Reference) {
    T.K = Kind::Pointer;
    T.FromReference = true;
  }
}

unsigned rpcgen::countLevels(const Type &T) {
  if (T.isSpan())
    return 1;
  if (T.FromReference)
    return countLevels(T.element());
  if (!T.isPointerLike())
    return 0;
  return isOneLevel(T) ? 1 + countLevels(T.element().element())
                       : 1 + countLevels(T.element());
}

void rpcgen::resolveType(Type &T, const AttributeList &Attributes,
                         PointerDefaults Defaults) {
  applyArrays(T, Attributes);
  if (const Attribute *A = find(Attributes, Attribute::SwitchIs))
    applyDiscriminant(T, *A);
  forEachNamed(T, Attributes, Attribute::Int3264,
               [](Type &Named, const Attribute &) { applyInt3264(Named); });
  applyClasses(T, namedClasses(Attributes), Defaults);
  if (find(Attributes, Attribute::Ignore))
    applyIgnore(T);
  if (Defaults.Unchecked)
    allowNullWithCount(T);
  applyAllocations(T, Attributes);
  applyByteCount(T, Attributes);
  applyPartialIgnore(T, Attributes);
}

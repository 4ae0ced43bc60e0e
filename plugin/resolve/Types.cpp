//===- Types.cpp ----------------------------------------------------------===//

#include "resolve/Types.h"

#include "resolve/Constant.h"

using namespace rpcgen;

namespace {

using Kind = Type::Kind;

/// Puts an array between a pointer and what it points to.
Type &insertArray(Type &Pointer) {
  Type Array;
  Array.K = Kind::Array;
  Array.Loc = Pointer.Loc;
  Array.Element = std::move(Pointer.Element);
  Pointer.Element = {std::move(Array)};
  return Pointer.element();
}

/// Whether a pointer and the array behind it are one level of indirection to
/// the user: T a[4] as a parameter, or a sized pointer that has been resolved.
bool isOneLevel(const Type &T) {
  if (T.K != Kind::Pointer || T.element().K != Kind::Array)
    return false;
  return T.FromArray || T.element().Size || T.element().String;
}

/// size_is(e1, e2): one for each level, from the name inwards.
void applySizes(Type &T, const Attribute &SizeIs) {
  Type *Level = &T;
  for (const std::optional<Expression> &E : SizeIs.Expressions) {
    if (isOneLevel(*Level))
      Level = &Level->element();
    else if (Level->K == Kind::Pointer && E)
      Level = &insertArray(*Level);
    if (Level->isSpan())
      Level->Size = E;
    if (!Level->isPointerLike())
      return;
    if (E && Level->K == Kind::Array && !Level->Size) {
      // T a[1] and T a[0] at the end of a struct are how C spells an open
      // array.
      if (Level == &T && Level->Extent && *Level->Extent <= 1)
        Level->Extent.reset();
      Level->Size = E;
    }
    Level = &Level->element();
  }
}

/// The innermost pointer or array is the string.
void applyString(Type &T) {
  Type *Level = &T;
  while (Level->isPointerLike() && Level->element().isPointerLike())
    Level = &Level->element();
  if (Level->K == Kind::Pointer)
    Level = &insertArray(*Level);
  if (Level->K == Kind::Array)
    Level->String = true;
}

PointerClass namedClass(const AttributeList &Attributes) {
  if (find(Attributes, "ref"))
    return PointerClass::Ref;
  if (find(Attributes, "unique"))
    return PointerClass::Unique;
  if (find(Attributes, "ptr"))
    return PointerClass::Full;
  return PointerClass::Unspecified;
}

/// A class at the declaration belongs to the pointer nearest the name.
void applyClasses(Type &T, PointerClass Named, PointerDefaults Defaults) {
  if (T.hasClass()) {
    PointerClass Alias = namedClass(T.AliasAttributes);
    T.Class = Named != PointerClass::Unspecified   ? Named
              : Alias != PointerClass::Unspecified ? Alias
                                                   : Defaults.First;
    Named = PointerClass::Unspecified;
  }
  // What is presented stands in the place of what travels.
  if (T.K != Kind::Presented)
    Defaults.First = Defaults.Rest;
  for (Type &E : T.Element)
    applyClasses(E, Named, Defaults);
}

void applyDiscriminant(Type &T, const Attribute &SwitchIs) {
  Type *Level = &T;
  while (Level->isPointerLike())
    Level = &Level->element();
  if (Level->K == Kind::Union && !SwitchIs.Expressions.empty())
    Level->Discriminant = SwitchIs.Expressions.front();
}

void applyRange(Type &T, const Attribute &Range) {
  Type *Level = &T;
  while (Level->K == Kind::Pointer)
    Level = &Level->element();
  auto Low = constantArgument(Range, 0), High = constantArgument(Range, 1);
  if ((Level->K == Kind::Integer || Level->K == Kind::Enumeration) && Low &&
      High)
    Level->Range = ValueRange{*Low, *High};
}

} // namespace

const Attribute *rpcgen::findInherited(const Type &T,
                                       const AttributeList &Attributes,
                                       const std::string &Name) {
  if (const Attribute *A = find(Attributes, Name))
    return A;
  for (const Type *Level = &T;; Level = &Level->element()) {
    if (const Attribute *A = find(Level->AliasAttributes, Name))
      return A;
    if (Level->Element.empty())
      return nullptr;
  }
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
  if (!T.isPointerLike())
    return 0;
  return isOneLevel(T) ? 1 + countLevels(T.element().element())
                       : 1 + countLevels(T.element());
}

void rpcgen::resolveType(Type &T, const AttributeList &Attributes,
                         PointerDefaults Defaults) {
  if (const Attribute *A = find(Attributes, "size_is"))
    applySizes(T, *A);
  if (findInherited(T, Attributes, "string"))
    applyString(T);
  if (const Attribute *A = find(Attributes, "switch_is"))
    applyDiscriminant(T, *A);
  if (const Attribute *A = findInherited(T, Attributes, "range"))
    applyRange(T, *A);
  applyClasses(T, namedClass(Attributes), Defaults);
}

//===- Arrays.cpp ---------------------------------------------------------===//

#include "resolve/Arrays.h"

#include "model/Operands.h"
#include "resolve/Constant.h"
#include "resolve/Types.h"

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

Expression literal(std::int64_t Value) {
  Expression E;
  E.Value = Value;
  return E;
}

/// The location is that of what the user wrote.
Expression combine(Expression Left, const char *Operator, Expression Right,
                   Location Loc) {
  Expression E;
  E.K = Expression::Kind::Binary;
  E.Operator = Operator;
  E.Operands = {std::move(Left), std::move(Right)};
  E.Loc = Loc;
  return E;
}

/// e1, e2, with a gap for a level that has none: one for each level, from the
/// name inwards. Calls back with the array of each level that has one; Inner
/// finds it in the pointee of a pointer that has no array yet.
template <class Find, class Apply>
void forEachLevelOf(Type &T, const Attribute &A, Find Inner, Apply Each) {
  Type *Level = &T;
  for (const std::optional<Expression> &E : A.Expressions) {
    if (isOneLevel(*Level) || Level->FromReference)
      Level = &Level->element();
    else if (Level->K == Kind::Pointer && E)
      Level = &Inner(*Level);
    if (E && (Level->K == Kind::Array || Level->isSpan()))
      Each(*Level, *E);
    if (!Level->isPointerLike())
      return;
    Level = &Level->element();
  }
}

template <class Value>
void applySizes(Type &T, const Attribute &A, Value SizeOf) {
  forEachLevelOf(T, A, insertArray, [&](Type &Array, const Expression &E) {
    if (Array.Size)
      return;
    // T a[1] and T a[0] at the end of a struct are how C spells an open array.
    if (&Array == &T && Array.Extent && *Array.Extent <= 1)
      Array.Extent.reset();
    Array.Size = SizeOf(E);
  });
}

/// The pointee of a pointer to T[N] is the array itself.
Type &arrayInner(Type &Pointer) {
  Type &E = Pointer.element();
  return E.K == Kind::Array ? E : insertArray(Pointer);
}

template <class Apply>
void applyPart(Type &T, const AttributeList &Attributes, Attribute::Kind K,
               Apply Each) {
  if (const Attribute *A = find(Attributes, K))
    forEachLevelOf(T, *A, arrayInner, Each);
}

void applyParts(Type &T, const AttributeList &Attributes) {
  applyPart(T, Attributes, Attribute::FirstIs,
            [](Type &Array, const Expression &First) {
              Array.First = First;
              // Without a length it is the rest of the array.
              if (Array.Size)
                Array.Length = combine(*Array.Size, "-", First, First.Loc);
              else if (Array.Extent)
                Array.Length =
                    combine(literal(static_cast<std::int64_t>(*Array.Extent)),
                            "-", First, First.Loc);
            });
  applyPart(
      T, Attributes, Attribute::LengthIs,
      [](Type &Array, const Expression &Length) { Array.Length = Length; });
  applyPart(T, Attributes, Attribute::LastIs,
            [](Type &Array, const Expression &Last) {
              Expression End = Array.First
                                   ? combine(Last, "-", *Array.First, Last.Loc)
                                   : Last;
              Array.Length = combine(std::move(End), "+", literal(1), Last.Loc);
            });
}

/// The innermost pointer or array is the string.
void applyString(Type &T) {
  Type *Level = &T;
  while (Level->isPointerLike() && Level->element().isPointerLike())
    Level = &Level->element();
  if (Level->K == Kind::Pointer && !Level->FromReference)
    Level = &insertArray(*Level);
  if (Level->K == Kind::Array)
    Level->String = true;
}

bool hasCount(const Type &Array) {
  return Array.Size || Array.Length || Array.String;
}

void applyRange(Type &T, const Attribute &Range) {
  auto *Bounded = const_cast<Type *>(boundedByRange(T));
  auto Low = constantArgument(Range, 0), High = constantArgument(Range, 1);
  if (Bounded && Low && High)
    Bounded->Range = ValueRange{*Low, *High};
}

void applyUnchecked(Type &T) {
  Type *Level = &T;
  while (Level->K == Kind::Pointer)
    Level = &Level->element();
  Level->Unchecked = Level->isSpan() ? Level->Size.has_value()
                                     : Level != &T && Level->K == Kind::Array &&
                                           hasCount(*Level);
}

} // namespace

const Type *rpcgen::boundedByRange(const Type &T) {
  if (T.K == Kind::Pointer || T.K == Kind::Pipe)
    return boundedByRange(T.element());
  bool Bounded = T.K == Kind::Integer || T.K == Kind::Enumeration ||
                 (T.K == Kind::Array && hasCount(T));
  return Bounded ? &T : nullptr;
}

void rpcgen::allowNullWithCount(Type &T) {
  bool MayBeNull = T.hasClass() && T.Class != PointerClass::Ref;
  if (MayBeNull && T.isSpan())
    T.Unchecked = T.Size.has_value();
  for (Type &E : T.Element) {
    if (MayBeNull && T.K == Kind::Pointer && E.K == Kind::Array)
      E.Unchecked = E.Size || E.Length;
    allowNullWithCount(E);
  }
}

void rpcgen::applyArrays(Type &T, const AttributeList &Attributes) {
  if (const Attribute *A = find(Attributes, Attribute::SizeIs))
    applySizes(T, *A, [](const Expression &Size) { return Size; });
  if (const Attribute *A = find(Attributes, Attribute::MaxIs))
    applySizes(T, *A, [](const Expression &Highest) {
      return combine(Highest, "+", literal(1), Highest.Loc);
    });
  applyParts(T, Attributes);
  forEachNamed(T, Attributes, Attribute::String,
               [](Type &Named, const Attribute &) { applyString(Named); });
  forEachNamed(T, Attributes, Attribute::Range, applyRange);
  forEachNamed(T, Attributes, Attribute::DisableConsistencyCheck,
               [](Type &Named, const Attribute &) { applyUnchecked(Named); });
}

//===- Reach.cpp ----------------------------------------------------------===//

#include "resolve/Reach.h"

using namespace rpcgen;

Reach::Reach(const Model &M)
    : Enumerations(M.Enumerations.size()), Structures(M.Structures.size()),
      Unions(M.Unions.size()), M(M) {}

void Reach::add(const Interface &I) {
  for (const Operation &O : I.Operations)
    if (!isLocal(I, O))
      add(O);
}

void Reach::add(const Operation &O) {
  add(O.Return);
  for (const Parameter &P : O.Parameters)
    add(P.T);
}

void Reach::add(const Type &T) {
  switch (T.K) {
  case Type::Kind::Enumeration:
    Enumerations[T.Definition] = true;
    break;
  case Type::Kind::Structure:
    if (Structures[T.Definition])
      break;
    Structures[T.Definition] = true;
    for (const Field &F : M.Structures[T.Definition].Fields)
      add(F.T);
    break;
  case Type::Kind::Union:
    if (Unions[T.Definition])
      break;
    Unions[T.Definition] = true;
    for (const Arm &A : M.Unions[T.Definition].Arms)
      add(A.F.T);
    if (M.Unions[T.Definition].Tag)
      add(*M.Unions[T.Definition].Tag);
    break;
  case Type::Kind::Pointer:
    FullPointers |= T.Class == PointerClass::Full;
    addElements(T);
    break;
  case Type::Kind::Standard:
    FullPointers |= T.Library == StandardClass::SharedPointer;
    addElements(T);
    break;
  case Type::Kind::Reference:
  case Type::Kind::Array:
  case Type::Kind::Presented:
  case Type::Kind::Pipe:
  case Type::Kind::ContextHandle:
    addElements(T);
    break;
  case Type::Kind::Void:
  case Type::Kind::Boolean:
  case Type::Kind::Integer:
  case Type::Kind::Character:
  case Type::Kind::WideCharacter:
  case Type::Kind::Float:
  case Type::Kind::BindingHandle:
  case Type::Kind::Untransmissible:
    break;
  }
}

void Reach::addElements(const Type &T) {
  for (const Type &E : T.Element)
    add(E);
}

bool rpcgen::reachesFullPointer(const Model &M, const Operation &O) {
  Reach All(M);
  All.add(O);
  return All.FullPointers;
}

bool rpcgen::isLocal(const Interface &I, const Operation &O) {
  return find(I.Attributes, Attribute::Local) ||
         find(O.Attributes, Attribute::Local) ||
         find(O.Attributes, Attribute::Reserved);
}

//===- Unions.cpp ---------------------------------------------------------===//

#include "resolve/Unions.h"

#include "model/Operands.h"

#include <algorithm>

using namespace rpcgen;

namespace {

using Kind = Type::Kind;

const Type &typeOf(const Field &F) { return F.T; }
const Type &typeOf(const Parameter &P) { return P.T; }

/// Of one member, with all members of the same union.
template <class Member>
void resolveTag(Model &M, const Type &T, const std::vector<Member> &Siblings) {
  const Type *Use = &T;
  while (Use->isPointerLike())
    Use = &Use->element();
  if (Use->K != Kind::Union || !Use->Discriminant ||
      M.Unions[Use->Definition].Tag)
    return;
  const Expression &E = *Use->Discriminant;
  auto Selects = std::ranges::find(Siblings, E.Name, &Member::Name);
  if (E.K != Expression::Kind::Operand || Selects == Siblings.end())
    return;
  const Type *Tag = followOperand(typeOf(*Selects), E);
  if (Tag && canBeTag(*Tag))
    M.Unions[Use->Definition].Tag = *Tag;
}

template <class Member>
void resolveTags(Model &M, const std::vector<Member> &Members) {
  for (const Member &Each : Members)
    resolveTag(M, typeOf(Each), Members);
}

} // namespace

bool rpcgen::canBeTag(const Type &T) {
  return (T.K == Kind::Integer && T.Bits <= 32) || T.K == Kind::Character ||
         T.K == Kind::Boolean || T.K == Kind::Enumeration;
}

void rpcgen::resolveUnionSwitch(Structure &S) {
  const Attribute *A = find(S.Attributes, Attribute::UnionSwitch);
  S.Encapsulated = A;
  if (!A || A->Words.empty())
    return;
  Expression Tag;
  Tag.K = Expression::Kind::Operand;
  Tag.Name = A->Words.front();
  Tag.Loc = A->Loc;
  for (Field &F : S.Fields)
    if (F.T.K == Kind::Union)
      F.T.Discriminant = Tag;
}

void rpcgen::resolveTags(Model &M) {
  for (const Structure &S : M.Structures)
    ::resolveTags(M, S.Fields);
  for (const Interface &I : M.Interfaces)
    for (const Operation &O : I.Operations)
      ::resolveTags(M, O.Parameters);
}

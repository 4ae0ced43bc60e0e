//===- Region.cpp ---------------------------------------------------------===//

#include "bodies/flow/Region.h"

using namespace clang;

namespace rpcgen {
namespace {

/// How many pointers are followed from a variable.
constexpr unsigned MaxDistance = 8;

bool sameRecord(QualType A, QualType B) {
  return !A.isNull() && !B.isNull() && A->isRecordType() &&
         A.getCanonicalType().getUnqualifiedType() ==
             B.getCanonicalType().getUnqualifiedType();
}

/// What tells it from others that are reached from the same region.
const void *keyOf(Region::Kind K, const Region &R) {
  return K == Region::Kind::Field ? R.D
         : K == Region::Kind::Element
             ? reinterpret_cast<const void *>(R.Index + 1)
             : nullptr;
}

} // namespace

const Region *Regions::find(Region::Kind K, const Region *Parent,
                            const void *What, Region New, const void *Part) {
  const Region *&Found = Known[{K, Parent, What, Part}];
  if (!Found) {
    New.K = K;
    New.Parent = Parent;
    New.Id = All.size();
    Found = &All.emplace_back(New);
  }
  return Found;
}

const Region *Regions::variable(const VarDecl *D) {
  D = D->getCanonicalDecl();
  return find(Region::Kind::Variable, nullptr, D,
              {.K = {}, .D = D, .T = D->getType()});
}

const Region *Regions::allocation(const Expr *E, const FieldDecl *For) {
  return find(Region::Kind::Allocation, nullptr, E,
              {.K = {}, .D = For, .E = E, .T = {}}, For);
}

const Region *Regions::temporary(const Expr *E) {
  return find(Region::Kind::Temporary, nullptr, E,
              {.K = {}, .E = E, .T = E->getType()});
}

const Region *Regions::earlier(const Expr *E, const FieldDecl *For) {
  return find(Region::Kind::Earlier, nullptr, E,
              {.K = {}, .D = For, .E = E, .T = {}}, For);
}

const Region *Regions::literal(const Expr *E) {
  return find(Region::Kind::Literal, nullptr, E,
              {.K = {}, .E = E, .T = E->getType()});
}

const Region *Regions::self() {
  return find(Region::Kind::This, nullptr, nullptr, {.K = {}, .T = {}});
}

const Region *Regions::field(const Region *Of, const FieldDecl *D) {
  D = D->getCanonicalDecl();
  return find(Region::Kind::Field, Of, D, {.K = {}, .D = D, .T = D->getType()});
}

const Region *Regions::element(const Region *Of, std::uint64_t Index,
                               QualType T) {
  Region New{.K = {}, .T = T, .Index = Index};
  return find(Region::Kind::Element, Of, keyOf(Region::Kind::Element, New),
              New);
}

/// A node of a list that the list holds already: of those only the first one is
/// told apart.
const Region *Regions::reached(const Region *Of, QualType T) {
  for (const Region *R = Of; R; R = R->Parent) {
    if (R->K == Region::Kind::Reached && R->D == Of->D && sameRecord(R->T, T))
      return R;
    if ((R->K == Region::Kind::Pointee || R->K == Region::Kind::Content) &&
        sameRecord(R->T, T))
      return find(Region::Kind::Reached, R, Of->D,
                  {.K = {}, .D = Of->D, .T = T, .Holder = Of});
  }
  return nullptr;
}

const Region *Regions::content(const Region *Of, QualType T, bool Several) {
  if (!Several && Of->K == Region::Kind::Field)
    if (const Region *Node = reached(Of, T))
      return Node;
  return find(Region::Kind::Content, Of, nullptr,
              {.K = {}, .T = T, .Holder = Of, .Several = Several});
}

const Region *Regions::moved(const Region *R, const Region *From,
                             const Region *To) {
  if (R == From || !R->Parent)
    return R == From ? To : R;
  const Region *Parent = moved(R->Parent, From, To);
  return Parent == R->Parent ? R
                             : find(R->K, Parent, keyOf(R->K, *R),
                                    {.K = {},
                                     .D = R->D,
                                     .E = R->E,
                                     .T = R->T,
                                     .Holder = R->Holder ? Parent : nullptr,
                                     .Several = R->Several,
                                     .Index = R->Index});
}

const Region *Regions::pointee(const Region *Of, QualType T) {
  if (const Region *Node = reached(Of, T))
    return Node;
  unsigned Distance = 0;
  for (const Region *R = Of; R; R = R->Parent)
    if (R->K == Region::Kind::Pointee && ++Distance > MaxDistance)
      return nullptr;
  return find(Region::Kind::Pointee, Of, nullptr,
              {.K = {}, .T = T, .Holder = Of});
}

} // namespace rpcgen

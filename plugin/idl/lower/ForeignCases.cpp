//===- ForeignCases.cpp - foreign-case ------------------------------------===//
//
// MIDL takes an enumerator of any enumeration as a case. A cast says that it is
// meant.
//
//===----------------------------------------------------------------------===//

#include "idl/Symbols.h"
#include "idl/Walk.h"
#include "idl/lower/Lower.h"

#include <algorithm>
#include <set>

namespace rpcgen::idl {
namespace {

bool hasEnumerator(const Definition &In, const std::string &Name) {
  return std::ranges::any_of(
      In.Enumerators, [&](const Enumerator &E) { return E.Name == Name; });
}

std::set<std::string> enumeratorsOf(const Program &P) {
  std::set<std::string> Result;
  for (const Unit &U : P.Units)
    forEachItem(U.Tree.Items, [&](const Item &I, const Interface *) {
      forEachType(I, [&](const Type &T) {
        if (T.Defined)
          for (const Enumerator &E : T.Defined->Enumerators)
            Result.insert(E.Name);
      });
    });
  return Result;
}

/// What selects; null where nothing says it.
TypeRef tagOf(const Attributes &OfField, const Definition &Union) {
  const Attribute *A = find(OfField, "switch_type");
  if (!A)
    A = find(Union.Attrs, "switch_type");
  return A ? A->Named : nullptr;
}

/// Null for what is no enumeration.
const Definition *enumerationOf(const Type &Tag, const Symbols &Known,
                                const Scope &From) {
  const Type &Last = Known.stripped(Tag, From);
  if (Last.K != Type::Kind::Enumeration || Last.Defined)
    return Last.Defined.get();
  const Symbol *S = Known.find(Last, From);
  return S && S->T ? S->T->Defined.get() : nullptr;
}

} // namespace

void lowerForeignCases(Program &P, Unit &U) {
  const Symbols Known(P);
  const std::set<std::string> Enumerators = enumeratorsOf(P);
  forEachItem(U.Tree.Items, [&](Item &I, Interface *In) {
    const Scope From = scopeOf(P, U, In);
    auto Lower = [&](Definition &Union, const Attributes &OfField) {
      const TypeRef Tag = tagOf(OfField, Union);
      const Definition *Own = Tag ? enumerationOf(*Tag, Known, From) : nullptr;
      if (!Own || Own->Enumerators.empty())
        return;
      for (Variable &Arm : Union.Fields)
        for (Attribute &Case : Arm.Attrs) {
          if (Case.Name != "case")
            continue;
          for (Expr &E : Case.Arguments) {
            if (E.K != Expr::Kind::Name || !Enumerators.count(E.Text) ||
                hasEnumerator(*Own, E.Text))
              continue;
            P.remark(E.Loc, "foreign-case",
                     "'" + E.Text + "' is of another enumeration than '" +
                         Tag->Name + "' and is cast to it");
            E = {Expr::Kind::Cast, E.Loc, "", {E}, Tag};
          }
        }
    };
    forEachDefinition(I, [&](Type &T) {
      for (Variable &V : T.Defined->Fields)
        if (V.T && V.T->K == Type::Kind::Union && V.T->Defined)
          Lower(*V.T->Defined, V.Attrs);
    });
    if (auto *T = std::get_if<Typedef>(&I.Is);
        T && T->T && T->T->K == Type::Kind::Union && T->T->Defined)
      Lower(*T->T->Defined, T->Attrs);
  });
}

} // namespace rpcgen::idl

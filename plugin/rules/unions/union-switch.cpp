#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Structure &S, ModelReporter &R) {
  const Attribute *A = find(S.Attributes, Attribute::UnionSwitch);
  if (!A || A->Words.empty())
    return;
  const std::string &Tag = A->Words.front();
  bool Fits = S.Fields.size() == 2 && S.Fields[0].Name == Tag &&
              S.Fields[1].T.K == Type::Kind::Union;
  if (!Fits)
    R.report(A->Loc, "union_switch(" + Tag + ") needs " + quote(S.Name) +
                         " to have two fields: the discriminant " + quote(Tag) +
                         ", then a union");
  else if (const Attribute *SwitchIs =
               find(S.Fields[1].Attributes, Attribute::SwitchIs))
    R.report(SwitchIs->Loc, "union_switch says what selects from " +
                                quote(S.Fields[1].Name) +
                                ", which needs no switch_is");
}

DEFINE_RULE(UnionSwitch) = {"union-switch", Severity::Error,
                            "union_switch on something else than a struct "
                            "of a discriminant and a union",
                            check};

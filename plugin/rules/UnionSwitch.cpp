//===- UnionSwitch.cpp - how a union finds its discriminant ---------------===//

#include "rules/Expressions.h"
#include "rules/Rules.h"
#include "rules/Types.h"
#include "rules/Unions.h"

#include <algorithm>
#include <set>

using namespace rpcgen;

namespace {

bool hasArray(const Type &T) {
  bool Found = false;
  forEachLevel(
      T, [&](const Type &Level) { Found |= Level.K == Type::Kind::Array; });
  return Found;
}

/// Whether a union is used here without switch_is.
bool lacksSwitch(const Site &At) {
  const Type &T = innermost(At.T);
  // return-union, union-array, union-in-union and union-switch have more
  // to say.
  bool Elsewhere = At.K == Site::Kind::Result || hasArray(At.T) ||
                   (At.K == Site::Kind::Arm && At.T.K == Type::Kind::Union) ||
                   (At.S && At.S->Encapsulated);
  return T.K == Type::Kind::Union && !T.Discriminant && !Elsewhere &&
         !find(At.Attributes, "switch_is");
}

void checkMissing(const Model &M, Reporter &R) {
  std::set<const Union *> Explained;
  forEachSite(M, [&](const Site &At) {
    if (!lacksSwitch(At))
      return;
    auto Report =
        R.report(At.Loc, "nothing says which member of the union " +
                             describe(At) + " holds")
            .note(At.Loc, "add switch_is(n), where n is a parameter or field "
                          "next to it");
    const Union &U = M.Unions[innermost(At.T).Definition];
    if (isPlain(M, U) && Explained.insert(&U).second)
      Report.note(U.Loc,
                  "write 'union [[rpc::switch_type(std::uint32_t)]] " + U.Name +
                      "', and before each member the values of n that select "
                      "it, as in '[[rpc::case(1)]]'");
  });
}

void checkNonunion(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    const Attribute *A = find(At.Attributes, "switch_is");
    const Type &T = innermost(At.T);
    if (A && T.K != Type::Kind::Union && T.K != Type::Kind::Untransmissible)
      R.report(A->Loc, "switch_is needs a union, and " + describe(At) +
                           " has type '" + display(T) + "'");
  });
}

void checkLevel(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    forEachPart(At, "switch_is", [&](const Expression &E) {
      if (isUnresolved(At, E))
        reportUnresolved(R, "discriminant", At, E);
    });
  });
}

void checkEncapsulated(const Model &M, Reporter &R) {
  forEachStructure(M, [&](const Structure &S) {
    const Attribute *A = find(S.Attributes, "union_switch");
    if (!A || A->Words.empty())
      return;
    const std::string &Tag = A->Words.front();
    bool Fits = S.Fields.size() == 2 && S.Fields[0].Name == Tag &&
                S.Fields[1].T.K == Type::Kind::Union;
    if (!Fits)
      R.report(A->Loc, "union_switch(" + Tag + ") needs " + quote(S.Name) +
                           " to have two fields: the discriminant " +
                           quote(Tag) + ", then a union");
    else if (const Attribute *SwitchIs =
                 find(S.Fields[1].Attributes, "switch_is"))
      R.report(SwitchIs->Loc, "union_switch says what selects from " +
                                  quote(S.Fields[1].Name) +
                                  ", which needs no switch_is");
  });
}

} // namespace

bool rpcgen::isPlain(const Model &M, const Union &U) {
  bool SaysNothing = !U.Tag && U.Attributes.empty() &&
                     std::ranges::none_of(U.Arms, [](const Arm &A) {
                       return find(A.F.Attributes, "case") || A.Default;
                     });
  bool Reported = false;
  if (SaysNothing)
    forEachSite(M, [&](const Site &At) {
      Reported |=
          lacksSwitch(At) && &M.Unions[innermost(At.T).Definition] == &U;
    });
  return Reported;
}

const Rule rpcgen::UnionSwitch = {
    "union-switch", Severity::Error,
    "union_switch on something else than a struct of a discriminant and a "
    "union",
    checkEncapsulated};

const Rule rpcgen::UnionNoSwitchIs = {"union-no-switch-is", Severity::Error,
                                      "a union without switch_is",
                                      checkMissing};

const Rule rpcgen::UnionSwitchIsNonunion = {
    "union-switch-is-nonunion", Severity::Error,
    "switch_is on something else than a union", checkNonunion};

const Rule rpcgen::UnionLevel = {
    "union-level", Severity::Error,
    "switch_is that names neither a parameter nor a field next to the union",
    checkLevel};

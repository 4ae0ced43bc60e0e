#include "rules/Rule.h"

#include <cstdint>
#include <optional>

using namespace rpcgen;

/// Numbers, and what is cast, are of any enumeration.
static void checkEnumerators(const Arm &A, const Enumeration &Tag,
                             Reporter &R) {
  const Attribute *Cases = find(A.F.Attributes, Attribute::Case);
  if (!Cases)
    return;
  for (const std::optional<Expression> &Case : Cases->Expressions)
    if (Case && Case->Enumeration && Case->Enumeration != Tag.Loc)
      R.report(A.F.Loc, "case " + std::to_string(Case->Value) +
                            " of union arm " + quote(A.F.Name) +
                            " is of another enumeration than " +
                            quote(Tag.Name) + ", the union's switch_type")
          .note(Case->Enumeration, "the other enumeration is declared here");
}

static void check(const Union &U, ModelReporter &R) {
  if (!U.Tag || U.Tag->K != Type::Kind::Enumeration)
    return;
  const Enumeration &E = R.model().Enumerations[U.Tag->Definition];
  for (const Arm &A : U.Arms) {
    checkEnumerators(A, E, R);
    for (std::int64_t Case : A.Cases) {
      bool Named = false;
      for (const Enumerator &Each : E.Enumerators)
        Named |= Each.Value == Case;
      if (!Named)
        R.report(A.F.Loc, "case " + std::to_string(Case) + " of union arm " +
                              quote(A.F.Name) + " is not a value of " +
                              quote(E.Name) + ", the union's switch_type");
    }
  }
}

DEFINE_RULE(UnionCaseEnum) = {
    "union-case-enum", Severity::Error,
    "a case that is not a value of the enumeration that selects", check};

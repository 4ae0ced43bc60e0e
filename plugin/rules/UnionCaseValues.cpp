//===- UnionCaseValues.cpp - what a case may be ---------------------------===//

#include "resolve/Constant.h"
#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"

#include <cstdint>
#include <optional>
#include <string>

using namespace rpcgen;

namespace {

void checkConst(const Model &M, Reporter &R) {
  forEachUnion(M, [&](const Union &U) {
    for (const Arm &A : U.Arms)
      if (const Attribute *Case = find(A.F.Attributes, "case"))
        for (std::size_t N = 0; N < Case->Expressions.size(); ++N)
          if (!constantArgument(*Case, N))
            R.report(Case->Loc, display(*Case) + " of union arm " +
                                    quote(A.F.Name) +
                                    " needs integer constants");
  });
}

/// The values that a discriminant can have.
ValueRange valuesOf(const Type &Tag) {
  if (Tag.K == Type::Kind::Boolean)
    return {0, 1};
  if (Tag.K == Type::Kind::Character)
    return {0, 255};
  std::int64_t Span = std::int64_t{1} << Tag.Bits;
  return Tag.Signed ? ValueRange{-Span / 2, Span / 2 - 1}
                    : ValueRange{0, Span - 1};
}

bool hasSimpleTag(const Union &U) {
  return U.Tag && (U.Tag->K == Type::Kind::Boolean ||
                   U.Tag->K == Type::Kind::Character ||
                   (U.Tag->K == Type::Kind::Integer && U.Tag->Bits <= 32));
}

void checkRange(const Model &M, Reporter &R) {
  forEachUnion(M, [&](const Union &U) {
    if (!hasSimpleTag(U))
      return;
    ValueRange Values = valuesOf(*U.Tag);
    for (const Arm &A : U.Arms)
      for (std::int64_t Case : A.Cases)
        if (Case < Values.Low || Case > Values.High)
          R.report(A.F.Loc, "case " + std::to_string(Case) + " of union arm " +
                                quote(A.F.Name) +
                                " does not fit the switch_type '" +
                                display(*U.Tag) + "'");
  });
}

/// Numbers, and what is cast, are of any enumeration.
void checkEnumerators(const Arm &A, const Enumeration &Tag, Reporter &R) {
  const Attribute *Cases = find(A.F.Attributes, "case");
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

void checkEnum(const Model &M, Reporter &R) {
  forEachUnion(M, [&](const Union &U) {
    if (!U.Tag || U.Tag->K != Type::Kind::Enumeration)
      return;
    const Enumeration &E = M.Enumerations[U.Tag->Definition];
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
  });
}

} // namespace

const Rule rpcgen::UnionCaseConst = {"union-case-const", Severity::Error,
                                     "a case that is not an integer constant",
                                     checkConst};

const Rule rpcgen::UnionCaseRange = {
    "union-case-range", Severity::Error,
    "a case that does not fit the type of the discriminant", checkRange};

const Rule rpcgen::UnionCaseEnum = {
    "union-case-enum", Severity::Error,
    "a case that is not a value of the enumeration that selects", checkEnum};

//===- UnionTagSource.cpp - where a discriminant comes from ---------------===//

#include "rules/Expressions.h"
#include "rules/NullOperands.h"
#include "rules/Rules.h"
#include "rules/Types.h"

using namespace rpcgen;

namespace {

void checkUnique(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    const Type &T = innermost(At.T);
    if (T.K != Type::Kind::Union || !T.Discriminant)
      return;
    forEachUnaskedNull(At, *T.Discriminant, [&](const Expression &E) {
      R.report(E.Loc, "the discriminant of " + describe(At) + " is " +
                          quoteOperand(E) + ", and " + quote(E.Name) +
                          " may be null; a call in which it is fails")
          .note(E.Loc, "write " + withNullTest(E) +
                           " if 0 is to select where it is null");
    });
  });
}

void checkOut(const Model &M, Reporter &R) {
  forEachSwitch(M, [&](const Site &At, const Union &, const Expression &E) {
    const Parameter *Source = outOnlyParameter(At, E);
    if (Source && At.P->Dir.In)
      R.report(E.Loc, "the discriminant of " + describe(At) + " comes from " +
                          quote(E.Name) +
                          ", which is only [out], and is not "
                          "known when the request is sent")
          .note(Source->Loc, "make " + quote(E.Name) + " [in, out]");
  });
}

} // namespace

const Rule rpcgen::UnionTagUnique = {
    "union-tag-unique", Severity::Warning,
    "a discriminant that is read through a pointer that may be null",
    checkUnique};

const Rule rpcgen::UnionTagOut = {
    "union-tag-out", Severity::Error,
    "a discriminant that does not travel in every direction that its union "
    "does",
    checkOut};

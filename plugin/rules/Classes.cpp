//===- Classes.cpp - which classes can travel -----------------------------===//

#include "rules/Instead.h"
#include "rules/Obstacles.h"
#include "rules/Rules.h"

using namespace rpcgen;

namespace {

void checkLayout(const Model &M, Reporter &R) {
  forEachObstacle<Obstacle::NotStandardLayout, Obstacle::Dependent,
                  Obstacle::NoWireForm>(M, [&](const Site &At, const Type &T) {
    const bool IsUnnamed = T.Spelling == "struct" || T.Spelling == "union";
    reportObstacle(R, At, T,
                   IsUnnamed ? "an unnamed " + T.Spelling +
                                   " cannot travel: stubs name each field"
                             : declared(At, T) + " cannot travel: '" +
                                   display(T) + "' " + T.Detail,
                   insteadOf(T));
  });
}

void checkIncomplete(const Model &M, Reporter &R) {
  forEachObstacle<Obstacle::IncompleteType>(
      M, [&](const Site &At, const Type &T) {
        reportObstacle(R, At, T,
                       declared(At, T) + " cannot travel: '" + display(T) +
                           "' " + T.Detail,
                       "include the header that defines it");
      });
}

void checkBitField(const Model &M, Reporter &R) {
  auto Check = [&](const char *Kind, const Field &F) {
    if (F.BitField)
      R.report(F.Loc,
               Kind + quote(F.Name) + " is a bit-field, which has no wire form")
          .note(F.Loc, "use an integer and masks");
  };
  forEachStructure(M, [&](const Structure &S) {
    for (const Field &F : S.Fields)
      Check("field ", F);
  });
  forEachUnion(M, [&](const Union &U) {
    for (const Arm &A : U.Arms)
      Check("union arm ", A.F);
  });
}

void checkEmpty(const Model &M, Reporter &R) {
  forEachStructure(M, [&](const Structure &S) {
    if (S.Fields.empty())
      R.report(S.Loc, "struct " + quote(S.Name) +
                          " has no field, and nothing "
                          "of it would travel")
          .note(S.Loc, "give it a field, or leave out what has this type");
  });
}

} // namespace

const Rule rpcgen::NotStandardLayout = {
    "not-standard-layout", Severity::Error,
    "a class in a call that is more than a struct of public fields",
    checkLayout};

const Rule rpcgen::IncompleteType = {
    "incomplete-type", Severity::Error,
    "a type in a call that is declared and not defined", checkIncomplete};

const Rule rpcgen::Bitfield = {"bitfield", Severity::Error,
                               "a bit-field in a structure that travels",
                               checkBitField};

const Rule rpcgen::StructEmpty = {"struct-empty", Severity::Error,
                                  "a structure without fields in a call",
                                  checkEmpty};

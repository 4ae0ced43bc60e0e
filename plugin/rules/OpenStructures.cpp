//===- OpenStructures.cpp - structures that end in an open array ----------===//

#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"

using namespace rpcgen;

namespace {

void checkNotLast(const Model &M, Reporter &R) {
  forEachStructure(M, [&](const Structure &S) {
    for (const Field &F : S.Fields)
      if (&F != &S.Fields.back() && isOpen(M, F.T))
        R.report(F.Loc, "field " + quote(F.Name) + " ends in an open array " +
                            "and must be the last one of " + quote(S.Name))
            .note(S.Fields.back().Loc,
                  quote(S.Fields.back().Name) + " comes after it");
  });
}

void checkByValue(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    if (At.P && At.T.K == Type::Kind::Structure && isOpen(M, At.T))
      R.report(At.Loc, describe(At) +
                           " has no fixed size and cannot be passed " +
                           "by value")
          .note(At.Loc, "pass a pointer: '" + display(At.T) + " *'");
  });
}

void checkOutOpen(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    if (!At.isOutOnly())
      return;
    forEachRefLevel(At.T, [&](const Type &Level) {
      if (Level.K == Type::Kind::Structure && isOpen(M, Level))
        R.report(At.Loc, "nothing tells the server how large " + describe(At) +
                             " is: '" + display(Level) +
                             "' ends in an open array")
            .note(At.Loc,
                  "let the server allocate it: '" + display(Level) + " **'");
    });
  });
}

} // namespace

const Rule rpcgen::ConformantNotLast = {
    "conformant-not-last", Severity::Error,
    "an open array that is not the last field of its structure", checkNotLast};

const Rule rpcgen::ConformantByValue = {
    "conformant-by-value", Severity::Error,
    "a structure that ends in an open array and is passed by value",
    checkByValue};

const Rule rpcgen::OutOpenStruct = {
    "out-open-struct", Severity::Error,
    "an [out] structure that ends in an open array, which the server cannot "
    "size",
    checkOutOpen};

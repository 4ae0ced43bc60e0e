//===- UnionArms.cpp - what a union may hold, and what may hold it --------===//

#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"

using namespace rpcgen;

namespace {

void checkRef(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    if (!At.U || At.T.K != Type::Kind::Pointer ||
        At.T.Class != PointerClass::Ref)
      return;
    auto Report = R.report(At.Loc, describe(At) + " cannot be a [ref] pointer: "
                                                  "it dangles when the "
                                                  "discriminant changes");
    if (const Attribute *Ref = find(At.Attributes, "ref"))
      Report.replaceToken(Ref->Loc, "unique");
    else
      Report.note(At.Loc, "write '[[rpc::unique]]' before it");
  });
}

void checkConformant(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    if (At.U && isOpen(M, At.T))
      R.report(At.Loc, describe(At) + " ends in an open array, and a union has "
                                      "a fixed size")
          .note(At.Loc, "use a pointer to it");
  });
}

void checkNested(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    if (At.U && At.T.K == Type::Kind::Union)
      R.report(At.Loc, describe(At) + " is a union without a discriminant")
          .note(At.Loc, "wrap it in a struct together with its discriminant");
  });
}

void checkArray(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    forEachLevel(At.T, [&](const Type &Level) {
      if (Level.K == Type::Kind::Array &&
          Level.element().K == Type::Kind::Union)
        R.report(At.Loc, "the elements of " + describe(At) +
                             " are unions, and one discriminant cannot select "
                             "for all")
            .note(At.Loc, "use an array of structs, each of a union and its "
                          "discriminant");
    });
  });
}

void checkEmpty(const Model &M, Reporter &R) {
  forEachUnion(M, [&](const Union &U) {
    if (U.Arms.empty())
      R.report(U.Loc, "union " + quote(U.Name) + " needs at least one arm")
          .note(U.Loc, "an arm that holds nothing is a member of type "
                       "'rpc::none'");
  });
}

} // namespace

const Rule rpcgen::UnionArmRef = {"union-arm-ref", Severity::Error,
                                  "an arm of a union that is a [ref] pointer",
                                  checkRef};

const Rule rpcgen::UnionArmConformant = {
    "union-arm-conformant", Severity::Error,
    "an arm of a union whose size varies", checkConformant};

const Rule rpcgen::UnionInUnion = {"union-in-union", Severity::Error,
                                   "an arm of a union that is a union",
                                   checkNested};

const Rule rpcgen::UnionArray = {"union-array", Severity::Error,
                                 "an array of unions", checkArray};

const Rule rpcgen::UnionEmpty = {"union-empty", Severity::Error,
                                 "a union without arms", checkEmpty};

//===- Ignore.cpp - pointers that do not travel ---------------------------===//

#include "rules/Expressions.h"
#include "rules/Rules.h"
#include "rules/Types.h"

using namespace rpcgen;

namespace {

void checkNonpointer(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    const Attribute *A = find(At.Attributes, "ignore");
    if (A && !At.T.Ignored)
      R.report(A->Loc,
               "[ignore] needs a pointer, and " + describe(At) + " is not one")
          .note(A->Loc, "what does not travel has no place in a struct that "
                        "does");
  });
}

void checkOperand(const Model &M, Reporter &R) {
  auto Check = [&](const Site &At, const char *What, const Expression &E) {
    if (E.namesSibling() && isIgnored(At, E))
      R.report(E.Loc, std::string("the ") + What + " of " + describe(At) +
                          " is made of " + quoteOperand(E) + ", and " +
                          quote(E.Name) + " does not travel")
          .note(E.Loc, "name a field that travels");
  };
  forEachSite(M, [&](const Site &At) {
    forEachCountPart(At, [&](const CountAttribute &A, const Expression &E) {
      Check(At, A.Gives, E);
    });
  });
  forEachSwitch(M, [&](const Site &At, const Union &, const Expression &E) {
    Check(At, "discriminant", E);
  });
}

} // namespace

const Rule rpcgen::IgnoreNonpointer = {
    "ignore-nonpointer", Severity::Error,
    "ignore on a field that is not a pointer", checkNonpointer};

const Rule rpcgen::IgnoreOperand = {
    "ignore-operand", Severity::Error,
    "a size or discriminant computed from a field that does not travel",
    checkOperand};

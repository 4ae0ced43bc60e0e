//===- SizeNames.cpp - what a size may be made of -------------------------===//

#include "rules/Expressions.h"
#include "rules/Rules.h"
#include "rules/Types.h"

using namespace rpcgen;

namespace {

/// The operation that has a parameter of the name that a field's size uses.
const Operation *operationWith(const Model &M, const std::string &Name) {
  const Operation *Found = nullptr;
  forEachOperation(M, [&](const Interface &, const Operation &O) {
    for (const Parameter &Each : O.Parameters)
      if (Each.Name == Name)
        Found = &O;
  });
  return Found;
}

void checkUnresolved(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    forEachCountPart(At, [&](const CountAttribute &A, const Expression &E) {
      bool WrongLevel = !At.P && operationWith(M, E.Name);
      if (isUnresolved(At, E) && !WrongLevel)
        reportUnresolved(R, A.Gives, At, E);
    });
  });
}

void checkWrongLevel(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    if (At.P)
      return;
    forEachCountPart(At, [&](const CountAttribute &A, const Expression &E) {
      const Operation *O =
          isUnresolved(At, E) ? operationWith(M, E.Name) : nullptr;
      if (O)
        R.report(E.Loc, std::string("the ") + A.Gives + " of " + describe(At) +
                            " names " + quote(E.Name) + ", a parameter of " +
                            quote(O->Name) + ", and must be a field beside it")
            .note(At.Loc, std::string("add a field that holds the ") + A.Gives);
    });
  });
}

void checkUnsupported(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    auto Check = [&](const char *Attribute, const Expression &E) {
      if (E.K == Expression::Kind::Invalid)
        R.report(E.Loc, std::string(Attribute) + " of " + describe(At) +
                            " cannot be computed: " + E.Name);
    };
    forEachCountPart(At, [&](const CountAttribute &A, const Expression &E) {
      Check(A.Name, E);
    });
    forEachPart(At, "switch_is",
                [&](const Expression &E) { Check("switch_is", E); });
  });
}

} // namespace

const Rule rpcgen::SizeUnresolved = {
    "size-unresolved", Severity::Error,
    "a size or length that names neither a parameter nor a field next to the "
    "array",
    checkUnresolved};

const Rule rpcgen::SizeWrongLevel = {
    "size-wrong-level", Severity::Error,
    "the size of a field that names a parameter", checkWrongLevel};

const Rule rpcgen::SizeExprUnsupported = {
    "size-expr-unsupported", Severity::Error,
    "a size or discriminant with a call, a side effect or an operator that "
    "cannot be computed",
    checkUnsupported};

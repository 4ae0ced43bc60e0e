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
    forEachPart(At, "size_is", [&](const Expression &E) {
      bool WrongLevel = !At.P && operationWith(M, E.Name);
      if (isUnresolved(At, E) && !WrongLevel)
        reportUnresolved(R, "size", At, E);
    });
  });
}

void checkWrongLevel(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    if (At.P)
      return;
    forEachPart(At, "size_is", [&](const Expression &E) {
      const Operation *O =
          isUnresolved(At, E) ? operationWith(M, E.Name) : nullptr;
      if (O)
        R.report(E.Loc, "the size of " + describe(At) + " names " +
                            quote(E.Name) + ", a parameter of " +
                            quote(O->Name) + ", and must be a field beside it")
            .note(At.Loc, "add a field that holds the size");
    });
  });
}

void checkUnsupported(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    for (const char *Attribute : {"size_is", "switch_is"})
      forEachPart(At, Attribute, [&](const Expression &E) {
        if (E.K == Expression::Kind::Invalid)
          R.report(E.Loc, std::string(Attribute) + " of " + describe(At) +
                              " cannot be computed: " + E.Name);
        if (E.K == Expression::Kind::Operand && E.Dereferences > 1)
          R.report(E.Loc, std::string(Attribute) + " of " + describe(At) +
                              " goes through two pointers in " +
                              quoteOperand(E) + ", and may go through one");
      });
  });
}

} // namespace

const Rule rpcgen::SizeUnresolved = {
    "size-unresolved", Severity::Error,
    "size_is names parameters or fields that stand beside the array",
    checkUnresolved};

const Rule rpcgen::SizeWrongLevel = {
    "size-wrong-level", Severity::Error,
    "the size of a field is a field, not a parameter", checkWrongLevel};

const Rule rpcgen::SizeExprUnsupported = {
    "size-expr-unsupported", Severity::Error,
    "sizes and discriminants are computed without calls or side effects",
    checkUnsupported};

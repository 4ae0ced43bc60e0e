//===- SizeNames.cpp - what a size may be made of -------------------------===//

#include "model/Operands.h"
#include "rules/Expressions.h"
#include "rules/Rules.h"
#include "rules/Types.h"

#include <algorithm>
#include <string>

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
                            quote(O->Name) + ", and must be a field next to it")
            .note(At.Loc, std::string("add a field that holds the ") + A.Gives);
    });
  });
}

bool readsElement(const Site &At, const Expression &E) {
  const Type *Sibling = E.namesSibling() ? findSibling(At, E.Name) : nullptr;
  return (Sibling && !sizesBefore(*Sibling, E).empty()) ||
         std::ranges::any_of(E.Operands, [&](const Expression &Part) {
           return readsElement(At, Part);
         });
}

/// Whether it reads an element of an array of which the size reads an element
/// itself: no order of checks makes all of that safe.
bool readsElementOfElements(const Site &At, const Expression &E) {
  const Type *Sibling = E.namesSibling() ? findSibling(At, E.Name) : nullptr;
  return Sibling && std::ranges::any_of(sizesBefore(*Sibling, E),
                                        [&](const Expression *Size) {
                                          return readsElement(At, *Size);
                                        });
}

void checkUnsupported(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    auto Check = [&](const char *Attribute, const Expression &E) {
      std::string Why;
      if (E.K == Expression::Kind::Invalid)
        Why = E.Name;
      else if (readsElementOfElements(At, E))
        Why = quoteOperand(E) + " is an element of an array whose own size is "
                                "read from an array";
      if (!Why.empty())
        R.report(E.Loc, std::string(Attribute) + " of " + describe(At) +
                            " cannot be computed: " + Why);
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

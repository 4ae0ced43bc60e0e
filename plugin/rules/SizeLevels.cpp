//===- SizeLevels.cpp - which dimension a size belongs to -----------------===//

#include "resolve/Types.h"
#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"

using namespace rpcgen;

namespace {

void checkOnFixed(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    const Attribute *A = find(At.Attributes, "size_is");
    forEachLevel(At.T, [&](const Type &Level) {
      if (A && Level.Size && Level.Extent)
        R.report(A->Loc, display(*A) + " gives a size to a dimension " + "of " +
                             describe(At) + " that is fixed at " +
                             std::to_string(*Level.Extent))
            .note(At.Loc, "drop size_is, or leave the dimension open");
    });
  });
}

void checkMismatch(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    const Attribute *A = find(At.Attributes, "size_is");
    if (!A || innermost(At.T).K == Type::Kind::Untransmissible)
      return;
    unsigned Levels = countLevels(At.T);
    if (Levels == 0)
      R.report(A->Loc, "size_is needs a pointer or an array, and " +
                           describe(At) + " is neither");
    else if (A->Expressions.size() > Levels)
      R.report(
          A->Loc,
          "size_is gives " + std::to_string(A->Expressions.size()) +
              " sizes, and " + describe(At) + " has " + std::to_string(Levels) +
              (Levels == 1 ? " level" : " levels") + " of pointers and arrays");
  });
}

} // namespace

const Rule rpcgen::SizeOnFixed = {
    "size-on-fixed", Severity::Error,
    "size_is does not stand on a dimension that is fixed", checkOnFixed};

const Rule rpcgen::SizeDimMismatch = {
    "size-dim-mismatch", Severity::Error,
    "size_is has no more sizes than the type has levels", checkMismatch};

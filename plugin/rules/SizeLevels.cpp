//===- SizeLevels.cpp - which dimension a size belongs to -----------------===//

#include "resolve/Types.h"
#include "rules/Expressions.h"
#include "rules/Rules.h"
#include "rules/Types.h"

#include <string_view>

using namespace rpcgen;
using namespace std::string_view_literals;

namespace {

void checkOnFixed(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    const Attribute *A = findSize(At);
    forEachLevel(At.T, [&](const Type &Level) {
      if (A && Level.Size && Level.Extent)
        R.report(A->Loc, display(*A) + " gives a size to a dimension " + "of " +
                             describe(At) + " that is fixed at " +
                             std::to_string(*Level.Extent))
            .note(At.Loc, "drop " + A->Name +
                              ", or leave the dimension open; length_is says "
                              "how much of it travels");
    });
  });
}

/// Without the gaps that MIDL allows at the end.
std::size_t countArguments(const Attribute &A) {
  std::size_t Count = A.Expressions.size();
  while (Count > 0 && !A.Expressions[Count - 1])
    --Count;
  return Count;
}

void checkMismatch(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    if (innermost(At.T).K == Type::Kind::Untransmissible)
      return;
    for (const CountAttribute &Each : CountAttributes) {
      // The buffer may be what a reference leads to.
      bool Buffer = At.T.FromReference && Each.Name == "byte_count"sv;
      unsigned Levels = countLevels(At.T) + Buffer;
      const Attribute *A = find(At.Attributes, Each.Name);
      if (A && At.T.isSpan() && A != findSize(At))
        R.report(A->Loc, describe(At) + " is a span, all of which travels")
            .note(At.Loc, "drop " + A->Name + ", and pass a subspan");
      else if (A && Levels == 0)
        R.report(A->Loc, A->Name + " needs a pointer or an array, and " +
                             describe(At) + " is neither");
      else if (A && countArguments(*A) > Levels)
        R.report(A->Loc, A->Name + " has " +
                             std::to_string(countArguments(*A)) +
                             " arguments, and " + describe(At) + " has " +
                             std::to_string(Levels) +
                             (Levels == 1 ? " level" : " levels") +
                             " of pointers and arrays");
    }
  });
}

/// The counts of all dimensions would have to come before the elements.
void checkInnerVarying(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    forEachLevel(At.T, [&](const Type &Level) {
      if (Level.K != Type::Kind::Array ||
          Level.element().K != Type::Kind::Array || !Level.element().Length)
        return;
      R.report(Level.element().Length->Loc,
               "an inner dimension of " + describe(At) +
                   " travels in part, and only the outermost one may")
          .note(At.Loc, "use an array of structs that hold a row and its "
                        "length");
    });
  });
}

} // namespace

const Rule rpcgen::SizeOnFixed = {"size-on-fixed", Severity::Error,
                                  "size_is or max_is on an array of fixed size",
                                  checkOnFixed};

const Rule rpcgen::SizeDimMismatch = {
    "size-dim-mismatch", Severity::Error,
    "more sizes or lengths than the type has levels", checkMismatch};

const Rule rpcgen::InnerDimVarying = {
    "inner-dim-varying", Severity::Error,
    "length_is on an inner dimension of an array of arrays", checkInnerVarying};

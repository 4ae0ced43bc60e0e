#include "resolve/Types.h"
#include "rules/Rule.h"
#include "rules/support/Expressions.h"

using namespace rpcgen;

/// Without the gaps that MIDL allows at the end.
static std::size_t countArguments(const Attribute &A) {
  std::size_t Count = A.Expressions.size();
  while (Count > 0 && !A.Expressions[Count - 1])
    --Count;
  return Count;
}

static void check(const Site &At, ModelReporter &R) {
  if (innermost(At.T).K == Type::Kind::Untransmissible)
    return;
  for (const CountAttribute &Each : CountAttributes) {
    // The buffer may be the referent of a reference.
    bool Buffer = At.T.FromReference && Each.K == Attribute::ByteCount;
    unsigned Levels = countLevels(At.T) + Buffer;
    const Attribute *A = find(At.Attributes, Each.K);
    if (A && At.T.isSpan() && A != findSize(At))
      R.report(A->Loc, describe(At) + " is a span, all of which travels")
          .note(At.Loc, "drop " + nameOf(A->K) + ", and pass a subspan");
    else if (A && Levels == 0)
      R.report(A->Loc, nameOf(A->K) + " needs a pointer or an array, and " +
                           describe(At) + " is neither");
    else if (A && countArguments(*A) > Levels)
      R.report(A->Loc, nameOf(A->K) + " has " +
                           std::to_string(countArguments(*A)) +
                           " arguments, and " + describe(At) + " has " +
                           std::to_string(Levels) +
                           (Levels == 1 ? " level" : " levels") +
                           " of pointers and arrays");
  }
}

DEFINE_RULE(SizeDimMismatch) = {
    "size-dim-mismatch", Severity::Error,
    "more sizes or lengths than the type has levels", check};

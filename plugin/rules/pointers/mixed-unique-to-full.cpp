#include "resolve/Reach.h"
#include "rules/Rule.h"

#include <algorithm>

using namespace rpcgen;

static bool holdsFullPointer(const Structure &S) {
  return std::ranges::any_of(S.Fields, [](const Field &F) {
    return F.T.K == Type::Kind::Pointer && F.T.Class == PointerClass::Full;
  });
}

/// The first structure with a full pointer that is reachable from both
/// parameters.
static const Structure *sharedGraph(const Model &M, const Parameter &A,
                                    const Parameter &B) {
  Reach First(M), Second(M);
  First.add(A.T);
  Second.add(B.T);
  for (std::size_t N = 0; N < M.Structures.size(); ++N)
    if (First.Structures[N] && Second.Structures[N] &&
        holdsFullPointer(M.Structures[N]))
      return &M.Structures[N];
  return nullptr;
}

static bool isUnique(const Parameter &P) {
  return P.T.K == Type::Kind::Pointer && P.T.Class == PointerClass::Unique;
}

static void check(const Interface &, const Operation &O, ModelReporter &R) {
  for (std::size_t N = 1; N < O.Parameters.size(); ++N)
    for (std::size_t Earlier = 0; Earlier < N; ++Earlier) {
      const Parameter &A = O.Parameters[Earlier], &B = O.Parameters[N];
      if (!isUnique(A) && !isUnique(B))
        continue;
      if (const Structure *S = sharedGraph(R.model(), A, B))
        R.report(B.Loc, quote(A.Name) + " and " + quote(B.Name) +
                            " may share what [ptr] pointers of " +
                            quote(S->Name) +
                            " point to, though a [unique] "
                            "pointer is said to share "
                            "nothing")
            .note(A.Loc, "make both [ptr], or [ref]");
    }
}

DEFINE_RULE(MixedUniqueToFull) = {
    "mixed-unique-to-full", Severity::Off,
    "[unique] parameters share a graph of [ptr] pointers", check};

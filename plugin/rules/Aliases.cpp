//===- Aliases.cpp - pointers that may lead to the same thing -------------===//

#include "resolve/Reach.h"
#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"

#include <algorithm>

using namespace rpcgen;

namespace {

/// Calls back with each pointer of a parameter's own type to a structure.
template <class Visit> void forEachPointer(const Parameter &P, Visit Each) {
  forEachLevel(P.T, [&](const Type &Level) {
    if (Level.K == Type::Kind::Pointer &&
        Level.element().K == Type::Kind::Structure)
      Each(Level);
  });
}

/// The first parameter with a full pointer to the structure, or null.
const Parameter *fullPointerTo(std::size_t Structure, const Operation &O) {
  for (const Parameter &P : O.Parameters) {
    bool Found = false;
    forEachPointer(P, [&](const Type &Pointer) {
      Found |= Pointer.Class == PointerClass::Full &&
               Pointer.element().Definition == Structure;
    });
    if (Found)
      return &P;
  }
  return nullptr;
}

void checkMixed(const Model &M, Reporter &R) {
  forEachOperation(M, [&](const Interface &, const Operation &O) {
    for (const Parameter &P : O.Parameters)
      forEachPointer(P, [&](const Type &Pointer) {
        const Parameter *Full = fullPointerTo(Pointer.element().Definition, O);
        if (Pointer.Class == PointerClass::Full || !Full || Full == &P)
          return;
        R.report(P.Loc, quote(P.Name) + " may point to what " +
                            quote(Full->Name) +
                            " points to, and only pointers "
                            "that are all [ptr] keep that")
            .note(Full->Loc, "the [ptr] pointer is here");
      });
  });
}

bool holdsFullPointer(const Structure &S) {
  return std::ranges::any_of(S.Fields, [](const Field &F) {
    return F.T.K == Type::Kind::Pointer && F.T.Class == PointerClass::Full;
  });
}

/// The first structure with a full pointer that both parameters lead to.
const Structure *sharedGraph(const Model &M, const Parameter &A,
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

bool isUnique(const Parameter &P) {
  return P.T.K == Type::Kind::Pointer && P.T.Class == PointerClass::Unique;
}

void checkUniqueToFull(const Model &M, Reporter &R) {
  forEachOperation(M, [&](const Interface &, const Operation &O) {
    for (std::size_t N = 1; N < O.Parameters.size(); ++N)
      for (std::size_t Earlier = 0; Earlier < N; ++Earlier) {
        const Parameter &A = O.Parameters[Earlier], &B = O.Parameters[N];
        if (!isUnique(A) && !isUnique(B))
          continue;
        if (const Structure *S = sharedGraph(M, A, B))
          R.report(B.Loc, quote(A.Name) + " and " + quote(B.Name) +
                              " may share what [ptr] pointers of " +
                              quote(S->Name) +
                              " point to, though a [unique] "
                              "pointer is said to share "
                              "nothing")
              .note(A.Loc, "make both [ptr], or [ref]");
      }
  });
}

} // namespace

const Rule rpcgen::FullPtrAliasingNeeded = {
    "full-ptr-aliasing-needed", Severity::Warning,
    "several pointers of a call that are not all [ptr] may point to the same "
    "structure",
    checkMixed};

const Rule rpcgen::MixedUniqueToFull = {
    "mixed-unique-to-full", Severity::Off,
    "[unique] parameters share a graph of [ptr] pointers", checkUniqueToFull};

//===- RecursiveRef.cpp ---------------------------------------------------===//

#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"

using namespace rpcgen;

namespace {

/// The structure that a value always comes with: by value, or behind [ref]
/// pointers and fixed arrays. One with a size or length may be empty. Null if
/// there is none.
const Structure *alwaysHolds(const Model &M, const Type &T) {
  if (T.K == Type::Kind::Structure)
    return &M.Structures[T.Definition];
  bool Ref = T.K == Type::Kind::Pointer && T.Class == PointerClass::Ref;
  bool Fixed = (T.K == Type::Kind::Array && !T.Size && !T.Length) ||
               (T.K == Type::Kind::Standard && T.Extent);
  return Ref || Fixed ? alwaysHolds(M, T.element()) : nullptr;
}

class Search {
public:
  Search(const Model &M, const Structure &Goal)
      : M(M), Goal(Goal), Seen(M.Structures.size()) {}

  bool leadsToGoal(const Structure &S) {
    if (&S == &Goal)
      return true;
    std::size_t Index = &S - M.Structures.data();
    if (Seen[Index])
      return false;
    Seen[Index] = true;
    for (const Field &F : S.Fields)
      if (const Structure *Next = alwaysHolds(M, F.T))
        if (leadsToGoal(*Next))
          return true;
    return false;
  }

private:
  const Model &M;
  const Structure &Goal;
  std::vector<bool> Seen;
};

void checkRecursiveRef(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    if (!At.S || At.T.K != Type::Kind::Pointer)
      return;
    const Structure *Next = alwaysHolds(M, At.T);
    if (!Next || !Search(M, *At.S).leadsToGoal(*Next))
      return;
    auto Report = R.report(
        At.Loc, quote(At.S->Name) + " recurses through the [ref] pointer " +
                    quote(At.Name) + ", so it can never end");
    if (const Attribute *Ref = find(At.Attributes, "ref"))
      Report.replaceToken(Ref->Loc, "unique");
    else
      Report.note(At.Loc, "write '[[rpc::unique]]' before the field");
  });
}

} // namespace

const Rule rpcgen::RecursiveRef = {
    "recursive-ref", Severity::Error,
    "a structure does not lead back to itself through [ref] pointers alone",
    checkRecursiveRef};

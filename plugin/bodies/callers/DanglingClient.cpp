//===- DanglingClient.cpp - memory of results after its release -----------===//

#include "bodies/Path.h"
#include "bodies/Places.h"
#include "bodies/callers/Rules.h"

namespace rpcgen {
namespace {

/// The call whose memory it was, on every way; null if it may be anything else.
const ClientCall *releasedOf(const Client &C, const Values &Pointers) {
  const ClientCall *Made = nullptr;
  for (Value V : Pointers) {
    Made = V.N == Value::Released ? C.madeBy(V) : nullptr;
    if (!Made)
      return nullptr;
  }
  return Made;
}

void report(const Client &C, const clang::Expr *At, const Values &Of,
            const char *Does, const Way &Here,
            const std::vector<const Way *> &Others, Reporter &R) {
  const ClientCall *Made = releasedOf(C, Of.without(Value::Kind::Null));
  if (!Made)
    return;
  auto Report = R.report(at(At), memoryOf(*Made) + " is " + Does +
                                     " after it has been released");
  Report.note(at(Made->Call), "allocated by this call");
  PathNotes Notes(C, at(At));
  for (Value V : Of)
    Notes.released(V);
  Notes.taken(Here, Others).addTo(Report);
}

/// Where it is released first, if an owner does so again when it ends.
const clang::Expr *placeOf(const Client &C, const Call &Again) {
  if (llvm::isa<clang::CallExpr, clang::CXXDeleteExpr>(Again.At))
    return Again.At;
  for (const Call &Each : C.Calls)
    if (!Each.Arguments.empty() && &Each != &Again &&
        Each.Of->Does == Effect::Release &&
        Each.Arguments.front().may([&](const Value &V) {
          return V.N == 0 && Again.Arguments.front().may([&](const Value &Old) {
            return V.R && V.R == Old.R;
          });
        }))
      return Each.At;
  return Again.At;
}

} // namespace

void bodies::checkDanglingClient(const Client &C, Reporter &R) {
  auto IsThere = [&](const Values &Of) {
    return !releasedOf(C, Of.without(Value::Kind::Null));
  };
  for (const Dereference &D : C.Dereferences)
    report(
        C, D.Pointer, D.Of, "used", D.Taken,
        waysOfOthers(C, D, [&](const Dereference &E) { return IsThere(E.Of); }),
        R);
  for (const Call &Each : C.Calls) {
    if (Each.Arguments.empty() || (Each.Of->Does != Effect::Release &&
                                   Each.Of->Does != Effect::Reallocate))
      continue;
    std::vector<const Way *> Others;
    for (const Call &Other : C.Calls)
      if (Other.At == Each.At && !Other.Arguments.empty() &&
          IsThere(Other.Arguments.front()))
        Others.push_back(&Other.Before.Facts);
    report(C, placeOf(C, Each), Each.Arguments.front(), "released",
           Each.Before.Facts, Others, R);
  }
}

} // namespace rpcgen

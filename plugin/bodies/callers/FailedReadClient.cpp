//===- FailedReadClient.cpp - results of calls that have failed -----------===//

#include "bodies/Path.h"
#include "bodies/Places.h"
#include "bodies/callers/Rules.h"
#include "bodies/flow/Statements.h"

#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace rpcgen {
namespace {

/// Whether the expression is in a handler of the function's.
bool isInHandler(const Expr *E, const FunctionDecl *In) {
  bool Found = false;
  forEachStatement(In->getBody(), [&](const Stmt *S) {
    if (const auto *Handler = dyn_cast<CXXCatchStmt>(S))
      forEachStatement(Handler->getHandlerBlock(),
                       [&](const Stmt *Each) { Found |= Each == E; });
  });
  return Found;
}

/// The call that has failed, on every way; null if that is not certain.
const ClientCall *failedOf(const Client &C, const Values &Of) {
  const ClientCall *Failed = nullptr;
  for (Value V : Of) {
    Failed = V.K == Value::Kind::Null || V.K == Value::Kind::Unknown ||
                     V.K == Value::Kind::Uninitialized
                 ? C.All.find(V.E)
                 : nullptr;
    if (!Failed)
      return nullptr;
  }
  return Failed;
}

FindingBuilder report(const Expr *At, const ClientCall &Failed,
                      const char *What, Reporter &R) {
  return R
      .report(at(At), "'" + Failed.Of->Name + "' has failed here, and " + What)
      .note(at(Failed.Call), "this call");
}

} // namespace

void bodies::checkFailedReadClient(const Client &C, Reporter &R) {
  for (const Dereference &D : C.Dereferences)
    if (const ClientCall *Failed = failedOf(C, D.Of))
      PathNotes(C, at(D.Pointer))
          .taken(D.Taken, waysOfOthers(C, D,
                                       [&](const Dereference &Other) {
                                         return !failedOf(C, Other.Of);
                                       }))
          .addTo(report(D.Pointer, *Failed, "its results are null", R));
  for (const Read &Each : C.Reads) {
    const ClientCall *Failed = failedOf(C, Each.Of);
    // What was set before the call may be meant to stay.
    const bool WasSet = !Each.Of.must(Value::Kind::Uninitialized);
    if (Failed && (!WasSet || isInHandler(Each.At, C.F)))
      report(Each.At, *Failed, "what it should have set is not valid", R);
  }
}

} // namespace rpcgen

//===- Switch.cpp - where a switch goes -----------------------------------===//

#include "bodies/flow/Evaluator.h"

using namespace clang;

namespace rpcgen {
namespace {

/// Whether the label is one for the number.
bool isFor(const SwitchCase *Label, std::int64_t N, const ASTContext &Context) {
  const auto *Case = dyn_cast<CaseStmt>(Label);
  if (!Case)
    return false;
  const std::int64_t First =
      Case->getLHS()->EvaluateKnownConstInt(Context).getExtValue();
  const std::int64_t Last =
      Case->getRHS()
          ? Case->getRHS()->EvaluateKnownConstInt(Context).getExtValue()
          : First;
  return First <= N && N <= Last;
}

} // namespace

bool Evaluator::select(State &At, const SwitchStmt &Switch,
                       const Stmt *Label) const {
  const Value V = valuesAt(At, Switch.getCond()).only();
  const auto *Case = dyn_cast_or_null<CaseStmt>(Label);
  if (V.K != Value::Kind::Number) {
    if (Case && !Case->getRHS())
      assumeNumber(
          At, Switch.getCond(),
          Case->getLHS()->EvaluateKnownConstInt(Context).getExtValue());
    return true;
  }
  if (Case)
    return isFor(Case, V.N, Context);
  for (const SwitchCase *Each = Switch.getSwitchCaseList(); Each;
       Each = Each->getNextSwitchCase())
    if (isFor(Each, V.N, Context))
      return false;
  return true;
}

} // namespace rpcgen

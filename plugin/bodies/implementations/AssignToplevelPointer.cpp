//===- AssignToplevelPointer.cpp ------------------------------------------===//

#include "bodies/implementations/Describe.h"
#include "bodies/implementations/Rules.h"

using namespace clang;

namespace rpcgen {
namespace {

/// Whether it is reached from the parameter: 'list->next'.
bool isReachedFrom(const Region *Parameter, const Expr *E) {
  while (E) {
    E = E->IgnoreParenCasts();
    if (const auto *Member = dyn_cast<MemberExpr>(E))
      E = Member->getBase();
    else
      break;
  }
  const auto *Mention = dyn_cast_or_null<DeclRefExpr>(E);
  return Mention && Mention->getDecl() == Parameter->D;
}

/// Walking over an array, or along a list, ends nothing that is a result.
bool staysInside(const Store &S) {
  return isReachedFrom(S.To, S.Value) || S.New.may([&](const Value &V) {
    return V.K == Value::Kind::Unknown ||
           (V.K == Value::Kind::Address && V.R->isIn(S.To));
  });
}

/// Whether a value that is not known comes from elsewhere.
bool comesFromElsewhere(const Store &S) {
  const Expr *E = S.Value ? S.Value->IgnoreParenCasts() : nullptr;
  const auto *Made = dyn_cast_or_null<CallExpr>(E);
  return Made && Made->getNumArgs() <= 1 && S.New.must(Value::Kind::Unknown);
}

} // namespace

void bodies::checkAssignToplevelPointer(const Body &B, Reporter &R) {
  for (const Store &S : B.Stores) {
    const Parameter *P = S.To->parameter() ? B.parameterOf(S.To) : nullptr;
    if (!P || !P->Dir.Out || !S.To->T->isAnyPointerType() ||
        (staysInside(S) && !comesFromElsewhere(S)))
      continue;
    std::string Pointee = S.To->T->getPointeeType().getAsString();
    R.report(at(S.Where), "this changes a copy of the pointer: the client "
                          "gets what " +
                              describe(*P) + " pointed to at first")
        .note(P->Loc, "fill '*" + P->Name + "', or declare '" + Pointee +
                          " *&" + P->Name + "' to return new memory");
  }
}

} // namespace rpcgen

//===- Algorithms.cpp - what algorithms do with a lambda ------------------===//

#include "bodies/flow/Evaluator.h"

#include "clang/AST/DeclCXX.h"

using namespace clang;

namespace rpcgen {
namespace {

using Kind = Value::Kind;

/// The body of the lambda that the argument is; null if it is something else.
const CXXMethodDecl *lambdaOf(const Expr *Argument) {
  const auto *Class =
      Argument->getType().getNonReferenceType()->getAsCXXRecordDecl();
  return Class && Class->isLambda() && !Class->isGenericLambda()
             ? Class->getLambdaCallOperator()
             : nullptr;
}

/// Whether the function is one that has run when it returns: std::count_if or
/// std::ranges::count_if, but no view.
bool isAlgorithm(const FunctionDecl *F) {
  for (const DeclContext *In = F->getDeclContext(); In; In = In->getParent()) {
    const auto *N = dyn_cast<NamespaceDecl>(In);
    if (N && N->getIdentifier() && N->getName() == "views")
      return false;
    if (In->isStdNamespace())
      return true;
  }
  return false;
}

} // namespace

/// An algorithm calls the lambda with elements of the range before it. What the
/// lambda asks of one, it has asked of all.
void Evaluator::callAlgorithm(const CallExpr *E, const FunctionDecl *F) {
  if (!isAlgorithm(F))
    return;
  Values Elements;
  QualType T;
  const CXXMethodDecl *Body = nullptr;
  for (const Expr *Argument : E->arguments()) {
    const QualType Range = Argument->getType();
    const StandardKind K = standardKind(Range);
    if (const CXXMethodDecl *Lambda = lambdaOf(Argument)) {
      Body = Lambda;
      break;
    }
    if (!Elements.empty())
      continue;
    if (K == StandardKind::Sequence)
      Elements = contentOf(valuesOf(Argument), Range);
    else if (K == StandardKind::View || K == StandardKind::Iterator)
      Elements = held(Argument);
  }
  const Value Element = Elements.only();
  if (!Body || Element.K != Kind::Address ||
      Element.R->K != Region::Kind::Content || Element.R->T.isNull())
    return;
  const bool TakesElements =
      Body->getNumParams() > 0 &&
      llvm::all_of(Body->parameters(), [&](const ParmVarDecl *P) {
        return P->getType()->isReferenceType() &&
               Context.hasSameUnqualifiedType(
                   P->getType().getNonReferenceType(), Element.R->T);
      });
  if (TakesElements) {
    const State Before = *Now;
    const llvm::SmallVector<Values, 3> Arguments(Body->getNumParams(),
                                                 Elements);
    callWith(E, Body, In.Self, Arguments);
    Now->join(Before, Initial);
    GoesOn = true; // there may be no element
  }
  Now->Examined.insert(Element.R);
}

} // namespace rpcgen

//===- Algorithms.cpp - what algorithms do with a lambda ------------------===//

#include "bodies/flow/Evaluator.h"

#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"

#include <vector>

using namespace clang;

namespace rpcgen {
namespace {

using Kind = Value::Kind;

/// The bodies of the lambda that the argument is, one for each types that it is
/// called with; none if it is something else.
std::vector<const CXXMethodDecl *> bodiesOf(const Expr *Argument) {
  const auto *Class =
      Argument->getType().getNonReferenceType()->getAsCXXRecordDecl();
  if (!Class || !Class->isLambda())
    return {};
  const CXXMethodDecl *Body = Class->getLambdaCallOperator();
  const FunctionTemplateDecl *Generic = Body->getDescribedFunctionTemplate();
  if (!Generic)
    return {Body};
  std::vector<const CXXMethodDecl *> All;
  for (const FunctionDecl *Each : Generic->specializations())
    All.push_back(cast<CXXMethodDecl>(Each));
  return All;
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
  std::vector<const CXXMethodDecl *> Bodies;
  for (const Expr *Argument : E->arguments()) {
    const QualType Range = Argument->getType();
    const StandardKind K = standardKind(Range);
    if (Bodies = bodiesOf(Argument); !Bodies.empty())
      break;
    if (!Elements.empty())
      continue;
    if (K == StandardKind::Sequence)
      Elements = contentOf(valuesOf(Argument), Range);
    else if (K == StandardKind::View || K == StandardKind::Iterator)
      Elements = held(Argument);
  }
  const Value Element = Elements.only();
  if (Bodies.empty() || Element.K != Kind::Address ||
      Element.R->K != Region::Kind::Content || Element.R->T.isNull())
    return;
  auto IsElement = [&](const ParmVarDecl *P) {
    return Context.hasSameUnqualifiedType(P->getType().getNonReferenceType(),
                                          Element.R->T);
  };
  for (const CXXMethodDecl *Body : Bodies) {
    llvm::SmallVector<Values, 3> Arguments;
    for (const ParmVarDecl *P : Body->parameters())
      Arguments.push_back(!IsElement(P)                     ? Value()
                          : P->getType()->isReferenceType() ? Elements
                                                            : load(Elements));
    if (llvm::none_of(Body->parameters(), IsElement))
      continue;
    const State Before = *Now;
    callWith(E, Body, objectAround(Body->getParent()), Arguments);
    Now->join(Before, Initial);
    GoesOn = true; // there may be no element
  }
  Now->Examined.insert(Element.R);
}

} // namespace rpcgen

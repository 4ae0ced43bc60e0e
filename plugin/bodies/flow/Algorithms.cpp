//===- Algorithms.cpp - what algorithms do with a lambda ------------------===//

#include "Clang.h"
#include "bodies/flow/Evaluator.h"
#include "bodies/flow/Passing.h"

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

/// std::ranges::min and its like of a range, which has to have an element.
bool givesExtreme(const CallExpr &E, const FunctionDecl *F) {
  const auto *Method = dyn_cast<CXXMethodDecl>(F);
  const llvm::StringRef Class = Method && Method->getParent()->getIdentifier()
                                    ? Method->getParent()->getName()
                                    : "";
  const bool IsExtreme =
      Class == "__min_fn" || Class == "__max_fn" || Class == "__minmax_fn";
  const StandardKind K = E.getNumArgs() > 1
                             ? standardKind(E.getArg(1)->getType())
                             : StandardKind::None;
  return IsExtreme &&
         (K == StandardKind::Sequence || K == StandardKind::View) &&
         (E.getNumArgs() == 2 || standardKind(E.getArg(2)->getType()) != K);
}

/// Those that write elements through a pointer, and which of their arguments
/// say where and how many: the number itself, or the end of the range.
struct CopyingAlgorithm {
  KnownFunction Does;
  unsigned To;
};

constexpr CopyingAlgorithm Copying[] = {
    {{"std::copy", Effect::CopyBytes, Allocator::Heap, false, 1}, 2},
    {{"std::copy_n", Effect::CopyBytes, Allocator::Heap, false, 1}, 2},
    {{"std::transform", Effect::CopyBytes, Allocator::Heap, false, 1}, 2},
    {{"std::fill_n", Effect::CopyBytes, Allocator::Heap, false, 1}, 0},
    {{"std::ranges::copy", Effect::CopyBytes, Allocator::Heap, false, 1}, 1},
};

const CopyingAlgorithm *copyingAlgorithm(const FunctionDecl *F) {
  std::string Name = F->getQualifiedNameAsString();
  // A function of std::ranges is an object.
  const llvm::StringRef Object = "__copy_fn::operator()";
  if (endsWith(Name, Object))
    Name = "std::ranges::copy";
  const auto *Found = llvm::find_if(
      Copying, [&](const CopyingAlgorithm &C) { return Name == C.Does.Name; });
  return Found == std::end(Copying) ? nullptr : Found;
}

} // namespace

/// Algorithms that write so many elements to where an argument points.
void Evaluator::copyElements(const CallExpr *E, const FunctionDecl *F) {
  const CopyingAlgorithm *Known = copyingAlgorithm(F);
  if (!Known)
    return;
  const unsigned First =
      isa<CXXOperatorCallExpr>(E) && isa<CXXMethodDecl>(F) ? 1 : 0;
  if (Known->To + First >= E->getNumArgs() || E->getNumArgs() < 2 + First)
    return;
  const Expr *Count = E->getArg(First + 1);
  if (const auto *End = dyn_cast<BinaryOperator>(stripped(Count));
      End && End->getOpcode() == BO_Add && !Count->getType()->isIntegerType())
    Count = End->getRHS();
  tell(E, Known->Does,
       {valuesOf(E->getArg(First + Known->To)),
        Count->getType()->isIntegerType() ? valuesOf(Count) : Value()});
}

/// An algorithm calls the lambda with elements of the range before it. What the
/// lambda asks of one, it has asked of all.
void Evaluator::callAlgorithm(const CallExpr *E, const FunctionDecl *F) {
  if (!isAlgorithm(F))
    return;
  if (givesExtreme(*E, F))
    useElement(E->getArg(1));
  copyElements(E, F);
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

//===- Elements.cpp - how many elements there are, and which is used ------===//

#include "Clang.h"
#include "bodies/flow/Evaluator.h"
#include "bodies/flow/Passing.h"

#include "clang/AST/DeclCXX.h"

#include "llvm/ADT/StringSwitch.h"

using namespace clang;
using llvm::StringRef;

namespace rpcgen {
namespace {

using Kind = Value::Kind;

bool isNumber(const Expr *E) {
  return E->getType().getNonReferenceType()->isIntegralOrEnumerationType();
}

bool isIterator(const Expr *E) {
  return standardKind(E->getType()) == StandardKind::Iterator;
}

/// The argument that says how many elements the object gets that a member
/// function of a container is called for, or that it is made with; null if none
/// does.
const Expr *countIn(const CXXMethodDecl *F,
                    llvm::ArrayRef<const Expr *> Arguments) {
  if (Arguments.empty())
    return nullptr;
  const StringRef Name = nameOf(F);
  const bool First = isNumber(Arguments[0]);
  if (First && llvm::StringSwitch<bool>(Name)
                   .Cases("resize", "reserve", "assign", true)
                   .Cases("append", "resize_and_overwrite", true)
                   .Default(false))
    return Arguments[0];
  if (Name == "insert" && Arguments.size() == 3 && isNumber(Arguments[1]))
    return Arguments[1];
  if (Name == "replace" && Arguments.size() == 4 && isNumber(Arguments[2]) &&
      isNumber(Arguments[3]))
    return Arguments[2];
  const QualType Element = contentType(typeOf(F->getParent()));
  if (standardKind(Element) != StandardKind::Sequence)
    return nullptr;
  if (First && startsWith(Name, "emplace_"))
    return Arguments[0];
  return Name == "emplace" && Arguments.size() > 1 && isNumber(Arguments[1])
             ? Arguments[1]
             : nullptr;
}

/// The number by which an iterator is moved; null if none is.
const Expr *movedBy(const CallExpr &E, const FunctionDecl *F) {
  if (E.getNumArgs() != 2 || !isNumber(E.getArg(1)))
    return nullptr;
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&E)) {
    const OverloadedOperatorKind Op = Operator->getOperator();
    return isIterator(E.getArg(0)) && (Op == OO_Plus || Op == OO_PlusEqual)
               ? E.getArg(1)
               : nullptr;
  }
  return F && F->isInStdNamespace() &&
                 (nameOf(F) == "next" || nameOf(F) == "advance")
             ? E.getArg(1)
             : nullptr;
}

} // namespace

void Evaluator::useElement(const Expr *Container, const Expr *Index) {
  auto Tell = [&](const Values &Of, bool OfElement) {
    if (Into)
      Into->Dereferences.push_back(
          {placeOf(Container), Of, Index, valuesOf(Index), Now->Compared,
           Now->Examined, Now->Facts, false, OfElement});
  };
  Tell(valuesOf(Container), true);
  // A view has one where it looks, unless the program has asked the view.
  if (standardKind(Container->getType()) == StandardKind::View &&
      !isExamined(valuesOf(Container)))
    Tell(held(Container), false);
  takeAsIndex(Index);
}

/// A number that has been used as one is no larger than the array.
void Evaluator::takeAsIndex(const Expr *Index) {
  for (Value V : Index ? valuesOf(Index) : Values())
    if (V.K == Kind::Initial || V.K == Kind::Derived)
      Now->Compared.insert(V.R);
}

/// A container gets so many elements.
void Evaluator::tellCount(const CallExpr *E, const CXXMethodDecl *F,
                          llvm::ArrayRef<const Expr *> Arguments) {
  if (const Expr *Count = countIn(F, Arguments))
    tell(E, ContainerOf, {held(Count)});
}

/// An iterator that is moved by a number has to stay in its range, whether it
/// is followed or not.
void Evaluator::moveIterator(const CallExpr *E, const FunctionDecl *F) {
  const Expr *By = movedBy(*E, F);
  if (!By)
    return;
  if (Into)
    Into->Dereferences.push_back({placeOf(E), held(E->getArg(0)), By, held(By),
                                  Now->Compared, Now->Examined, Now->Facts,
                                  true});
  for (Value V : held(By))
    if (V.K == Kind::Initial || V.K == Kind::Derived)
      Now->Compared.insert(V.R);
}

/// Whether the function returns an iterator, or a pair of them, into the range
/// that its first argument begins.
bool Evaluator::findsElement(const CallExpr &E, const FunctionDecl *F) {
  const QualType First = E.getArg(0)->getType().getNonReferenceType();
  if (nameOf(F) == "minmax_element")
    return true;
  if (isIterator(E.getArg(0)))
    return isHolder(E.getType());
  return First->isAnyPointerType() &&
         llvm::StringSwitch<bool>(nameOf(F))
             .Cases("max_element", "min_element", "find", "find_if", true)
             .Cases("find_if_not", "lower_bound", "upper_bound", true)
             .Cases("adjacent_find", "next", "prev", true)
             .Default(false);
}

/// What strchr and its like return: a place in the text, if they find one.
Values Evaluator::foundIn(const CallExpr &E) const {
  const Values Text = valuesOf(E.getArg(0)).without(Kind::Null);
  const Value Only = Text.only(), Wanted = valuesOf(E.getArg(1)).only();
  const bool IsZero = E.getArg(1)->getType()->isIntegerType() &&
                      Wanted.K == Kind::Number && Wanted.N == 0;
  return IsZero && Only.K == Kind::Address && Only.N == 0
             ? Values(Value{.K = Only.K, .R = Only.R, .N = Value::AtEnd})
             : Text;
}

} // namespace rpcgen

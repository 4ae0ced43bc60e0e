//===- Inline.cpp - functions that are called and have a body -------------===//

#include "bodies/flow/Evaluator.h"

#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ParentMap.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace rpcgen {
namespace {

using Kind = Value::Kind;

constexpr unsigned MaxCallDepth = 4; ///< of functions that call others
constexpr unsigned MaxBlocks = 80;   ///< of one that is called

const FunctionDecl *definitionOf(const FunctionDecl *F) {
  const FunctionDecl *Definition = nullptr;
  return F && F->hasBody(Definition) ? Definition : nullptr;
}

} // namespace

/// Whether what it does is found out by following it. Recursion is not.
bool Evaluator::mayFollow(const FunctionDecl *F) const {
  F = definitionOf(F);
  if (!F || F->isDependentContext() || F->isVariadic() || F->isInvalidDecl() ||
      isa<CoroutineBodyStmt>(F->getBody()) || isOfSystem(F))
    return false;
  unsigned Depth = 0;
  for (const Activation *Each = &In; Each; Each = Each->Caller, ++Depth)
    if (Each->Of.F == F || Depth == MaxCallDepth)
      return false;
  const FunctionGraph *Graph = Shared.Graphs.of(F);
  return Graph && Graph->Graph->getNumBlockIDs() <= MaxBlocks;
}

bool Evaluator::callFunction(const CallExpr *E, const FunctionDecl *F) {
  if (!F || !mayFollow(F))
    return false;
  llvm::SmallVector<const Expr *> Arguments(E->arguments());
  const Region *Self = nullptr;
  if (const auto *Method = dyn_cast<CXXMethodDecl>(F);
      Method && !Method->isStatic()) {
    const auto *Member = dyn_cast<CXXMemberCallExpr>(E);
    const bool IsLambda = Method->getParent()->isLambda();
    if (!Member && !isa<CXXOperatorCallExpr>(E))
      return false;
    const Expr *Object =
        Member ? Member->getImplicitObjectArgument() : Arguments.front();
    if (!Member)
      Arguments.erase(Arguments.begin());
    const Value V = IsLambda ? Value{.K = Kind::Address,
                                     .R = objectAround(Method->getParent())}
                             : valuesOf(Object).only();
    if (!IsLambda && V.K != Kind::Address)
      return false;
    if (Method->isVirtual() && !Method->hasAttr<FinalAttr>() &&
        !(Member && isa<MemberExpr>(Member->getCallee()) &&
          cast<MemberExpr>(Member->getCallee())->hasQualifier()))
      return false;
    if (Object->getType()->isAnyPointerType())
      dereference(Object);
    Self = V.R;
  }
  return callBody(E, F, Self, Arguments);
}

/// A lambda has the object of the function that it is written in.
const Region *Evaluator::objectAround(const CXXRecordDecl *Lambda) const {
  for (const Activation *Each = &In; Each; Each = Each->Caller)
    if (Lambda->getDeclContext()->Equals(Each->Of.F))
      return Each->Self;
  return In.Self;
}

/// Another thread runs the lambda, if it is one, or has not come to it.
void Evaluator::callElsewhere(llvm::ArrayRef<const Expr *> Arguments) {
  const Expr *Called = Arguments.front();
  const auto *Class =
      Called->getType().getNonReferenceType()->getAsCXXRecordDecl();
  if (!Class || !Class->isLambda() || Class->isGenericLambda())
    return;
  const CXXMethodDecl *Body = Class->getLambdaCallOperator();
  llvm::SmallVector<Values, 3> Given(Body->getNumParams(), Value());
  for (unsigned I = 0; I < Given.size() && I + 1 < Arguments.size(); ++I)
    if (!Body->getParamDecl(I)->getType()->isReferenceType())
      Given[I] = held(Arguments[I + 1]);
  const State Before = *Now;
  const Values Lambda = valuesOf(Called);
  callWith(Called, Body, objectAround(Class), Given);
  Evaluated[Called] = Lambda;
  Now->join(Before, Initial);
  GoesOn = true;
}

bool Evaluator::callBody(const Expr *E, const FunctionDecl *F,
                         const Region *Self,
                         llvm::ArrayRef<const Expr *> Arguments) {
  F = definitionOf(F);
  if (!F || Arguments.size() < F->getNumParams())
    return false;
  for (unsigned I = 0; I < F->getNumParams(); ++I) {
    const ParmVarDecl *P = F->getParamDecl(I);
    const Region *R = Known.variable(P);
    Now->forget(R);
    if (P->getType()->isReferenceType())
      Now->Memory[R] = valuesOf(Arguments[I]);
    else
      initialize(R, Arguments[I], E);
  }
  run(E, F, Self);
  return true;
}

/// Calls it with values instead of expressions, if it can be followed.
void Evaluator::callWith(const Expr *At, const FunctionDecl *F,
                         const Region *Self, llvm::ArrayRef<Values> Arguments) {
  if (!At || !mayFollow(F))
    return;
  F = definitionOf(F);
  for (unsigned I = 0; I < F->getNumParams() && I < Arguments.size(); ++I) {
    const Region *R = Known.variable(F->getParamDecl(I));
    Now->forget(R);
    Now->Memory[R] = Arguments[I];
  }
  run(At, F, Self);
}

/// What the function has allocated and lost is a mistake of its own.
static void dropLost(State &Left, const State &Before, const FunctionDecl *F,
                     const Values &Returned) {
  for (auto &[R, How] : Left.Held) {
    auto Holds = [R = R](const Values &Stored) {
      return Stored.may([R](const Value &V) {
        return V.K == Kind::Address && V.R->object() == R;
      });
    };
    if (Before.heldAs(R) <= Hold::Absent && !Holds(Returned) &&
        llvm::none_of(Left.Memory, [&](const auto &Each) {
          const VarDecl *V = Each.first->root()->variable();
          return Holds(Each.second) && !(V && V->getDeclContext() == F);
        }))
      How = Hold::Gone;
  }
}

/// New memory in expressions that are not used yet: if the function that is
/// called allocates the same, it is what was allocated before.
std::map<const Expr *, Values> Evaluator::pending() const {
  std::map<const Expr *, Values> Result;
  auto Add = [&](const Expr *E, const Values &Stored) {
    if (E && Stored.may([](const Value &V) {
          return V.R && V.R->root()->isAllocation();
        }))
      Result[E] = Stored;
  };
  for (const auto &[E, Stored] : Now->Carried)
    Add(E, Stored);
  for (const auto &[E, Stored] : Evaluated)
    Add(E, Stored);
  return Result;
}

void Evaluator::run(const Expr *At, const FunctionDecl *F, const Region *Self) {
  State Entry = *Now;
  Entry.Carried = pending();
  const State *Back = Taken->take(
      [&] {
        return follow(Shared, {*Shared.Graphs.of(F), Self, &In, At},
                      std::move(Entry), Into);
      },
      [this](std::vector<State> &All) {
        for (const State &Each : llvm::drop_begin(All))
          All.front().join(Each, Initial);
        All.resize(1);
      });
  if (!Taken->isAgain())
    Into = Told;
  if (!Back) {
    GoesOn = false;
    return;
  }
  auto Result = Back->Carried.find(nullptr);
  const Values Returned =
      Result == Back->Carried.end() ? Values(Value()) : Result->second;
  State After = *Back;
  dropLost(After, *Now, F, Returned);
  After.Carried = Now->Carried;
  for (const auto &[E, Stored] : Back->Carried) {
    if (After.Carried.contains(E))
      After.Carried[E] = Stored;
    if (E && Evaluated.count(E))
      Evaluated[E] = Stored;
  }
  *Now = std::move(After);
  Evaluated[At] = Returned;
}

/// A coroutine whose result is not used goes on after the call, with the
/// pointers that it was given.
void Evaluator::begin(const CallExpr *E, const FunctionDecl *F) {
  const FunctionDecl *Definition = nullptr;
  if (!F || !F->hasBody(Definition) ||
      !isa<CoroutineBodyStmt>(Definition->getBody()))
    return;
  const ParentMap Parents(In.Of.F->getBody());
  const Stmt *Around = Parents.getParent(E);
  while (isa_and_nonnull<FullExpr, CXXBindTemporaryExpr, ParenExpr>(Around))
    Around = Parents.getParent(Around);
  if (!isa_and_nonnull<CompoundStmt>(Around))
    return;
  Values Held;
  const unsigned First = isa<CXXOperatorCallExpr>(E) ? 1 : 0;
  for (unsigned I = First; I < E->getNumArgs(); ++I)
    if (I - First < F->getNumParams())
      Held.add(F->getParamDecl(I - First)->getType()->isReferenceType()
                   ? valuesOf(E->getArg(I))
                   : held(E->getArg(I)));
  retain(E, Held);
}

} // namespace rpcgen

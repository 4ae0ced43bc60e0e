//===- Fixes.cpp ----------------------------------------------------------===//

#include "bodies/Fixes.h"
#include "Clang.h"
#include "bodies/Places.h"
#include "bodies/flow/Passing.h"
#include "bodies/flow/Statements.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/ParentMap.h"

using namespace clang;

namespace rpcgen {
namespace {

/// Whether it can be replaced: macros have made nothing of it.
bool isWritten(const Expr *E) {
  return E->getBeginLoc().isFileID() && E->getEndLoc().isFileID();
}

Location endOfExpr(const Expr *E, const Body &B) {
  return rpcgen::endOf(E->getEndLoc(), B.context());
}

/// Puts a function of rpc into the place of the one that the expression names,
/// or has the address of.
void rename(const Expr *E, const KnownFunction &F, std::string Right,
            FindingBuilder To) {
  E = stripped(E);
  if (const auto *Address = dyn_cast<UnaryOperator>(E);
      Address && Address->getOpcode() == UO_AddrOf)
    E = stripped(Address->getSubExpr());
  const auto *Mention = dyn_cast<DeclRefExpr>(E);
  const auto *Named =
      Mention ? dyn_cast<FunctionDecl>(Mention->getDecl()) : nullptr;
  if (!Named || knownFunction(Named) != &F || !isWritten(Mention))
    return;
  const NestedNameSpecifierLoc Scope = Mention->getQualifierLoc();
  if (!Scope) {
    To.replaceToken(at(Mention->getLocation()), "rpc::" + Right);
  } else if (isOneNamespace(Scope)) {
    To.replaceToken(at(Scope.getBeginLoc()), "rpc")
        .replaceToken(at(Mention->getLocation()), Right);
  }
}

bool isIn(const Body &B, const Expr *E) {
  bool Found = false;
  forEachStatement(B.F->getBody(), [&](const Stmt *S) { Found |= S == E; });
  return Found;
}

/// Whether rpc::free takes it.
bool isPointerToFree(QualType T) {
  return T->isPointerType() && !T->getPointeeType().isConstQualified() &&
         !T->getPointeeType().isVolatileQualified();
}

/// Whether the pointer to new memory only becomes another pointer.
bool isAssigned(const Body &B, const Expr *Made) {
  const ParentMap Parents(B.F->getBody());
  const Stmt *Around = Parents.getParentIgnoreParenCasts(Made);
  while (isa_and_nonnull<FullExpr>(Around))
    Around = Parents.getParentIgnoreParenCasts(Around);
  const auto *Binary = dyn_cast_or_null<BinaryOperator>(Around);
  return isa_and_nonnull<DeclStmt, ReturnStmt>(Around) ||
         (Binary && Binary->getOpcode() == BO_Assign);
}

/// Whether something else than the stub has to do with the end of the memory.
bool isReleasedOrKept(const Body &B, const Expr *Made) {
  auto IsMade = [&](const Value &V) {
    return V.K == Value::Kind::Unknown ||
           (V.R && V.R->root()->isAllocation() && V.R->root()->E == Made);
  };
  return llvm::any_of(B.Calls,
                      [&](const Call &C) {
                        return (C.Of->Does == Effect::Release ||
                                C.Of->Does == Effect::Reallocate) &&
                               !C.Arguments.empty() &&
                               C.Arguments.front().may(IsMade);
                      }) ||
         llvm::any_of(B.Retentions,
                      [&](const Retention &R) { return R.What.may(IsMade); });
}

} // namespace

void releaseByFree(const Body &B, const Call &C, FindingBuilder To) {
  if (!isWritten(C.At) || !isIn(B, C.At))
    return;
  if (const auto *Delete = dyn_cast<CXXDeleteExpr>(C.At)) {
    const Expr *Released = Delete->getArgument()->IgnoreImpCasts();
    if (!Delete->isGlobalDelete() && isWritten(Released) &&
        isPointerToFree(Released->getType()))
      To.replaceOperator(at(Delete->getBeginLoc()), "rpc::free(")
          .insertBefore(endOfExpr(Released, B), ")");
    return;
  }
  const auto *Other = dyn_cast<CallExpr>(C.At);
  const auto *Owner = dyn_cast<CXXConstructExpr>(C.At);
  if (Other && Other->getNumArgs() == 1 &&
      isPointerToFree(Other->getArg(0)->IgnoreImpCasts()->getType()))
    rename(Other->getCallee(), *C.Of, "free", To);
  else if (Owner && Owner->getNumArgs() > 1)
    rename(Owner->getArg(1), *C.Of, "free", To);
}

void allocateForStub(const Body &B, const Expr *Made, FindingBuilder To) {
  const KnownFunction *F = knownFunction(Made);
  if (!F || !isWritten(Made) || !isIn(B, Made) || !isAssigned(B, Made) ||
      isReleasedOrKept(B, Made))
    return;
  if (const auto *Call = dyn_cast<CallExpr>(Made);
      Call && llvm::StringRef(F->Name) == "malloc")
    return rename(Call->getCallee(), *F, "allocate", To);
  const auto *New = dyn_cast<CXXNewExpr>(Made);
  if (!New || New->isGlobalNew() || New->getNumPlacementArgs() > 0 ||
      !New->getAllocatedType().isTrivialType(B.context()))
    return;
  const SourceRange T =
      New->getAllocatedTypeSourceInfo()->getTypeLoc().getSourceRange();
  const Expr *Init = New->getInitializer();
  const auto *Object = dyn_cast_or_null<CXXConstructExpr>(Init);
  const auto *List = dyn_cast_or_null<InitListExpr>(Init);
  const bool IsEmpty =
      !Init || (Object && Object->getNumArgs() == 0) ||
      isa<ImplicitValueInitExpr>(Init) ||
      (List && llvm::all_of(List->inits(), [](const Expr *Each) {
         return isa<ImplicitValueInitExpr>(Each);
       }));
  if (New->isArray() || !IsEmpty)
    return;
  const bool HasParens = !List && New->getDirectInitRange().isValid();
  To.replaceOperator(at(New->getBeginLoc()), "rpc::allocate<")
      .insertBefore(endOf(T.getEnd(), B.context()),
                    HasParens || List ? ">" : ">()");
  if (List)
    To.replaceToken(at(Init->getBeginLoc()), "(")
        .replaceToken(at(Init->getEndLoc()), ")");
}

} // namespace rpcgen

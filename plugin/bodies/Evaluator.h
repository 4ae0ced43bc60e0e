//===- Evaluator.h - what a statement does to memory ----------------------===//
#ifndef RPCGEN_BODIES_EVALUATOR_H
#define RPCGEN_BODIES_EVALUATOR_H

#include "bodies/Assignments.h"
#include "bodies/Events.h"
#include "bodies/Subject.h"

#include "clang/AST/StmtVisitor.h"

#include "llvm/ADT/DenseMap.h"

namespace rpcgen {

/// Follows a function statement by statement, in the order of its control flow
/// graph, which has every expression before those that it is part of.
class Evaluator : public clang::ConstStmtVisitor<Evaluator> {
public:
  Evaluator(const Subject &S, Regions &Known, const clang::ASTContext &Context)
      : S(S), Known(Known), Context(Context), Assigned(S.F->getBody()),
        Initial([this](const Region *R) {
          return this->S.initial(this->Known, R);
        }) {}

  /// Where statements act, and who is told of it; nobody, if it is null.
  void enter(State &At, Events *Told, bool InLoopCondition) {
    Now = &At;
    Into = Told;
    LoopCondition = InLoopCondition;
  }

  /// What holds behind a condition that has turned out this way; false if it
  /// cannot.
  bool assume(State &After, const clang::Expr *Condition, bool Holds) const;

  /// The condition of a branch with more than two ways.
  void branch(const clang::Expr *Condition) { examine(*Now, Condition); }

  void leave(clang::SourceLocation At, const clang::Expr *Result);

  const InitialValues &initialValues() const { return Initial; }

  // The statements that do something, or have a value that is followed.
  void VisitDeclStmt(const clang::DeclStmt *D);
  void VisitReturnStmt(const clang::ReturnStmt *R);
  void VisitExpr(const clang::Expr *E);
  void VisitDeclRefExpr(const clang::DeclRefExpr *E);
  void VisitCXXThisExpr(const clang::CXXThisExpr *E);
  void VisitStringLiteral(const clang::StringLiteral *E);
  void VisitMemberExpr(const clang::MemberExpr *E);
  void VisitArraySubscriptExpr(const clang::ArraySubscriptExpr *E);
  void VisitUnaryOperator(const clang::UnaryOperator *E);
  void VisitBinaryOperator(const clang::BinaryOperator *E);
  void
  VisitAbstractConditionalOperator(const clang::AbstractConditionalOperator *E);
  void VisitCastExpr(const clang::CastExpr *E);
  void VisitCallExpr(const clang::CallExpr *E);
  void VisitCXXOperatorCallExpr(const clang::CXXOperatorCallExpr *E);
  void VisitCXXConstructExpr(const clang::CXXConstructExpr *E);
  void VisitCXXNewExpr(const clang::CXXNewExpr *E);
  void VisitCXXDeleteExpr(const clang::CXXDeleteExpr *E);
  void VisitCXXThrowExpr(const clang::CXXThrowExpr *E);
  void VisitLambdaExpr(const clang::LambdaExpr *E);

private:
  bool assumePointer(State &After, const clang::Expr *E, bool NotNull) const;
  void examine(State &After, const clang::Expr *Condition) const;
  Values valuesOf(const clang::Expr *E) const;
  Values load(const Region *R) const { return Now->load(R, Initial); }
  Values load(const Values &Addresses) const {
    return loadFrom(*Now, Addresses);
  }
  Values loadFrom(const State &At, const Values &Addresses) const;

  void store(const clang::Expr *Where, const clang::Expr *Value,
             const Values &New);
  void storeTo(const Region *To, const clang::Expr *Where,
               const clang::Expr *Value, const Values &New, bool OneOfMany);
  void assign(const clang::Expr *Where, const clang::Expr *Value);
  void initialize(const Region *To, const clang::Expr *Value,
                  const clang::Expr *At);
  void initializeRecord(const Region *To, const clang::Expr *Value,
                        const clang::Expr *At);
  void copyRecord(const Region *To, const Region *From,
                  const clang::RecordDecl *Record, const clang::Expr *At,
                  unsigned Depth);

  void dereference(const clang::Expr *Pointer,
                   const clang::Expr *Index = nullptr);
  void useElement(const clang::Expr *Container);
  void compare(const clang::Expr *A, const clang::Expr *B);
  void callKnown(const clang::CallExpr *E, const KnownFunction &F);
  bool callStandard(const clang::CallExpr *E, const clang::FunctionDecl *F);
  void callUnknown(const clang::CallExpr *E, const clang::FunctionDecl *F);
  void tell(const clang::Expr *At, const KnownFunction &F,
            llvm::SmallVector<Values, 3> Arguments);
  void escape(const clang::Expr *Argument, clang::QualType Parameter,
              bool Checked);
  void clobberAll(const Values &Addresses);
  void retain(const clang::Expr *At, const Values &What);
  bool outlives(const Region *R) const;

  const Subject &S;
  Regions &Known;
  const clang::ASTContext &Context;
  const Assignments Assigned;
  const InitialValues Initial;
  State *Now = nullptr;
  Events *Into = nullptr;
  bool LoopCondition = false;
  llvm::DenseMap<const clang::Expr *, Values> Evaluated;
};

} // namespace rpcgen

#endif // RPCGEN_BODIES_EVALUATOR_H

//===- Stores.cpp - assignments and initializations -----------------------===//

#include "bodies/Evaluator.h"

#include "clang/AST/DeclCXX.h"

using namespace clang;

namespace rpcgen {
namespace {

using Kind = Value::Kind;

/// Structures in structures that are copied field by field.
constexpr unsigned MaxDepth = 4;

/// Without what only passes a value of a class on.
const Expr *stripped(const Expr *E) {
  while (true) {
    const Expr *Inner = E->IgnoreParens();
    if (const auto *Full = dyn_cast<FullExpr>(Inner))
      Inner = Full->getSubExpr();
    else if (const auto *T = dyn_cast<MaterializeTemporaryExpr>(Inner))
      Inner = T->getSubExpr();
    else if (const auto *B = dyn_cast<CXXBindTemporaryExpr>(Inner))
      Inner = B->getSubExpr();
    else if (const auto *Cast = dyn_cast<CastExpr>(Inner))
      Inner = Cast->getSubExpr();
    else if (const auto *Made = dyn_cast<CXXConstructExpr>(Inner);
             Made && Made->getNumArgs() == 1 &&
             Made->getConstructor()->isCopyOrMoveConstructor())
      Inner = Made->getArg(0);
    if (Inner == E)
      return E;
    E = Inner;
  }
}

} // namespace

/// Whether it lives longer than the call.
bool Evaluator::outlives(const Region *R) const {
  const Region *Root = R->root();
  return Root->K == Region::Kind::This ||
         (Root->K == Region::Kind::Variable && !Root->isOnStack());
}

void Evaluator::retain(const Expr *At, const Values &What) {
  if (Into)
    Into->Retentions.push_back({At, What});
}

void Evaluator::storeTo(const Region *To, const Expr *Where, const Expr *Value,
                        const Values &New, bool OneOfMany) {
  if (Into)
    Into->Stores.push_back({Where, To, load(To), New, Value});
  if (outlives(To))
    retain(Where, New);
  Now->store(To, New, OneOfMany, Initial);
}

void Evaluator::store(const Expr *Where, const Expr *Value, const Values &New) {
  Values To = valuesOf(Where);
  bool OneOfMany = To.only().K != Kind::Address ||
                   isa<ArraySubscriptExpr>(Where->IgnoreParens());
  for (rpcgen::Value V : To)
    if (V.K == Kind::Address)
      storeTo(V.R, Where, Value, New, OneOfMany);
}

void Evaluator::assign(const Expr *Where, const Expr *Value) {
  if (!Where->getType()->isRecordType())
    return store(Where, Value, valuesOf(Value));
  for (rpcgen::Value V : valuesOf(Where))
    if (V.K == Kind::Address)
      initializeRecord(V.R, Value, Where);
}

/// `At` is where it happens, should the value be written nowhere.
void Evaluator::initialize(const Region *To, const Expr *Value,
                           const Expr *At) {
  if (Value->getType()->isRecordType())
    initializeRecord(To, Value, At);
  else
    storeTo(To, Value->getExprLoc().isValid() ? Value : At, Value,
            valuesOf(Value), false);
}

void Evaluator::initializeRecord(const Region *To, const Expr *Value,
                                 const Expr *At) {
  const Expr *From = stripped(Value);
  const auto *Record = From->getType()->getAsRecordDecl();
  if (const auto *List = dyn_cast<InitListExpr>(From);
      List && Record && Record->isStruct()) {
    unsigned Index = 0;
    if (const auto *Class = dyn_cast<CXXRecordDecl>(Record))
      Index = Class->getNumBases();
    for (const FieldDecl *D : Record->fields()) {
      const bool Gap = D->isBitField() && !D->getDeclName();
      if (!Gap && Index < List->getNumInits())
        initialize(Known.field(To, D), List->getInit(Index++), At);
    }
    return;
  }
  rpcgen::Value Source = valuesOf(From).only();
  if (From->isGLValue() && Record && Record->isStruct() &&
      Source.K == Kind::Address)
    copyRecord(To, Source.R, Record, At, 0);
  else
    Now->clobber(To);
}

void Evaluator::copyRecord(const Region *To, const Region *From,
                           const RecordDecl *Record, const Expr *At,
                           unsigned Depth) {
  if (Depth == MaxDepth)
    return Now->clobber(To);
  for (const FieldDecl *D : Record->fields()) {
    const Region *Target = Known.field(To, D), *Source = Known.field(From, D);
    const auto *Inner = D->getType()->getAsRecordDecl();
    if (Inner && Inner->isStruct())
      copyRecord(Target, Source, Inner, At, Depth + 1);
    else
      storeTo(Target, At, nullptr, load(Source), false);
  }
}

void Evaluator::VisitDeclStmt(const DeclStmt *S) {
  for (const Decl *Each : S->decls()) {
    const auto *D = dyn_cast<VarDecl>(Each);
    if (!D || !D->hasLocalStorage())
      continue;
    const Region *R = Known.variable(D);
    auto IsInside = [R](const Region *Other) { return Other->isIn(R); };
    std::erase_if(Now->Memory, [&](auto &E) { return IsInside(E.first); });
    std::erase_if(Now->Clobbered, IsInside);
    if (!D->getInit())
      continue;
    if (D->getType()->isReferenceType())
      Now->Memory[R] = valuesOf(D->getInit());
    else
      initialize(R, D->getInit(), D->getInit());
  }
}

} // namespace rpcgen

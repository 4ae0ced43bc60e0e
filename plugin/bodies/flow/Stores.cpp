//===- Stores.cpp - assignments and initializations -----------------------===//

#include "Clang.h"
#include "bodies/flow/Evaluator.h"
#include "bodies/flow/Passing.h"

#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"

#include <optional>

using namespace clang;

namespace rpcgen {
namespace {

using Kind = Value::Kind;

/// Structures in structures that are copied field by field.
constexpr unsigned MaxFieldDepth = 4;

/// What an object of a class is a copy of, or is made of otherwise.
const Expr *original(const Expr *E) {
  while (true) {
    E = stripped(E);
    const auto *Made = dyn_cast<CXXConstructExpr>(E);
    if (!Made || Made->getNumArgs() != 1 ||
        !Made->getConstructor()->isCopyOrMoveConstructor())
      return E;
    E = Made->getArg(0);
  }
}

/// Whether it is what std::minmax_element returns.
bool isPairOfElements(const Expr *E) {
  const auto *Call = dyn_cast<CallExpr>(E);
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(F);
  const NamedDecl *Named = F;
  if (Method)
    Named = Method->getParent(); // a function of std::ranges
  return Named && Named->getIdentifier() && isOfSystem(F) &&
         (Named->getName() == "minmax_element" ||
          Named->getName() == "__minmax_element_fn");
}

/// The values of T{...} or T(...), where T is an aggregate; nothing of any
/// other expression.
std::optional<llvm::ArrayRef<Expr *>> elementsOfList(const Expr *E) {
  if (const auto *List = dyn_cast<InitListExpr>(E))
    return llvm::ArrayRef(const_cast<InitListExpr *>(List)->getInits(),
                          List->getNumInits());
  return elementsInParentheses(E);
}

/// Whether it is what a coroutine makes its results of.
bool isPromise(const Region *R) {
  const VarDecl *D = R->root()->variable();
  return D && D->isImplicit() && D->getIdentifier() &&
         D->getName() == "__promise";
}

} // namespace

/// Whether it is in one of the objects of an array, which are not told apart.
bool Evaluator::isElement(const Region *R) {
  for (; R->K == Region::Kind::Field; R = R->Parent)
    if (R->T->isArrayType())
      return true;
  if (const auto *New = dyn_cast_or_null<CXXNewExpr>(R->E))
    return New->isArray();
  const QualType Of =
      R->isAllocation() ? contentType(R->E->getType()) : QualType();
  return R->Several || (!R->T.isNull() && R->T->isArrayType()) ||
         (!Of.isNull() && Of->isArrayType()); // std::make_unique<T[]>(n)
}

/// All that is kept with these: what the objects that they point to hold.
Values Evaluator::closureOf(const Values &What) const {
  Values All;
  std::vector<rpcgen::Value> ToDo(What.begin(), What.end());
  RegionSet Seen;
  while (!ToDo.empty()) {
    const rpcgen::Value V = ToDo.back();
    ToDo.pop_back();
    if (V.K != Kind::Address || !Seen.insert(V.R).second)
      continue;
    All.add(V);
    if (S.parameterOf(V.R))
      continue;
    for (const auto &[R, Stored] : Now->Memory)
      if (R->isIn(V.R))
        ToDo.insert(ToDo.end(), Stored.begin(), Stored.end());
  }
  return All;
}

void Evaluator::retain(const Expr *At, const Values &What, const Region *To) {
  if (Into && !Now->IsLater)
    Into->Retentions.push_back({placeOf(At), closureOf(What), To});
}

/// The one place that the expression loads a pointer from; null if it is
/// something else.
const Region *Evaluator::loadedFrom(const Expr *E) const {
  while (const Expr *Inner = passedOn(E))
    E = Inner;
  const auto *Load = dyn_cast<CastExpr>(E);
  if (!Load || Load->getCastKind() != CK_LValueToRValue ||
      !E->getType()->isAnyPointerType())
    return nullptr;
  const Value From = valuesOf(Load->getSubExpr()).only();
  return From.K == Kind::Address && !From.R->isMany() ? From.R : nullptr;
}

/// Stores what a pointer, a number or an object that holds pointers shall be.
void Evaluator::storeTo(const Region *To, const Expr *Where, const Expr *Value,
                        const Values &New, bool OneOfMany) {
  const Values Old = load(To);
  if (const StandardKind K = standardKind(To->T);
      (K == StandardKind::Owner || K == StandardKind::Worker) &&
      (New.may(Kind::Address) || isGivenDeleter(Value))) {
    const Expr *First = Value ? adoptionOf(Value) : nullptr;
    Adopted[To] = First ? First : Value ? Value : Where;
  }
  // Which one is released is not followed, but for a variable's own elements.
  if (isElement(To) &&
      !(To->variable() && isa_and_nonnull<InitListExpr>(Value)))
    letGo(New);
  if (S.livesOn(To))
    retain(Where, New, To);
  // Other code may look there.
  if (isPromise(To))
    letGo(New);
  if (!Now->Held.empty() && llvm::any_of(Now->Clobbered, [&](const Region *C) {
        return To->isIn(C);
      }))
    letGo(New);
  const Region *From = Value ? loadedFrom(Value) : nullptr;
  for (const Region *R = To; R->K == Region::Kind::Field; R = R->Parent)
    if (const auto *D = cast<FieldDecl>(R->D); D->getParent()->isUnion())
      for (const FieldDecl *Other : D->getParent()->fields())
        if (Other != D)
          Now->clobber(Known.field(R->Parent, Other));
  Now->store(To, New, OneOfMany, Initial);
  if (From && From != To && To->variable())
    Now->Copies[To] = From;
  if (Into)
    Into->Stores.push_back({placeOf(Where), To, Old, New, Value});
}

void Evaluator::store(const Expr *Where, const Expr *Value, const Values &New) {
  const Values To = valuesOf(Where);
  // Of several places that it may be, a test knows that this one is null.
  if (isKnownNull(Where))
    for (rpcgen::Value V : To)
      if (V.K == Kind::Address)
        Now->Memory[V.R] = rpcgen::Value{.K = Kind::Null};
  const bool IsElement = To.only().R && To.only().R->K == Region::Kind::Element;
  bool OneOfMany =
      To.only().K != Kind::Address ||
      (isa<ArraySubscriptExpr>(Where->IgnoreParens()) && !IsElement);
  if (!To.must(Kind::Address))
    letGo(New);
  for (rpcgen::Value V : To)
    if (V.K == Kind::Address) {
      tellOverrun(Where, V, New);
      storeTo(V.R, Where, Value, New, OneOfMany);
    }
}

/// Text is as long as its zero says; a character in the place of that, and all
/// that is written after it, is more than there is.
void Evaluator::tellOverrun(const Expr *Where, const rpcgen::Value &To,
                            const Values &New) {
  const bool IsCharacter = New.must(
      [](const rpcgen::Value &V) { return V.K == Kind::Number && V.N != 0; });
  if (Into && (To.N == rpcgen::Value::BehindEnd ||
               (To.N == rpcgen::Value::AtEnd && IsCharacter)))
    Into->Overruns.push_back({placeOf(Where), To.R});
}

void Evaluator::assign(const Expr *Where, const Expr *Value) {
  if (!Where->getType()->isRecordType())
    return store(Where, Value, valuesOf(Value));
  if (isHolder(Where->getType()))
    return store(Where, Value, held(Value));
  for (rpcgen::Value V : valuesOf(Where))
    if (V.K == Kind::Address)
      initializeRecord(V.R, Value, Where);
}

/// `At` is where it happens, should the value be written nowhere.
void Evaluator::initialize(const Region *To, const Expr *Value,
                           const Expr *At) {
  const bool IsHolder = isHolder(Value->getType());
  if (Value->getType()->isRecordType() && !IsHolder)
    return initializeRecord(To, Value, At);
  Values New = IsHolder ? held(Value) : valuesOf(Value);
  if (const auto *List = dyn_cast<InitListExpr>(Value);
      List && Value->getType()->isArrayType()) {
    if (elementOf(To, 0) != To) {
      if (List->hasArrayFiller())
        Now->Memory[To] = rpcgen::Value{.K = Kind::Null};
      for (unsigned I = 0; I < List->getNumInits(); ++I)
        initialize(elementOf(To, I), List->getInit(I), At);
      return;
    }
    for (const Expr *Element : List->inits())
      New.add(valuesOf(Element));
  }
  // An object that is not null is in the optional.
  if (standardKind(Value->getType()) == StandardKind::Optional &&
      New.must(Kind::Unknown))
    New =
        contentOf(rpcgen::Value{.K = Kind::Address, .R = To}, Value->getType());
  storeTo(To, Value->getExprLoc().isValid() ? Value : At, Value, New, false);
}

void Evaluator::initializeRecord(const Region *To, const Expr *Value,
                                 const Expr *At) {
  const Expr *From = original(Value);
  const auto *Record = From->getType()->getAsRecordDecl();
  if (const auto Each = elementsOfList(From);
      Each && Record && Record->isStruct()) {
    unsigned Index = 0;
    if (const auto *Class = dyn_cast<CXXRecordDecl>(Record))
      Index = Class->getNumBases();
    for (const FieldDecl *D : Record->fields()) {
      const bool Gap = D->isBitField() && !D->getDeclName();
      if (!Gap && Index < Each->size())
        initializeField(To, D, (*Each)[Index++], At);
    }
    return;
  }
  const rpcgen::Value Source = valuesOf(From).only();
  if (From->isGLValue() && Record && Record->isStruct() &&
      Source.K == Kind::Address)
    return copyRecord(To, Source.R, Record, At, 0);
  Now->clobber(To);
  // A lambda holds what it captures; what a constructor has set is there.
  // So does what std::bind makes.
  if (isa<LambdaExpr, CallExpr>(From) && From->isPRValue() &&
      valuesOf(From).may(Kind::Address))
    Now->Memory[To] = valuesOf(From);
  if (const Values Held = valuesOf(From); isPairOfElements(From))
    for (const FieldDecl *D : Record->fields())
      Now->Memory[Known.field(To, D)] = Held;
  if (const auto *Made = dyn_cast<CXXConstructExpr>(From)) {
    Now->forget(To);
    if (Made->requiresZeroInitialization() && Record && Record->isStruct())
      setToZero(To, Record, At, 0);
    Now->move(Known.temporary(Made), To, Known, false, Initial);
  }
}

/// As of T(), before a constructor runs.
void Evaluator::setToZero(const Region *To, const RecordDecl *Record,
                          const Expr *At, unsigned Depth) {
  if (Depth == MaxFieldDepth)
    return Now->clobber(To);
  for (const FieldDecl *D : Record->fields()) {
    const Region *Target = Known.field(To, D);
    const auto *Inner = D->getType()->getAsRecordDecl();
    if (Inner && Inner->isStruct())
      setToZero(Target, Inner, At, Depth + 1);
    else
      storeTo(Target, At, nullptr, zero(D->getType()), false);
  }
}

void Evaluator::copyRecord(const Region *To, const Region *From,
                           const RecordDecl *Record, const Expr *At,
                           unsigned Depth) {
  if (Depth == MaxFieldDepth)
    return Now->clobber(To);
  for (const FieldDecl *D : Record->fields()) {
    const Region *Target = Known.field(To, D), *Source = Known.field(From, D);
    const auto *Inner = D->getType()->getAsRecordDecl();
    if (Inner && Inner->isStruct()) {
      copyRecord(Target, Source, Inner, At, Depth + 1);
      continue;
    }
    if (D->getType()->isReferenceType()) {
      Now->Memory[Target] = load(Source);
      continue;
    }
    const Values Copied = load(Source);
    read(At, Copied);
    storeTo(Target, At, nullptr, Copied, false);
  }
}

void Evaluator::VisitDeclStmt(const DeclStmt *S) {
  for (const Decl *Each : S->decls()) {
    const auto *D = dyn_cast<VarDecl>(Each);
    if (!D || !D->hasLocalStorage())
      continue;
    const Region *R = Known.variable(D);
    Now->forget(R);
    if (!D->getInit())
      continue;
    if (D->getType()->isReferenceType())
      Now->Memory[R] = valuesOf(D->getInit());
    else
      initialize(R, D->getInit(), D->getInit());
  }
}

void Evaluator::initializeMember(const CXXCtorInitializer &Member) {
  const FieldDecl *D = Member.getAnyMember();
  const Expr *Value = Member.getInit();
  if (!D || !Value || !In.Self)
    return;
  initializeField(In.Self, D, Value, Value);
}

void Evaluator::initializeField(const Region *Of, const FieldDecl *D,
                                const Expr *Value, const Expr *At) {
  const Region *R = Known.field(Of, D);
  if (D->getType()->isReferenceType())
    Now->Memory[R] = valuesOf(Value);
  else
    initialize(R, Value, At);
}

} // namespace rpcgen

//===- Destructions.cpp - objects that end, and release what they own -----===//

#include "bodies/flow/Evaluator.h"
#include "bodies/flow/Passing.h"

#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace rpcgen {
namespace {

using Kind = Value::Kind;

constexpr unsigned MaxMoves = 8; ///< of an owned object that are traced

constexpr KnownFunction Delete = {"delete", Effect::Release, Allocator::New};
constexpr KnownFunction UniquePointer = {"std::unique_ptr", Effect::Release,
                                         Allocator::New};
constexpr KnownFunction SharedPointer = {"std::shared_ptr", Effect::Release,
                                         Allocator::New};

/// The deleter that an owning pointer is given together with its object; null
/// if it is given none.
const Expr *deleterIn(const Expr *Adopts) {
  const auto *Made = dyn_cast<CXXConstructExpr>(Adopts);
  const auto *Reset = dyn_cast<CXXMemberCallExpr>(Adopts);
  const Expr *Last = Made && Made->getNumArgs() > 1     ? Made->getArg(1)
                     : Reset && Reset->getNumArgs() > 1 ? Reset->getArg(1)
                                                        : nullptr;
  return Last && !isa<CXXDefaultArgExpr>(Last) ? stripped(Last) : nullptr;
}

const FunctionDecl *callOperator(const CXXRecordDecl *Class) {
  if (!Class || !Class->hasDefinition())
    return nullptr;
  if (Class->isLambda())
    return Class->getLambdaCallOperator();
  for (const CXXMethodDecl *F : Class->methods())
    if (F->getOverloadedOperator() == OO_Call && F->getNumParams() == 1)
      return F;
  return nullptr;
}

/// What the deleter calls; null if that is not known.
const FunctionDecl *calledBy(const Expr *Deleter) {
  if (const auto *Plus = dyn_cast<UnaryOperator>(Deleter);
      Plus && Plus->getOpcode() == UO_Plus)
    Deleter = stripped(Plus->getSubExpr());
  // A lambda that becomes a pointer to a function.
  if (const auto *Made = dyn_cast<CXXMemberCallExpr>(Deleter);
      Made && isa_and_nonnull<CXXConversionDecl>(Made->getMethodDecl()))
    Deleter = stripped(Made->getImplicitObjectArgument());
  if (const auto *Address = dyn_cast<UnaryOperator>(Deleter);
      Address && Address->getOpcode() == UO_AddrOf)
    Deleter = Address->getSubExpr()->IgnoreParenImpCasts();
  if (const auto *Mention = dyn_cast<DeclRefExpr>(Deleter))
    if (const auto *F = dyn_cast<FunctionDecl>(Mention->getDecl()))
      return F;
  return callOperator(Deleter->getType()->getAsCXXRecordDecl());
}

/// The call operator of the class that deletes for the owner.
const FunctionDecl *deletingMember(QualType Owner) {
  const auto *Class = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Owner->getAsCXXRecordDecl());
  if (!Class || Class->getTemplateArgs().size() < 2 ||
      Class->getTemplateArgs()[1].getKind() != TemplateArgument::Type)
    return nullptr;
  return callOperator(
      Class->getTemplateArgs()[1].getAsType()->getAsCXXRecordDecl());
}

} // namespace

bool isGivenDeleter(const Expr *Value) {
  return Value && deleterIn(stripped(Value));
}

/// The object in the region ends, and deletes what it owns.
void Evaluator::end(const Region *Holder, QualType T) {
  if (standardKind(T) != StandardKind::Owner)
    return;
  const Values Own = Initial(Holder), Holds = load(Holder);
  const Values Owned = Holds.without(Kind::Null).where([&](const Value &V) {
    return V.N != Value::Owned &&
           (!V.R || !isInHolder(V.R) ||
            (V.R->Holder != Holder && !llvm::is_contained(Own, V)));
  });
  const bool IsShared = T->getAsCXXRecordDecl()->getName() != "unique_ptr";
  if (IsShared && llvm::any_of(Now->Memory, [&](const auto &Entry) {
        return Entry.first != Holder &&
               standardKind(Entry.first->T) == StandardKind::Owner &&
               Owned.must([&](const Value &V) {
                 return llvm::is_contained(Entry.second, V);
               });
      }))
    return Now->forget(Holder);
  auto At = Adopted.find(Holder);
  // A shared_ptr calls its deleter even if it owns nothing.
  const Values Given = IsShared && Owned.empty() ? Holds : Owned;
  if (At == Adopted.end() || Given.empty())
    return Now->letGo(Owned);
  const Expr *First =
      At->second->isGLValue() ? nullptr : adoptionOf(At->second);
  const Expr *Adopts = First ? First : At->second;
  if (const Expr *Deleter = First ? deleterIn(First) : nullptr) {
    const FunctionDecl *F = calledBy(Deleter);
    if (const KnownFunction *Known = knownFunction(F))
      tell(Adopts, *Known, {Given});
    else
      callWith(Adopts, F, nullptr, {Given});
  } else if (Owned.empty()) {
    return;
  } else if (usesDelete(T) && (First || !IsShared)) {
    tell(Adopts, IsShared ? SharedPointer : UniquePointer, {Owned});
  } else if (const FunctionDecl *Member = deletingMember(T)) {
    callWith(Adopts, Member, nullptr, {Owned});
  }
  Now->letGo(Owned);
}

/// Where what an owner has from the expression was first given to an owner;
/// null if that is not known.
const Expr *Evaluator::adoptionOf(const Expr *From) const {
  for (unsigned Moves = 0; From && Moves < MaxMoves; ++Moves) {
    From = stripped(From);
    const auto *Made = dyn_cast<CXXConstructExpr>(From);
    const auto *Call = dyn_cast<CallExpr>(From);
    if (Made && Made->getNumArgs() > 0 &&
        standardKind(Made->getArg(0)->getType()) == StandardKind::Owner)
      From = Made->getArg(0);
    else if (Call && Call->isCallToStdMove())
      From = Call->getArg(0);
    else if (From->isGLValue() &&
             standardKind(From->getType()) == StandardKind::Owner)
      From = Adopted.lookup(valuesOf(From).only().R);
    else
      return Call && standardKind(From->getType()) == StandardKind::Owner &&
                     !knownFunction(From) && !isa<CXXMemberCallExpr>(From)
                 ? nullptr
                 : From;
  }
  return nullptr;
}

void Evaluator::destroy(const VarDecl &Variable) {
  const Region *R = Known.variable(&Variable);
  const QualType T = Variable.getType();
  end(R, T);
  const auto *Class = T->getAsCXXRecordDecl();
  if (!Class || standardKind(Class) != StandardKind::None ||
      !Class->hasDefinition())
    return;
  if (const CXXDestructorDecl *F = Class->getDestructor())
    callWith(Variable.getInit(), F, R, {});
  for (const FieldDecl *D : Class->fields())
    end(Known.field(R, D), D->getType());
}

void Evaluator::VisitCXXDeleteExpr(const CXXDeleteExpr *E) {
  tell(E, Delete, {valuesOf(E->getArgument())});
}

} // namespace rpcgen

//===- CallEffects.cpp - what calls do to memory --------------------------===//

#include "bodies/Evaluator.h"

#include "clang/AST/DeclCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using llvm::StringRef;

namespace rpcgen {
namespace {

using Kind = Value::Kind;

constexpr KnownFunction Delete = {"delete", Effect::Release, Allocator::New};

bool isSystem(const ASTContext &Context, const FunctionDecl *F) {
  return F && Context.getSourceManager().isInSystemHeader(F->getLocation());
}

/// A function of C that follows each pointer it gets: strlen, wcscmp ...
bool readsText(const FunctionDecl *F) {
  if (!F->isExternC() || !F->getIdentifier())
    return false;
  StringRef Name = F->getName();
  return Name.starts_with("str") || Name.starts_with("wcs");
}

bool isPipe(const CXXRecordDecl *D) {
  return D->getIdentifier() && D->getName() == "pipe" &&
         D->getQualifiedNameAsString() == "rpc::pipe";
}

bool isStandardClass(const CXXRecordDecl *D, StringRef Name) {
  return D && D->isInStdNamespace() && D->getName() == Name;
}

/// Whether the container has to have an element for the call. A string ends in
/// a zero that can be read as one.
bool readsElement(const CXXMethodDecl *F) {
  const CXXRecordDecl *Class = F->getParent();
  auto IsOf = [&](StringRef Name) { return isStandardClass(Class, Name); };
  if (F->getOverloadedOperator() == OO_Subscript)
    return IsOf("vector") || IsOf("span") || IsOf("basic_string_view");
  if (!F->getIdentifier())
    return false;
  StringRef Name = F->getName();
  return (Name == "front" || Name == "back" || Name == "pop_back") &&
         (IsOf("vector") || IsOf("span") || IsOf("basic_string") ||
          IsOf("basic_string_view"));
}

} // namespace

/// Something unknown happens to all of this, and to what is reached from it.
void Evaluator::clobberAll(const Values &Addresses) {
  std::vector<const Region *> ToDo;
  RegionSet Seen;
  auto Add = [&](const Values &More) {
    for (Value V : More)
      if (V.K == Kind::Address && Seen.insert(V.R).second)
        ToDo.push_back(V.R);
  };
  Add(Addresses);
  while (!ToDo.empty()) {
    const Region *R = ToDo.back();
    ToDo.pop_back();
    for (const auto &[Inside, Stored] : Now->Memory)
      if (Inside->isIn(R))
        Add(Stored);
    Now->clobber(R);
  }
}

/// The argument is handed to code that is not seen.
void Evaluator::escape(const Expr *Argument, QualType Parameter, bool Checked) {
  Values What = valuesOf(Argument);
  QualType To = Parameter->getPointeeType();
  if (!To.isNull() && !To.isConstQualified())
    clobberAll(What);
  if (!Checked)
    return;
  for (Value V : What)
    if (V.R)
      Now->Examined.insert(V.R);
  if (Parameter->isReferenceType())
    What = load(What);
  for (Value V : What)
    if (V.K == Kind::Null && V.R)
      Now->NotNull.insert(V.R);
}

void Evaluator::useElement(const Expr *Container) {
  if (Into)
    Into->Dereferences.push_back({Container,
                                  valuesOf(Container),
                                  nullptr,
                                  {},
                                  Now->Compared,
                                  Now->Examined});
}

void Evaluator::tell(const Expr *At, const KnownFunction &F,
                     llvm::SmallVector<Values, 3> Arguments) {
  if (Into)
    Into->Calls.push_back({At, &F, Arguments, *Now});
  if (F.Does != Effect::Release && F.Does != Effect::Reallocate)
    return;
  // The pointer that led there from the beginning dangles now.
  Value Released = Arguments.empty()
                       ? Value()
                       : Arguments.front().without(Kind::Null).only();
  if (Released.K != Kind::Address || Released.R->K != Region::Kind::Pointee)
    return;
  const Region *Holder = Released.R->Parent;
  if (load(Holder).without(Kind::Null) == Values(Released))
    Now->Memory[Holder] = Value{.K = Kind::Address, .R = Released.R, .N = 1};
}

void Evaluator::callKnown(const CallExpr *E, const KnownFunction &F) {
  llvm::SmallVector<Values, 3> Arguments;
  for (const Expr *Argument : E->arguments())
    Arguments.push_back(valuesOf(Argument));
  tell(E, F, Arguments);
  bool Copies = F.Does == Effect::CopyText || F.Does == Effect::CopyBytes;
  if (Copies && !Arguments.empty()) {
    clobberAll(Arguments.front());
    Evaluated[E] = Arguments.front();
  } else if (F.Does == Effect::Release) {
    VisitExpr(E);
  } else {
    Evaluated[E] = Value{.K = Kind::Address, .R = Known.allocation(E)};
  }
}

/// Functions of the standard library that matter; false for all others.
bool Evaluator::callStandard(const CallExpr *E, const FunctionDecl *F) {
  auto Is = [F](StringRef Name) { return isStandard(F, Name); };
  if (E->getNumArgs() == 2 && Is("exchange")) {
    Values Old = load(valuesOf(E->getArg(0)));
    store(E->getArg(0), E->getArg(1), load(valuesOf(E->getArg(1))));
    Evaluated[E] = Old;
  } else if (E->getNumArgs() == 1 && (Is("move") || Is("forward") ||
                                      Is("addressof") || Is("as_const"))) {
    Evaluated[E] = valuesOf(E->getArg(0));
  } else if (Is("min") || Is("max") || Is("clamp")) {
    for (const Expr *Argument : E->arguments()) {
      for (Value V : load(valuesOf(Argument)))
        if (V.K == Kind::Initial)
          Now->Compared.insert(V.R);
      examine(*Now, Argument);
    }
    VisitExpr(E);
  } else {
    return false;
  }
  return true;
}

void Evaluator::callUnknown(const CallExpr *E, const FunctionDecl *F) {
  bool System = isSystem(Context, F);
  bool Keeps = isStandard(F, "async");
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(E)) {
    const Expr *Object = Member->getImplicitObjectArgument();
    const CXXMethodDecl *Method = Member->getMethodDecl();
    if (Object->getType()->isAnyPointerType() &&
        !isa<CXXThisExpr>(Object->IgnoreParenImpCasts()))
      dereference(Object);
    if (Into && Method && isPipe(Method->getParent()) &&
        Method->getIdentifier())
      Into->PipeUses.push_back(
          {E, valuesOf(Object), Method->getName() == "push", *Now});
    if (Method && readsElement(Method))
      useElement(Object);
    else if (Method && !Method->isConst())
      examine(*Now, Object); // it may have elements now
    if (Method && !Method->isConst()) {
      Keeps |= System && Method->getParent()->isInStdNamespace() &&
               llvm::any_of(valuesOf(Object), [this](const Value &V) {
                 return V.K == Kind::Address && outlives(V.R);
               });
      clobberAll(valuesOf(Object));
    }
  }
  unsigned First =
      isa<CXXOperatorCallExpr>(E) && isa_and_nonnull<CXXMethodDecl>(F) ? 1 : 0;
  for (unsigned I = 0; I < E->getNumArgs(); ++I) {
    const Expr *Argument = E->getArg(I);
    if (Keeps)
      retain(E, Argument->isGLValue() ? load(valuesOf(Argument))
                                      : valuesOf(Argument));
    if (F && System && readsText(F) && Argument->getType()->isAnyPointerType())
      dereference(Argument);
    if (I >= First && F && I - First < F->getNumParams())
      escape(Argument, F->getParamDecl(I - First)->getType(), !System);
    else if (!F && Argument->getType()->isAnyPointerType())
      escape(Argument, Argument->getType(), true);
  }
  VisitExpr(E);
}

void Evaluator::VisitCallExpr(const CallExpr *E) {
  const FunctionDecl *F = E->getDirectCallee();
  if (const KnownFunction *Found = knownFunction(F)) {
    if (isSystem(Context, F) && readsText(F))
      for (const Expr *Argument : E->arguments())
        if (Argument->getType()->isAnyPointerType())
          dereference(Argument);
    callKnown(E, *Found);
  } else if (!callStandard(E, F)) {
    callUnknown(E, F);
  }
}

void Evaluator::VisitCXXOperatorCallExpr(const CXXOperatorCallExpr *E) {
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(E->getDirectCallee());
  if (Method && readsElement(Method))
    useElement(E->getArg(0));
  if (!E->isAssignmentOp() || E->getNumArgs() != 2 || !Method)
    return VisitCallExpr(E);
  const Expr *To = E->getArg(0), *From = E->getArg(1);
  if (Method->isTrivial()) {
    assign(To, From);
  } else {
    for (Value V : valuesOf(To))
      if (V.K == Kind::Address && outlives(V.R))
        retain(E, From->isGLValue() && !isa<MaterializeTemporaryExpr>(From)
                      ? load(valuesOf(From))
                      : valuesOf(From));
    clobberAll(valuesOf(To));
  }
  Evaluated[E] = valuesOf(To);
}

void Evaluator::VisitCXXConstructExpr(const CXXConstructExpr *E) {
  const CXXConstructorDecl *F = E->getConstructor();
  const CXXRecordDecl *Class = F->getParent();
  auto Is = [Class](StringRef Name) { return isStandardClass(Class, Name); };
  bool Keeps = Is("thread") || Is("jthread");
  bool Owns = Is("unique_ptr") || Is("shared_ptr");
  bool Reads = Is("basic_string") || Is("basic_string_view");
  static constexpr KnownFunction Unique = {"std::unique_ptr", Effect::Release,
                                           Allocator::New};
  static constexpr KnownFunction Shared = {"std::shared_ptr", Effect::Release,
                                           Allocator::New};
  for (unsigned I = 0; I < E->getNumArgs(); ++I) {
    const Expr *Argument = E->getArg(I);
    bool IsPointer = Argument->getType()->isAnyPointerType();
    if (Keeps)
      retain(E,
             Argument->isGLValue() && !isa<MaterializeTemporaryExpr>(Argument)
                 ? load(valuesOf(Argument))
                 : valuesOf(Argument));
    else if (Owns && I == 0 && IsPointer)
      tell(E, Is("unique_ptr") ? Unique : Shared, {valuesOf(Argument)});
    else if (Reads && I == 0 && IsPointer && E->getNumArgs() < 3)
      dereference(Argument);
    if (I < F->getNumParams())
      escape(Argument, F->getParamDecl(I)->getType(), !isSystem(Context, F));
  }
  // A function object, for instance, holds what the lambda does.
  if (E->getNumArgs() == 1)
    Evaluated[E] = valuesOf(E->getArg(0));
  else
    VisitExpr(E);
}

void Evaluator::VisitCXXNewExpr(const CXXNewExpr *E) {
  if (E->getNumPlacementArgs() > 0 &&
      E->getPlacementArg(0)->getType()->isAnyPointerType()) {
    Evaluated[E] = valuesOf(E->getPlacementArg(0));
  } else {
    Values Count = E->isArray() && E->getArraySize()
                       ? valuesOf(*E->getArraySize())
                       : Values(Value{.K = Kind::Number, .N = 1});
    if (const KnownFunction *F = knownFunction(E))
      tell(E, *F, {Count});
    Evaluated[E] = Value{.K = Kind::Address, .R = Known.allocation(E)};
  }
  if (const auto *List = dyn_cast_or_null<InitListExpr>(E->getInitializer());
      List && List->getType()->isRecordType())
    for (Value V : valuesOf(E))
      if (V.K == Kind::Address)
        initializeRecord(V.R, List, E);
}

void Evaluator::VisitCXXDeleteExpr(const CXXDeleteExpr *E) {
  tell(E, Delete, {valuesOf(E->getArgument())});
}

} // namespace rpcgen

//===- CallEffects.cpp - what calls do to memory --------------------------===//

#include "Clang.h"
#include "bodies/flow/Evaluator.h"

#include "clang/AST/DeclCXX.h"

#include "llvm/ADT/StringSet.h"

using namespace clang;
using llvm::StringRef;

namespace rpcgen {
namespace {

using Kind = Value::Kind;

/// The name of a function of C, some of which have overloads for what is const;
/// or "".
StringRef nameInC(const FunctionDecl *F) {
  if (!F || !F->getIdentifier())
    return "";
  const bool IsGlobal =
      F->getDeclContext()->getRedeclContext()->isTranslationUnit();
  if (!F->isExternC() && !(IsGlobal && isOfSystem(F)))
    return "";
  StringRef Name = F->getName();
  Name.consume_front("__builtin_");
  return Name;
}

/// Whether it is one that begins so: strlen, wcscmp, memcpy ...
bool beginsWith(const FunctionDecl *F, llvm::ArrayRef<StringRef> Prefixes) {
  return llvm::any_of(Prefixes, [Name = nameInC(F)](StringRef P) {
    return startsWith(Name, P);
  });
}

/// Whether what it returns is a place in its first argument, or null.
bool looksFor(const FunctionDecl *F) {
  static const llvm::StringSet<> Names = {
      "strchr", "strrchr", "strstr", "strpbrk", "memchr",
      "wcschr", "wcsrchr", "wcsstr", "wcspbrk", "wmemchr"};
  return Names.contains(nameInC(F));
}

/// The range that an algorithm of std::ranges returns an iterator of; null if
/// it is no such function.
const Expr *searchedBy(const CallExpr &E, const FunctionDecl *F) {
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(F);
  if (!Method || !isa<CXXOperatorCallExpr>(E) || E.getNumArgs() < 2 ||
      !isOfSystem(Method) || !Method->getParent()->getIdentifier() ||
      !endsWith(Method->getParent()->getName(), "_fn") ||
      (standardKind(E.getType()) != StandardKind::Iterator &&
       Method->getParent()->getName() != "__minmax_element_fn"))
    return nullptr;
  const StandardKind K = standardKind(E.getArg(1)->getType());
  return K == StandardKind::Sequence || K == StandardKind::View ? E.getArg(1)
                                                                : nullptr;
}

/// Whether what it returns is the length of its first argument.
bool measures(const FunctionDecl *F) {
  const StringRef Name = nameInC(F);
  return Name == "strlen" || Name == "wcslen" || Name == "strnlen";
}

bool isPipe(const CXXRecordDecl *D) {
  return D->getIdentifier() && D->getName() == "pipe" &&
         D->getQualifiedNameAsString() == "rpc::pipe";
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
  const bool IsHolder = isHolder(Argument->getType());
  Values What = valuesOf(Argument);
  QualType To = Parameter->getPointeeType();
  if (!To.isNull() && !To.isConstQualified())
    clobberAll(What);
  else if (IsHolder && To.isNull() &&
           standardKind(Argument->getType()) != StandardKind::View)
    clobberAll(held(Argument));
  useReleased(Argument, What);
  // A function of the system only looks through a pointer to what is const, and
  // any other only looks at text.
  const bool Looks = isText(Argument->getType()) ||
                     (!Checked && !To.isNull() && To.isConstQualified() &&
                      (!To->isRecordType() || IsHolder));
  if (!Looks) {
    letGo(What);
    letGo(held(Argument));
  }
  if (!Checked)
    return;
  for (Value V : What)
    if (V.R)
      Now->Examined.insert(V.R);
  if (IsHolder)
    What = held(Argument);
  else if (Parameter->isReferenceType())
    What = load(What);
  for (Value V : What)
    if (V.K == Kind::Null && V.R)
      Now->NotNull.insert(V.R);
}

void Evaluator::tell(const Expr *At, const KnownFunction &F,
                     llvm::SmallVector<Values, 3> Arguments) {
  if (Into)
    Into->Calls.push_back({placeOf(At), &F, Arguments, *Now});
  // There is as much memory as the number says.
  if (F.Does == Effect::Allocate && F.Size >= 0 &&
      static_cast<std::size_t>(F.Size) < Arguments.size())
    for (Value V : Arguments[F.Size])
      if (V.K == Kind::Initial || V.K == Kind::Derived)
        Now->Compared.insert(V.R);
  if (F.Does != Effect::Release && F.Does != Effect::Reallocate)
    return;
  if (!Arguments.empty())
    release(Arguments.front(), At);
}

/// Where the pointer that is released certainly is: where it has been loaded
/// from.
RegionSet Evaluator::placesOf(const Expr *Released) const {
  const auto *Call = dyn_cast<CallExpr>(Released);
  const auto *Delete = dyn_cast<CXXDeleteExpr>(Released);
  const Expr *Pointer = Delete                           ? Delete->getArgument()
                        : Call && Call->getNumArgs() > 0 ? Call->getArg(0)
                                                         : nullptr;
  while (const auto *Cast = dyn_cast_or_null<ImplicitCastExpr>(Pointer)) {
    if (Cast->getCastKind() == CK_LValueToRValue)
      break;
    Pointer = Cast->getSubExpr();
  }
  RegionSet Found;
  const Region *R = Pointer ? loadedFrom(Pointer) : nullptr;
  while (R && Found.insert(R).second) {
    auto Copy = Now->Copies.find(R);
    R = Copy == Now->Copies.end() ? nullptr : Copy->second;
  }
  return Found;
}

/// Pointers to what is released dangle from now on. Nodes of a list that came
/// in are not told apart, but for the pointer that was given.
void Evaluator::release(const Values &Pointers, const Expr *At) {
  const Value Released = Pointers.without(Kind::Null).only();
  Now->letGo(Pointers);
  // It may be any memory.
  if (Pointers.may(Kind::Unknown))
    for (auto &Entry : Now->Held)
      Entry.second = Hold::Gone;
  if (Released.K != Kind::Address)
    return;
  const Value Dangling{
      .K = Kind::Address, .R = Released.R, .N = Value::Released, .E = At};
  if (Released.R->K == Region::Kind::Reached && S.parameterOf(Released.R)) {
    for (const Region *Place : placesOf(At))
      Now->Memory[Place] = Dangling;
    return;
  }
  auto Release = [&](Values &Stored) {
    if (Stored.may([&](const Value &V) { return V == Released; })) {
      Values All = Stored.where([&](const Value &V) { return V != Released; });
      All.add(Dangling);
      Stored = std::move(All);
    }
  };
  for (auto &[R, Stored] : Now->Memory)
    if (!isElement(R))
      Release(Stored);
    else if (Stored.may([&](const Value &V) { return V == Released; }))
      Stored.add(Dangling); // or the others
  for (auto &[E, Stored] : Now->Carried)
    Release(Stored);
  if (Released.R->K != Region::Kind::Pointee)
    return;
  const Region *Holder = Released.R->Parent;
  if (load(Holder).without(Kind::Null) == Values(Released))
    Now->Memory[Holder] = Dangling;
}

/// New memory: what the expression allocated before is an object of its own.
Value Evaluator::allocate(const Expr *E, const FieldDecl *For) {
  const Region *Last = Known.allocation(E, For),
               *Before = Known.earlier(E, For);
  const bool Exists =
      Now->heldAs(Last) > Hold::Absent ||
      llvm::any_of(Now->Memory,
                   [&](const auto &Entry) {
                     return Entry.first->isIn(Last) ||
                            Entry.second.may([&](const Value &V) {
                              return V.R && V.R->isIn(Last);
                            });
                   }) ||
      llvm::any_of(Now->Clobbered,
                   [&](const Region *R) { return R->isIn(Last); });
  if (Exists) {
    const bool Adds = !Now->Earlier.insert(Before).second;
    Now->move(Last, Before, Known, Adds, Initial);
  }
  Now->NotNull.erase(Last);
  return {.K = Kind::Address, .R = Last};
}

Values Evaluator::lengthOf(const Values &Text) {
  const Value V = Text.without(Kind::Null).only();
  return V.K == Kind::Address ? Value{.K = Kind::Length, .R = V.R} : Value();
}

void Evaluator::callKnown(const CallExpr *E, const KnownFunction &F) {
  llvm::SmallVector<Values, 3> Arguments;
  for (const Expr *Argument : E->arguments())
    Arguments.push_back(valuesOf(Argument));
  tell(E, F, Arguments);
  bool Copies = F.Does == Effect::CopyText || F.Does == Effect::CopyBytes;
  if (Copies && !Arguments.empty()) {
    if (F.Does == Effect::CopyBytes)
      copyBytes(E);
    else
      clobberAll(Arguments.front());
    Evaluated[E] = Arguments.front();
  } else if (F.Does == Effect::Release) {
    VisitExpr(E);
  } else if (llvm::StringRef(F.Name) == "alloca") {
    Evaluated[E] = Value{.K = Kind::Address, .R = Known.temporary(E)};
  } else {
    // std::make_unique<T[]>(n)
    if (const QualType T = contentType(E->getType());
        !T.isNull() && T->isArrayType())
      tell(E, ContainerOf, Arguments);
    const Value New = allocate(E);
    Evaluated[E] = New;
    makeObject(E, New.R);
  }
}

void Evaluator::callUnknown(const CallExpr *E, const FunctionDecl *F) {
  const bool System = isOfSystem(F);
  if (System)
    callAlgorithm(E, F);
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(E)) {
    const Expr *Object = Member->getImplicitObjectArgument();
    const CXXMethodDecl *Method = Member->getMethodDecl();
    if (Object->getType()->isAnyPointerType() &&
        !isa<CXXThisExpr>(Object->IgnoreParenImpCasts()))
      dereference(Object);
    if (Into && Method && isPipe(Method->getParent()) &&
        Method->getIdentifier())
      Into->PipeUses.push_back(
          {placeOf(E), valuesOf(Object), Method->getName() == "push", *Now});
    if (Method && !Method->isConst()) {
      examine(*Now, Object); // it may have elements now
      clobberAll(valuesOf(Object));
    }
  }
  unsigned First =
      isa<CXXOperatorCallExpr>(E) && isa_and_nonnull<CXXMethodDecl>(F) ? 1 : 0;
  const bool Answers = !System && F && !F->getReturnType()->isVoidType();
  for (unsigned I = 0; I < E->getNumArgs(); ++I) {
    const Expr *Argument = E->getArg(I);
    if (I >= First && F && I - First < F->getNumParams())
      escape(Argument, F->getParamDecl(I - First)->getType(), !System);
    else if (!System)
      letGo(valuesOf(Argument));
    if (!F && Argument->getType()->isAnyPointerType())
      escape(Argument, Argument->getType(), true);
    if (Answers) // perhaps whether the number is too large
      for (Value V : valuesOf(Argument))
        if (V.isOfClient())
          Now->Compared.insert(V.R);
  }
  VisitExpr(E);
}

void Evaluator::VisitCallExpr(const CallExpr *E) {
  const FunctionDecl *F = E->getDirectCallee();
  const bool ReadsText = beginsWith(F, {"str", "wcs"});
  if (ReadsText || beginsWith(F, {"mem"}))
    for (const Expr *Argument : E->arguments())
      if (Argument->getType()->isAnyPointerType())
        dereference(Argument, nullptr, !ReadsText);
  Now->IsLater |= takesReply(F);
  if (const KnownFunction *Known = knownFunction(F))
    callKnown(E, *Known);
  else if (!callOperation(E) && !callStandard(E, F) && !callFunction(E, F)) {
    Values Found;
    if (const Expr *Range = searchedBy(*E, F))
      Found = standardKind(Range->getType()) == StandardKind::Sequence
                  ? contentOf(valuesOf(Range), Range->getType())
                  : held(Range);
    callUnknown(E, F);
    begin(E, F);
    if (looksFor(F) && E->getNumArgs() > 1)
      Evaluated[E] = foundIn(*E);
    else if (measures(F) && E->getNumArgs() > 0)
      Evaluated[E] = lengthOf(valuesOf(E->getArg(0)));
    else if (!Found.empty())
      Evaluated[E] = Found;
  }
}

void Evaluator::VisitCXXOperatorCallExpr(const CXXOperatorCallExpr *E) {
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(E->getDirectCallee());
  if (!E->isAssignmentOp() || E->getNumArgs() != 2 || !Method ||
      standardKind(Method->getParent()) != StandardKind::None)
    return VisitCallExpr(E);
  const Expr *To = E->getArg(0), *From = E->getArg(1);
  if (assignTied(To, From))
    return VisitExpr(E);
  if (Method->isTrivial()) {
    assign(To, From);
  } else if (!callFunction(E, Method)) {
    if (mayHold(To->getType()))
      for (Value V : valuesOf(To))
        if (V.K == Kind::Address && S.livesOn(V.R))
          retain(E, held(From));
    clobberAll(valuesOf(To));
  }
  Evaluated[E] = valuesOf(To);
}

} // namespace rpcgen

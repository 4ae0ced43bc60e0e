//===- StandardCalls.cpp - what functions of the standard library do ------===//

#include "bodies/flow/Evaluator.h"

#include "clang/AST/DeclCXX.h"

#include "llvm/ADT/StringSwitch.h"

using namespace clang;
using llvm::StringRef;

namespace rpcgen {
namespace {

using Kind = Value::Kind;

StringRef nameOf(const FunctionDecl *F) {
  return F->getIdentifier() ? F->getName() : "";
}

StringRef nameOfClass(const CXXMethodDecl *F) {
  return F->getParent()->getIdentifier() ? F->getParent()->getName() : "";
}

constexpr unsigned MaxMoves = 8; ///< of an owned object that are traced

constexpr KnownFunction Deletion = {"std::default_delete", Effect::Release,
                                    Allocator::New};

/// Whether it leaves a container as it is, and gives the address of an element.
bool givesAccess(const CXXMethodDecl *F) {
  if (F->getOverloadedOperator() == OO_Subscript)
    return !StringRef(F->getParent()->getName()).ends_with("map");
  return llvm::StringSwitch<bool>(nameOf(F))
      .Cases("data", "c_str", "front", "back", "at", "top", true)
      .Cases("begin", "cbegin", "rbegin", "crbegin", true)
      .Cases("end", "cend", "rend", "crend", true)
      .Cases("find", "lower_bound", "upper_bound", true)
      .Default(false);
}

/// Whether there has to be an element for the call. A string ends in a zero
/// that can be read as one.
bool readsElement(const CXXMethodDecl *F) {
  const StringRef Class = F->getParent()->getName();
  const bool IsText = Class == "basic_string";
  if (F->getOverloadedOperator() == OO_Subscript)
    return Class == "vector" || Class == "span" || Class == "basic_string_view";
  return llvm::StringSwitch<bool>(nameOf(F))
             .Cases("front", "back", "pop_back", true)
             .Cases("remove_prefix", "remove_suffix", false)
             .Default(false) &&
         (IsText || Class == "vector" || Class == "span" ||
          Class == "basic_string_view");
}

/// What an object of a parameter owns is given away, and lives as long as its
/// new owner.
Values givenAway(const Values &Held) {
  Values Result;
  for (Value V : Held) {
    if (V.K == Kind::Address && V.R->K == Region::Kind::Content)
      V.N = Value::Owned;
    Result.add(V);
  }
  return Result;
}

constexpr KnownFunction UniquePointer = {"std::unique_ptr", Effect::Release,
                                         Allocator::New};
constexpr KnownFunction SharedPointer = {"std::shared_ptr", Effect::Release,
                                         Allocator::New};

/// Without what makes a temporary of an object.
const Expr *made(const Expr *E) {
  while (true) {
    const Expr *Inner = E->IgnoreImplicit()->IgnoreParenImpCasts();
    if (const auto *Cast = dyn_cast<CXXFunctionalCastExpr>(Inner))
      Inner = Cast->getSubExpr();
    if (Inner == E)
      return E;
    E = Inner;
  }
}

/// The deleter that an owning pointer is given together with its object; null
/// if it is given none.
const Expr *deleterIn(const Expr *Adopts) {
  const auto *Made = dyn_cast<CXXConstructExpr>(Adopts);
  const auto *Reset = dyn_cast<CXXMemberCallExpr>(Adopts);
  const Expr *Last = Made && Made->getNumArgs() > 1     ? Made->getArg(1)
                     : Reset && Reset->getNumArgs() > 1 ? Reset->getArg(1)
                                                        : nullptr;
  return Last && !isa<CXXDefaultArgExpr>(Last) ? made(Last) : nullptr;
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

/// Whether something has asked about the containers or numbers.
bool Evaluator::isExamined(const Values &What) const {
  return What.may([&](const Value &V) {
    return V.R && (Now->Examined.contains(V.R) || Now->Compared.contains(V.R));
  });
}

void Evaluator::useElement(const Expr *Container, const Expr *Index) {
  if (Into)
    Into->Dereferences.push_back({placeOf(Container), valuesOf(Container),
                                  Index, valuesOf(Index), Now->Compared,
                                  Now->Examined, false, true});
  takeAsIndex(Index);
}

/// Whether the call deletes its argument: std::default_delete<T>()(p).
static bool isDeletion(const CXXMethodDecl *F) {
  return F->getOverloadedOperator() == OO_Call &&
         F->getParent()->isInStdNamespace() &&
         nameOfClass(F) == "default_delete";
}

/// Functions of the standard library that matter; false for all others.
bool Evaluator::callStandard(const CallExpr *E, const FunctionDecl *F) {
  llvm::SmallVector<const Expr *> Arguments(E->arguments());
  if (const auto *Method = dyn_cast_or_null<CXXMethodDecl>(F)) {
    if (const auto *Member = dyn_cast<CXXMemberCallExpr>(E))
      return callMember(E, Member->getImplicitObjectArgument(), Method,
                        Arguments);
    if (isDeletion(Method) && Arguments.size() == 2) {
      tell(E, Deletion, {valuesOf(Arguments[1])});
      VisitExpr(E);
      return true;
    }
    if (isa<CXXOperatorCallExpr>(E) && !Arguments.empty())
      return callMember(E, Arguments.front(), Method,
                        llvm::ArrayRef(Arguments).drop_front());
    return false;
  }
  if (!F || !F->isInStdNamespace())
    return false;
  const StringRef Name = nameOf(F);
  if (Name == "exchange" && Arguments.size() == 2) {
    Values Old = load(valuesOf(Arguments[0]));
    store(Arguments[0], Arguments[1], held(Arguments[1]));
    Evaluated[E] = Old;
  } else if (Name == "swap" && Arguments.size() == 2) {
    const Values First = load(valuesOf(Arguments[0])),
                 Second = load(valuesOf(Arguments[1]));
    if (Arguments[0]->getType()->isRecordType() &&
        !isHolder(Arguments[0]->getType())) {
      swapRecords(Arguments[0], Arguments[1]);
    } else {
      store(Arguments[0], Arguments[1], Second);
      store(Arguments[1], Arguments[0], First);
    }
    VisitExpr(E);
  } else if (llvm::StringSwitch<bool>(Name)
                 .Cases("move", "forward", "addressof", "as_const", "ref",
                        "cref", "to_address", true)
                 .Default(false) &&
             Arguments.size() == 1) {
    Evaluated[E] = valuesOf(Arguments[0]);
  } else if (llvm::StringSwitch<bool>(Name)
                 .Cases("begin", "cbegin", "rbegin", "data", "end", true)
                 .Default(false) &&
             Arguments.size() == 1) {
    const QualType T = Arguments[0]->getType();
    Evaluated[E] = standardKind(T) == StandardKind::Sequence
                       ? contentOf(valuesOf(Arguments[0]), T)
                   : isHolder(T) ? held(Arguments[0])
                                 : valuesOf(Arguments[0]);
  } else if (Name == "min" || Name == "max" || Name == "clamp" ||
             Name == "in_range" || Name.starts_with("cmp_")) {
    for (const Expr *Argument : Arguments) {
      for (Value V : held(Argument))
        if (V.K == Kind::Initial || V.K == Kind::Derived)
          Now->Compared.insert(V.R);
      examine(*Now, Argument);
    }
    VisitExpr(E);
  } else if (Name.starts_with("sto") && Name.size() <= 5 &&
             !Arguments.empty()) {
    if (!isExamined(valuesOf(Arguments[0])))
      throwFrom(
          E, {"std::invalid_argument", "std::logic_error", "std::exception"});
    return false;
  } else if (Name == "get" && !Arguments.empty()) {
    Evaluated[E] = valuesOf(Arguments[0]);
  } else if (Name == "bind" || Name == "bind_front" || Name == "async" ||
             Name == "make_pair" || Name == "make_tuple") {
    Values Held;
    for (const Expr *Argument : Arguments)
      Held.add(held(Argument));
    letGo(Held);
    Evaluated[E] = Held;
  } else if (!Arguments.empty() && isHolder(E->getType()) &&
             standardKind(Arguments[0]->getType()) == StandardKind::Iterator) {
    const Values Element = held(Arguments[0]); // another one, or the end
    callUnknown(E, F);
    Evaluated[E] = Element;
  } else {
    return false;
  }
  return true;
}

bool Evaluator::callMember(const CallExpr *E, const Expr *Object,
                           const CXXMethodDecl *Method,
                           llvm::ArrayRef<const Expr *> Arguments) {
  const StandardKind K = standardKind(Method->getParent());
  if (K == StandardKind::None)
    return false;
  if (isHolder(K)) {
    callHolder(E, Object, Method, Arguments);
    return true;
  }
  return callSequence(E, Object, Method, Arguments);
}

void Evaluator::callHolder(const CallExpr *E, const Expr *Object,
                           const CXXMethodDecl *Method,
                           llvm::ArrayRef<const Expr *> Arguments) {
  const StandardKind K = standardKind(Method->getParent());
  const QualType T = E->getType();
  const StringRef Name = nameOf(Method);
  const Values Held = held(Object);
  const OverloadedOperatorKind Op = Method->getOverloadedOperator();
  auto Keep = [&](const Values &New, const Expr *From) {
    for (Value V : valuesOf(Object))
      if (V.K == Kind::Address)
        storeTo(V.R, E, From, New, valuesOf(Object).only() != V);
  };
  // An optional has a value now, which may be a pointer or a view.
  auto KeepInside = [&](const Expr *From) {
    const Values Inside = contentOf(valuesOf(Object), Object->getType());
    if (From->getType()->isAnyPointerType() || isHolder(From->getType()))
      for (Value V : Inside)
        if (V.K == Kind::Address)
          storeTo(V.R, E, From, held(From), false);
    Keep(Inside, nullptr);
  };
  if (K == StandardKind::View && readsElement(Method))
    useElement(Object);
  if (Op == OO_Star || Op == OO_Arrow ||
      (K == StandardKind::Owner && Op == OO_Subscript)) {
    dereference(Object);
    Evaluated[E] = Held.without(Kind::Null);
  } else if (Op == OO_Equal && Arguments.size() == 1) {
    Values New = held(Arguments[0]);
    const bool Moves = Arguments[0]->isXValue();
    const bool IsValue = K == StandardKind::Optional &&
                         (New.must(Kind::Unknown) ||
                          standardKind(Arguments[0]->getType()) != K) &&
                         !New.must(Kind::Null);
    if (IsValue) {
      KeepInside(Arguments[0]);
      Evaluated[E] = valuesOf(Object);
      return;
    }
    if (K == StandardKind::Owner)
      New = givenAway(New);
    if (K == StandardKind::Owner)
      for (Value V : valuesOf(Object))
        if (V.K == Kind::Address)
          end(V.R, Object->getType());
    Keep(New, Arguments[0]);
    if (Moves && K != StandardKind::Optional)
      for (Value V : valuesOf(Arguments[0]))
        if (V.K == Kind::Address)
          Now->store(V.R, Value{.K = Kind::Null}, false, Initial);
    Evaluated[E] = valuesOf(Object);
  } else if (Name == "release") {
    Keep(Value{.K = Kind::Null}, nullptr);
    Evaluated[E] = givenAway(Held);
  } else if (Name == "reset") {
    if (K == StandardKind::Owner)
      for (Value V : valuesOf(Object))
        if (V.K == Kind::Address)
          end(V.R, Object->getType());
    Keep(Arguments.empty() || isa<CXXDefaultArgExpr>(Arguments[0])
             ? Values(Value{.K = Kind::Null})
             : valuesOf(Arguments[0]),
         Arguments.empty()       ? nullptr
         : Arguments.size() == 1 ? Arguments[0]
                                 : E);
    VisitExpr(E);
  } else if (Name == "swap" && Arguments.size() == 1) {
    const Values Other = held(Arguments[0]);
    store(Arguments[0], Object, Held);
    Keep(Other, Arguments[0]);
    VisitExpr(E);
  } else if (Name == "store" && Arguments.size() > 0) {
    Keep(held(Arguments[0]), Arguments[0]);
    VisitExpr(E);
  } else if (Name == "emplace") {
    if (Arguments.size() == 1)
      KeepInside(Arguments[0]);
    else
      Keep(contentOf(valuesOf(Object), Object->getType()), nullptr);
    Evaluated[E] = load(valuesOf(Object));
  } else if (Name == "value") {
    for (Value V : Held) // throws otherwise
      if (V.K == Kind::Null && V.R)
        Now->NotNull.insert(V.R);
    Evaluated[E] = Held.without(Kind::Null);
  } else if (Name == "detach") {
    const Value Thread = valuesOf(Object).only();
    const Expr *Begun = Adopted.lookup(Thread.R);
    retain(Begun ? Begun : E, Held);
    VisitExpr(E);
  } else if (Name == "join" || Name == "wait" ||
             (K == StandardKind::Worker && Name == "get")) {
    Keep(Value{.K = Kind::Null}, nullptr);
    VisitExpr(E);
  } else if (T->isAnyPointerType() || T->isReferenceType() || E->isGLValue() ||
             isHolder(T)) {
    Evaluated[E] = Held; // get, data, begin, [], substr, ++ ...
  } else {
    if (K == StandardKind::Callable && Op == OO_Call)
      clobberAll(Held);
    for (const Expr *Argument : Arguments)
      letGo(held(Argument));
    VisitExpr(E);
  }
}

bool Evaluator::callSequence(const CallExpr *E, const Expr *Object,
                             const CXXMethodDecl *Method,
                             llvm::ArrayRef<const Expr *> Arguments) {
  if (Object->getType()->isAnyPointerType())
    dereference(Object);
  const bool ByIndex =
      Method->getOverloadedOperator() == OO_Subscript && givesAccess(Method);
  if (readsElement(Method) || ByIndex)
    useElement(Object, ByIndex ? Arguments.front() : nullptr);
  const StringRef Name = nameOf(Method);
  if (Name == "at" && !isExamined(valuesOf(Object)) &&
      !(Arguments.size() == 1 && isExamined(held(Arguments[0]))))
    throwFrom(E, {"std::out_of_range", "std::logic_error", "std::exception"});
  if (!Arguments.empty() &&
      Arguments[0]->getType()->isIntegralOrEnumerationType() &&
      (Name == "resize" || Name == "reserve" || Name == "assign"))
    tell(E, ContainerOf, {held(Arguments.front())});
  // Text up to its zero.
  for (const Expr *Argument : Arguments)
    if (Argument->getType()->isAnyPointerType() && Arguments.size() == 1 &&
        nameOfClass(Method) == "basic_string")
      dereference(Argument);
  QualType T = Object->getType();
  if (T->isAnyPointerType())
    T = T->getPointeeType();
  const bool IsView = isa<CXXConversionDecl>(Method); // to std::string_view
  if (IsView || givesAccess(Method)) {
    Evaluated[E] = contentOf(valuesOf(Object), T);
    return true;
  }
  if (Method->isConst()) {
    VisitExpr(E);
    return true;
  }
  examine(*Now, Object); // it may have elements now
  if (nameOfClass(Method) != "basic_string")
    for (const Expr *Argument : Arguments)
      letGo(held(Argument));
  Values New;
  if (mayHold(T))
    for (const Expr *Argument : Arguments) {
      if (standardKind(Argument->getType()) == StandardKind::Owner)
        New.add(givenAway(held(Argument)));
      else if (mayHold(Argument->getType()))
        New.add(held(Argument));
    }
  for (Value V : valuesOf(Object))
    if (V.K == Kind::Address && outlives(V.R) && !New.empty())
      retain(E, New);
  clobberAll(valuesOf(Object));
  Evaluated[E] = E->getType()->isRecordType() && isHolder(E->getType())
                     ? contentOf(valuesOf(Object), T)
                     : valuesOf(Object);
  return true;
}

/// Whether an object is made that holds pointers.
bool Evaluator::constructHolder(const CXXConstructExpr *E) {
  const StandardKind K = standardKind(E->getType());
  if (!isHolder(K))
    return false;
  const CXXConstructorDecl *F = E->getConstructor();
  const unsigned Count = E->getNumArgs();
  if (Count == 0 || isa<CXXDefaultArgExpr>(E->getArg(0))) {
    Evaluated[E] = Value{.K = Kind::Null};
    return true;
  }
  const Expr *First = E->getArg(0);
  const QualType T = First->getType();
  if (K == StandardKind::Worker || K == StandardKind::Callable) {
    Values Held;
    for (const Expr *Argument : E->arguments())
      Held.add(held(Argument));
    letGo(Held);
    Evaluated[E] = Held;
  } else if (F->isCopyOrMoveConstructor() || isHolder(T)) {
    const Values Held =
        K == StandardKind::Owner ? givenAway(held(First)) : held(First);
    if (First->isXValue() && K == StandardKind::Owner) {
      for (Value V : valuesOf(First))
        if (V.K == Kind::Address)
          Now->store(V.R, Value{.K = Kind::Null}, false, Initial);
    }
    Evaluated[E] = Held;
  } else if (K == StandardKind::Optional) {
    const auto *Class = T->getAsCXXRecordDecl();
    const bool IsNone =
        Class && Class->getIdentifier() && Class->getName() == "nullopt_t";
    Evaluated[E] = IsNone ? Value{.K = Kind::Null} : Value();
  } else if (standardKind(T) == StandardKind::Sequence) {
    Evaluated[E] = contentOf(valuesOf(First), T);
  } else {
    if (T->isAnyPointerType() && K == StandardKind::View && Count == 1)
      dereference(First);
    Evaluated[E] = valuesOf(First);
  }
  return true;
}

/// The object in the region ends, and deletes what it owns.
void Evaluator::end(const Region *Holder, QualType T) {
  if (standardKind(T) != StandardKind::Owner)
    return;
  const Values Owned =
      load(Holder).without(Kind::Null).where([&](const Value &V) {
        return V.N != Value::Owned &&
               (!V.R || V.R->K != Region::Kind::Content ||
                V.R->Parent != Holder);
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
  if (At == Adopted.end() || Owned.empty())
    return Now->letGo(Owned);
  const Expr *First =
      At->second->isGLValue() ? nullptr : adoptionOf(At->second);
  const Expr *Adopts = First ? First : At->second;
  if (const Expr *Deleter = First ? deleterIn(First) : nullptr) {
    const FunctionDecl *F = calledBy(Deleter);
    if (const KnownFunction *Known = knownFunction(F))
      tell(Adopts, *Known, {Owned});
    else
      callWith(Adopts, F, nullptr, {Owned});
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
    From = made(From);
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

} // namespace rpcgen

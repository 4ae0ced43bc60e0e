//===- StandardCalls.cpp - what functions of the standard library do ------===//

#include "bodies/flow/Evaluator.h"
#include "bodies/flow/Passing.h"

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

constexpr KnownFunction Deletion = {"std::default_delete", Effect::Release,
                                    Allocator::New};

constexpr KnownFunction CopyOfText = {"std::string::copy", Effect::CopyBytes,
                                      Allocator::Heap, false, 1};

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

} // namespace

/// Whether the part of the view that the call is for has an element at least,
/// or begins behind one.
bool Evaluator::takesElement(const CXXMethodDecl *F,
                             llvm::ArrayRef<const Expr *> Arguments) const {
  const bool IsPart = llvm::StringSwitch<bool>(nameOf(F))
                          .Cases("first", "last", "subspan", true)
                          .Default(false);
  const Value Count =
      IsPart && !Arguments.empty() ? valuesOf(Arguments[0]).only() : Value();
  return Count.K == Kind::Number && Count.N > 0;
}

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
                                  Now->Examined, Now->Facts, false, true});
  takeAsIndex(Index);
}

/// Whether the call deletes its argument: std::default_delete<T>()(p).
static bool isDeletion(const CXXMethodDecl *F) {
  return F->getOverloadedOperator() == OO_Call &&
         F->getParent()->isInStdNamespace() &&
         nameOfClass(F) == "default_delete";
}

/// The call of std::tie that makes the object; null if it is made otherwise.
static const CallExpr *tieIn(const Expr *E) {
  const auto *Call = dyn_cast<CallExpr>(stripped(E));
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  return F && F->isInStdNamespace() && nameOf(F) == "tie" ? Call : nullptr;
}

/// std::tie(a, b) = std::make_tuple(x, y) assigns to each, and so does any
/// other tuple.
bool Evaluator::assignTied(const Expr *To, const Expr *From) {
  const CallExpr *Tie = tieIn(To);
  if (!Tie)
    return false;
  llvm::SmallVector<const Expr *> Values;
  if (const auto *Made = dyn_cast<CallExpr>(stripped(From));
      Made && Made->getNumArgs() == Tie->getNumArgs())
    Values.assign(Made->arg_begin(), Made->arg_end());
  for (unsigned I = 0; I < Tie->getNumArgs(); ++I)
    if (!Values.empty())
      store(Tie->getArg(I), Values[I], held(Values[I]));
    else
      store(Tie->getArg(I), From, Value());
  return true;
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
                        "cref", true)
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
        if (V.isOfClient())
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
  } else if (Name == "to_address" && Arguments.size() == 1) {
    Evaluated[E] = held(Arguments[0]);
  } else if (Name == "get" && !Arguments.empty()) {
    Evaluated[E] = valuesOf(Arguments[0]);
  } else if (Name == "bind" || Name == "bind_front" || Name == "async" ||
             Name == "make_pair" || Name == "make_tuple") {
    Values Held;
    for (const Expr *Argument : Arguments)
      Held.add(held(Argument));
    if (Name == "async") // behind its policy
      callElsewhere(llvm::ArrayRef(Arguments).drop_front(
          Arguments.front()->getType()->isEnumeralType()));
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
  if (nameOf(Method) == "copy" && Arguments.size() > 1)
    tell(E, CopyOfText, {valuesOf(Arguments[0]), valuesOf(Arguments[1])});
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
  if (K == StandardKind::View &&
      (readsElement(Method) || takesElement(Method, Arguments)))
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
  } else if ((Name == "size" || Name == "length") &&
             isText(Object->getType())) {
    Evaluated[E] = lengthOf(Held);
  } else if (Op != OO_Call && (T->isAnyPointerType() || T->isReferenceType() ||
                               E->isGLValue() || isHolder(T))) {
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
    if (ByIndex)
      Evaluated[E] = elementsOf(valuesOf(E), Arguments.front());
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
  const bool MayHold = mayHold(T);
  for (const Expr *Argument : Arguments)
    if (standardKind(Argument->getType()) == StandardKind::Owner)
      New.add(givenAway(held(Argument)));
    else if (MayHold && mayHold(Argument->getType()))
      New.add(held(Argument));
  for (Value V : valuesOf(Object))
    if (V.K == Kind::Address && S.livesOn(V.R) && !New.empty())
      retain(E, New, V.R);
  clobberAll(valuesOf(Object));
  if (takesAway(Name))
    for (Value V : valuesOf(Object))
      if (V.K == Kind::Address)
        Now->Memory[V.R] = Value{.K = Kind::Null, .E = addedBy(Arguments)};
  Evaluated[E] = E->getType()->isRecordType() && isHolder(E->getType())
                     ? contentOf(valuesOf(Object), T)
                     : valuesOf(Object);
  return true;
}

} // namespace rpcgen

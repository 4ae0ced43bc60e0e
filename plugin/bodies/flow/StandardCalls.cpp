//===- StandardCalls.cpp - what functions of the standard library do ------===//

#include "Clang.h"
#include "bodies/flow/Evaluator.h"
#include "bodies/flow/Passing.h"

#include "clang/AST/DeclCXX.h"

#include "llvm/ADT/StringSwitch.h"

using namespace clang;
using llvm::StringRef;

namespace rpcgen {
namespace {

using Kind = Value::Kind;

constexpr KnownFunction Deletion = {"std::default_delete", Effect::Release,
                                    Allocator::New};

constexpr KnownFunction CopyOfText = {"std::string::copy", Effect::CopyBytes,
                                      Allocator::Heap, false, 1};

} // namespace

/// Whether the part of the view that the call is for has an element at least,
/// or begins after one.
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

/// The object gets a new value, and the old one is the result. That of a class
/// of the program's is not followed.
void Evaluator::exchange(const CallExpr *E, const Expr *Object,
                         const Expr *New) {
  const QualType T = Object->getType();
  if (T->isRecordType() && !isHolder(T)) {
    if (standardKind(T) == StandardKind::Sequence)
      putInto(Object, E, {New});
    else
      assign(Object, New);
    return VisitExpr(E);
  }
  const Values Old = load(valuesOf(Object));
  store(Object, New, held(New));
  Evaluated[E] = Old;
}

/// Functions of the standard library that matter; false for all others.
bool Evaluator::callStandard(const CallExpr *E, const FunctionDecl *F) {
  llvm::SmallVector<const Expr *> Arguments(E->arguments());
  moveIterator(E, F);
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
                        llvm::ArrayRef<const Expr *>(Arguments).drop_front());
    return false;
  }
  if (!F || !F->isInStdNamespace())
    return false;
  const StringRef Name = nameOf(F);
  if (Name == "exchange" && Arguments.size() == 2) {
    exchange(E, Arguments[0], Arguments[1]);
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
             Name == "in_range" || startsWith(Name, "cmp_")) {
    for (const Expr *Argument : Arguments) {
      for (Value V : held(Argument))
        if (V.isOfClient())
          Now->Compared.insert(V.R);
      examine(*Now, Argument);
    }
    VisitExpr(E);
  } else if (startsWith(Name, "sto") && Name.size() <= 5 &&
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
    if (Name == "async") // after its policy
      callElsewhere(llvm::ArrayRef<const Expr *>(Arguments).drop_front(
          Arguments.front()->getType()->isEnumeralType()));
    letGo(Held);
    Evaluated[E] = Held;
  } else if (!Arguments.empty() && findsElement(*E, F)) {
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
  const Values Held = Object->getType()->isAnyPointerType()
                          ? load(valuesOf(Object))
                          : held(Object);
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
  if (Object->getType()->isAnyPointerType())
    dereference(Object);
  if (K == StandardKind::View &&
      (readsElement(Method) || takesElement(Method, Arguments)))
    useElement(Object, Op == OO_Subscript ? Arguments.front() : nullptr);
  if (Op == OO_Star || Op == OO_Arrow ||
      (K != StandardKind::View && Op == OO_Subscript)) {
    dereference(Object, Op == OO_Subscript ? Arguments.front() : nullptr);
    Evaluated[E] = Held.without(Kind::Null);
  } else if (K == StandardKind::Iterator && E->isLValue() && Op != OO_Equal) {
    Evaluated[E] = valuesOf(Object); // ++, -- and += go on
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
    if (Held.may([](const Value &V) { return V.K == Kind::Null && V.R; }))
      throwFrom(E, {"std::bad_optional_access", "std::exception"});
    for (Value V : Held)
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

} // namespace rpcgen

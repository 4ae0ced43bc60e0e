//===- Results.cpp - what calls of operations do to a client's memory -----===//

#include "bodies/flow/Evaluator.h"

#include "clang/AST/DeclCXX.h"

using namespace clang;

namespace rpcgen {
namespace {

using Kind = Value::Kind;

/// As N of an Unknown value: there was none before the call.
constexpr std::int64_t First = 2;

/// Whether the pointer points to memory of its own when a call has set it. A
/// full one may point to an object that the client has sent.
bool isNew(const Type &T) {
  return T.K == Type::Kind::Pointer && !T.Ignored &&
         T.Class != PointerClass::Full;
}

/// The type of what the argument has the address of, or is an lvalue of.
QualType placeType(const Expr *Argument) {
  const QualType T = Argument->getType();
  return Argument->isGLValue() ? T : T->getPointeeType();
}

/// Whether something is in the object that the call sends or sets.
bool isPlain(QualType T) {
  const auto *Class = T->getAsCXXRecordDecl();
  return !Class || (Class->hasDefinition() && Class->isStruct() &&
                    standardKind(Class) == StandardKind::None &&
                    Class->hasTrivialDestructor());
}

/// Whether the operation tells of its failure by its result or a parameter.
bool hasStatus(const Operation &O) {
  return O.Returns || llvm::any_of(O.Parameters, [](const Parameter &P) {
           return bool(P.Takes);
         });
}

} // namespace

/// Something unknown may release what these point to, or what that holds.
void Evaluator::letGo(const Values &What) {
  if (!Now->Held.empty())
    Now->letGo(closureOf(What));
}

/// Tells of a value that was not set.
void Evaluator::read(const Expr *At, const Values &Loaded) {
  if (Into && Loaded.must([](const Value &V) {
        return V.E && (V.K == Kind::Unknown || V.K == Kind::Uninitialized);
      }))
    Into->Reads.push_back({placeOf(At), Loaded, Now->Facts});
}

/// Tells of the use of pointers to memory that has been released.
void Evaluator::useReleased(const Expr *Pointer, const Values &Of) {
  if (Into && Of.may([](const Value &V) {
        return V.K == Kind::Address && V.N == Value::Released;
      }))
    Into->Dereferences.push_back({placeOf(Pointer), Of, nullptr, Value(),
                                  Now->Compared, Now->Examined, Now->Facts});
}

/// The program asks whether the pointer is null, and has not been answered.
void Evaluator::doubt(const Expr *Pointer) {
  if (!Now->Held.empty() && Pointer->getType()->isAnyPointerType())
    for (Value V : valuesOf(Pointer))
      if (V.K == Kind::Address)
        if (auto Known = Now->Held.find(V.R); Known != Now->Held.end())
          Known->second = std::min(Known->second, Hold::Possible);
}

/// An exception of the call is caught. Of what else has happened in a function
/// that was called, it is not known whether it has.
void Evaluator::raise(State &After, const State &Before, const Expr *Call) {
  if (Call && Shared.Calls.find(Call)) {
    After = Before;
    fail(After, Call);
    return;
  }
  std::erase_if(After.Held, [&](const auto &Entry) {
    return !Before.Held.contains(Entry.first);
  });
}

bool Evaluator::callOperation(const CallExpr *E) {
  const ClientCall *Made = Shared.Calls.find(E);
  if (!Made)
    return false;
  const Operation &O = *Made->Of;
  if (Into)
    Into->Made[E] = placeOf(E);
  for (std::size_t I = 0; I < O.Parameters.size(); ++I)
    send(E->getArg(I), O.Parameters[I]);
  if (O.ReflectsDeletions)
    for (const Expr *Argument : E->arguments())
      clobberAll(valuesOf(Argument));
  for (std::size_t I = 0; I < O.Parameters.size(); ++I)
    if (O.Parameters[I].Dir.Out)
      receive(*Made, E->getArg(I), O.Parameters[I]);
  if (O.Returns) {
    Evaluated[E] = Value{.K = Kind::Outcome, .E = E};
  } else if (isNew(O.Return)) {
    const Value New = allocate(E);
    Now->Held[New.R] = Hold::Certain;
    Values Result(New);
    if (O.Return.Class != PointerClass::Ref)
      Result.add({.K = Kind::Null, .R = New.R});
    Evaluated[E] = Result;
  } else {
    VisitExpr(E);
  }
  return true;
}

/// The stub follows the pointer.
void Evaluator::send(const Expr *Argument, const Parameter &P) {
  if (P.T.K != Type::Kind::Pointer)
    return;
  const Values To = valuesOf(Argument);
  if (P.T.Class == PointerClass::Ref || P.T.Reseatable)
    for (Value V : To)
      if (V.K == Kind::Null && V.R)
        Now->NotNull.insert(V.R);
  if (!Argument->isGLValue())
    useReleased(Argument, To);
  if (!P.Dir.In || !(P.T.Reseatable || P.T.element().K == Type::Kind::Pointer))
    return;
  const Values Inner = load(To);
  useReleased(Argument, Inner);
  if (Into && Inner.must(Kind::Uninitialized))
    Into->Reads.push_back({placeOf(Argument), Inner, Now->Facts});
}

/// The results of the parameter go into the storage of the caller.
void Evaluator::receive(const ClientCall &Made, const Expr *Argument,
                        const Parameter &P) {
  const Values Places = valuesOf(Argument);
  const QualType T = placeType(Argument);
  if (P.T.K != Type::Kind::Pointer || P.T.ByteCount || T.isNull())
    return clobberAll(Places);
  const Value Place = Places.without(Kind::Null).only();
  if (Place.K != Kind::Address)
    return clobberAll(Places);
  if (P.Takes)
    return storeTo(Place.R, Made.Call, nullptr,
                   Value{.K = Kind::Outcome, .E = Made.Call}, false);
  // What the result says may be that there is nothing.
  const bool Certain = Made.Dropped || Made.Of->Return.K == Type::Kind::Void
                           ? !hasStatus(*Made.Of)
                           : false;
  receiveInto(Place.R, T, P.T.Reseatable ? P.T : P.T.element(), Argument,
              nullptr, P.Dir, Certain);
}

void Evaluator::receiveInto(const Region *R, QualType Q, const Type &T,
                            const Expr *From, const FieldDecl *For,
                            const Direction &Dir, bool Certain) {
  if (T.K == Type::Kind::Pointer && Q->isAnyPointerType())
    return receivePointer(R, T, From, For, Dir, Certain);
  const auto *Record = Q->getAsRecordDecl();
  if (T.K == Type::Kind::Structure && Record && Record->isStruct() &&
      isPlain(Q)) {
    for (const FieldDecl *D : Record->fields()) {
      const Field *Declared =
          D->getIdentifier() ? findField(S.M, T, D->getName()) : nullptr;
      if (Declared)
        receiveInto(Known.field(R, D), D->getType(), Declared->T, From, D, Dir,
                    false);
    }
  } else if (Q->isScalarType()) {
    const bool IsFirst = load(R).may([](const Value &V) {
      return V.K == Kind::Uninitialized ||
             (V.K == Kind::Unknown && V.N == First);
    });
    storeTo(R, Shared.Calls.around(From)->Call, nullptr,
            Value{.K = Kind::Unknown, .N = IsFirst ? First : 0}, false);
  } else {
    Value Object{.K = Kind::Address, .R = R};
    clobberAll(Object);
  }
}

void Evaluator::receivePointer(const Region *R, const Type &T, const Expr *From,
                               const FieldDecl *For, const Direction &Dir,
                               bool Certain) {
  const Expr *Call = Shared.Calls.around(From)->Call;
  const Values Old = load(R);
  if (T.Ignored)
    return;
  if (!isNew(T)) {
    letGo(Old);
    return storeTo(R, Call, nullptr, Value(), false);
  }
  const bool IsEmbeddedRef = For && T.Class == PointerClass::Ref;
  const bool Stays =
      IsEmbeddedRef || (Dir.In && !T.Reseatable && !Old.must(Kind::Null));
  if (Stays) { // it goes into what is there
    for (Value V : Old)
      if (V.K == Kind::Address)
        Now->clobber(V.R);
    if (IsEmbeddedRef)
      return;
    Values New;
    for (Value V : Old)
      New.add(V.K == Kind::Address && V.N == Value::Released ? Value() : V);
    for (Value V : Old)
      if (V.K == Kind::Address)
        New.add({.K = Kind::Null, .R = V.R->isAllocation() ? V.R : nullptr});
    return storeTo(R, Call, nullptr, New, false);
  }
  const Value New = allocate(From, For);
  const ClientCall &Made = *Shared.Calls.around(From);
  // Who uses the result may ask it whether there is anything.
  const bool Asks = !Made.Dropped && Made.Of->Return.K != Type::Kind::Void;
  const bool IsCertain = Certain || (T.Reseatable && !Asks);
  if (!R->isMany())
    Now->Held[New.R] = IsCertain ? Hold::Certain : Hold::Possible;
  Values Result(New);
  if (T.Reseatable ? Asks : T.Class != PointerClass::Ref)
    Result.add({.K = Kind::Null, .R = New.R});
  storeTo(R, Call, nullptr, Result, false);
}

/// The call has failed: results are not valid, and there is no new memory.
void Evaluator::fail(State &After, const Expr *Call) {
  const ClientCall *Made = Shared.Calls.find(Call);
  for (std::size_t I = 0; I < Made->Of->Parameters.size(); ++I) {
    const Parameter &P = Made->Of->Parameters[I];
    const Expr *Argument = Made->Call->getArg(I);
    const QualType T = placeType(Argument);
    const Value Place = valuesAt(After, Argument).without(Kind::Null).only();
    if (!P.Dir.Out || P.Dir.In || P.Takes || P.T.K != Type::Kind::Pointer ||
        T.isNull() || Place.K != Kind::Address)
      continue;
    failInto(After, Place.R, T, Call);
  }
}

void Evaluator::failInto(State &After, const Region *R, QualType Q,
                         const Expr *Call) {
  if (const auto *Record = Q->getAsRecordDecl()) {
    if (Record->isStruct() && isPlain(Q))
      for (const FieldDecl *D : Record->fields())
        failInto(After, Known.field(R, D), D->getType(), Call);
    return;
  }
  const Values Old = After.load(R, Initial);
  if (Q->isAnyPointerType()) {
    After.letGo(Old.where([&](const Value &V) {
      const ClientCall *Made = Shared.Calls.makerOf(V.R);
      return Made && Made->Call == Call;
    }));
    After.Memory[R] = Value{.K = Kind::Null, .E = Call};
    return;
  }
  const bool IsFirst = Old.must([](const Value &V) {
    return V.K == Kind::Uninitialized || (V.K == Kind::Unknown && V.N == First);
  });
  After.Memory[R] =
      Value{.K = IsFirst ? Kind::Uninitialized : Kind::Unknown, .E = Call};
}

} // namespace rpcgen

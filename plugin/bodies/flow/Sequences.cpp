//===- Sequences.cpp - what member functions of containers do ------------===//

#include "Clang.h"
#include "bodies/flow/Evaluator.h"

#include "clang/AST/DeclCXX.h"

#include "llvm/ADT/StringSwitch.h"

using namespace clang;
using llvm::StringRef;

namespace rpcgen {
namespace {

using Kind = Value::Kind;

/// Whether it leaves a container as it is, and gives the address of an element.
bool givesAccess(const CXXMethodDecl *F) {
  if (F->getOverloadedOperator() == OO_Subscript)
    return !endsWith(F->getParent()->getName(), "map");
  return llvm::StringSwitch<bool>(nameOf(F))
      .Cases("data", "c_str", "front", "back", "at", "top", true)
      .Cases("begin", "cbegin", "rbegin", "crbegin", true)
      .Cases("end", "cend", "rend", "crend", true)
      .Cases("find", "lower_bound", "upper_bound", true)
      .Default(false);
}

} // namespace

/// Whether nothing has asked about the container, nor about the key, which is a
/// number that is known, the client's, or something else.
bool Evaluator::mayBeOutside(const Expr *Container, const Expr *Key) const {
  const Values At = held(Key);
  const bool IsNumber =
      Key->getType().getNonReferenceType()->isIntegralOrEnumerationType();
  return !isExamined(valuesOf(Container)) && !isExamined(At) &&
         !(IsNumber && At.must(Kind::Unknown));
}

/// A container gets elements that are, or hold, these.
void Evaluator::putInto(const Expr *Object, const Expr *At,
                        llvm::ArrayRef<const Expr *> Elements) {
  QualType T = Object->getType();
  if (T->isAnyPointerType())
    T = T->getPointeeType();
  Values New;
  const bool MayHold = mayHold(T);
  for (const Expr *Element : Elements)
    if (standardKind(Element->getType()) == StandardKind::Owner)
      New.add(givenAway(held(Element)));
    else if (MayHold && mayHold(Element->getType()))
      New.add(held(Element));
  for (Value V : valuesOf(Object))
    if (V.K == Kind::Address && S.livesOn(V.R) && !New.empty())
      retain(At, New, V.R);
  clobberAll(valuesOf(Object));
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
  if (Name == "at" && Arguments.size() == 1 &&
      mayBeOutside(Object, Arguments[0]))
    throwFrom(E, {"std::out_of_range", "std::logic_error", "std::exception"});
  tellCount(E, Method, Arguments);
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
  putInto(Object, E, Arguments);
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

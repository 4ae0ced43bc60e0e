//===- NullPointers.cpp - pointers that the client may send as null -------===//

#include "bodies/Path.h"
#include "bodies/implementations/Describe.h"
#include "bodies/implementations/Rules.h"

#include <set>

using namespace clang;

namespace rpcgen {
namespace {

/// The pointer that was null when it came, perhaps, and is followed. One that
/// is only [out] comes as null always, and is null if nothing was stored to it.
const Region *untested(const Body &B, const Dereference &D) {
  for (Value V : D.Of)
    if (V.K == Value::Kind::Null && V.R)
      if (const Parameter *P = B.parameterOf(V.R);
          P && (P->Dir.In || D.Of.only() == V))
        return V.R;
  return nullptr;
}

/// Of many objects it is not known which one a test was about: where some way
/// has had one, others may be those without any object.
bool isTestedElsewhere(const Body &B, const Dereference &D, const Region *R) {
  if (llvm::any_of(D.Examined, [R](const Region *Each) {
        return Each->K == Region::Kind::Content && R->isIn(Each);
      }))
    return true;
  return R->isMany() && B.Tested.contains(R) && !D.Of.must(Value::Kind::Null) &&
         llvm::any_of(B.Dereferences, [&](const Dereference &Other) {
           return Other.Pointer == D.Pointer &&
                  Other.Of.must(Value::Kind::Address) && Other.Of != D.Of;
         });
}

/// A null pointer has no elements, which the stub has checked.
bool isCounted(const Type &T) {
  return T.K == Type::Kind::Pointer && T.element().K == Type::Kind::Array &&
         T.element().Size && !T.element().Unchecked;
}

const char *emptyObject(const Type &T) {
  return T.Library == StandardClass::Optional
             ? "a std::optional without a value"
         : T.Library == StandardClass::UniquePointer ? "a null std::unique_ptr"
                                                     : "a null std::shared_ptr";
}

FindingBuilder report(const Body &B, Reporter &R, const Dereference &D,
                      const Region *Pointer) {
  const Type &T = *B.typeOf(Pointer);
  const Parameter &P = *B.parameterOf(Pointer);
  if (!P.Dir.In)
    return R.report(at(D.Pointer), describe(B, Pointer) +
                                       " is null until the implementation "
                                       "sets it");
  if (T.K == Type::Kind::ContextHandle)
    return R.report(at(D.Pointer), describe(B, Pointer) +
                                       " is null if the client sends a handle "
                                       "that this server has not given it");
  if (T.K == Type::Kind::Standard)
    return R
        .report(at(D.Pointer), describe(B, Pointer) + " is " + emptyObject(T) +
                                   " if the client sends null")
        .note(P.Loc, "test it first");
  return R
      .report(at(D.Pointer),
              describe(B, Pointer) + " is [" +
                  (T.Class == PointerClass::Full ? "ptr" : "unique") +
                  "] and may be null: the client decides")
      .note(P.Loc, "test it, or declare the pointer with [[rpc::ref]]");
}

void report(const Body &B, Reporter &R, bool Handles) {
  std::set<std::uint32_t> Reported;
  for (const Dereference &D : B.Dereferences) {
    const Region *Pointer = untested(B, D);
    const Type *T = Pointer ? B.typeOf(Pointer) : nullptr;
    if (!T || isTestedElsewhere(B, D, Pointer))
      continue;
    const Parameter *P = B.parameterOf(Pointer);
    if ((P->Dir.In && isCounted(*T)) ||
        (T->K == Type::Kind::ContextHandle) != Handles ||
        !Reported.insert(at(D.Pointer).Raw).second)
      continue;
    PathNotes(B, at(D.Pointer))
        .taken(D.Taken, waysOfOthers(B, D,
                                     [&](const Dereference &Other) {
                                       return untested(B, Other) != Pointer;
                                     }))
        .addTo(report(B, R, D, Pointer));
  }
}

} // namespace

void bodies::checkUncheckedNull(const Body &B, Reporter &R) {
  report(B, R, false);
}

void bodies::checkCtxNullIn(const Body &B, Reporter &R) { report(B, R, true); }

} // namespace rpcgen

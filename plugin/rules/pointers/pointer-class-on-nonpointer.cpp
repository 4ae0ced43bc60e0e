#include "rules/Rule.h"
#include "rules/pointers/PointerClasses.h"

using namespace rpcgen;

static bool hasPointer(const Type &T) {
  bool Found = false;
  forEachLevel(T, [&](const Type &Level) {
    Found |= Level.isPointerLike() || Level.hasClass() ||
             Level.K == Type::Kind::Untransmissible;
  });
  return Found;
}

static void check(const Site &At, const AttributeList &Attributes,
                  const Type &T, ModelReporter &R) {
  if (hasPointer(T))
    return;
  // A context handle is a pointer to its caller, and as [in] never null.
  bool Handle = At.P && T.K == Type::Kind::ContextHandle;
  for (Attribute::Kind Class : Classes)
    if (const Attribute *A = find(Attributes, Class);
        A && !(Handle && A->K == Attribute::Ref))
      R.report(A->Loc, "[" + nameOf(Class) + "] needs a pointer, and " +
                           describe(At) + " is not one")
          .removeAttribute(*A);
}

DEFINE_RULE(PointerClassOnNonpointer) = {
    "pointer-class-on-nonpointer", Severity::Error,
    "ref, unique or ptr on a declaration that is not a pointer", check};

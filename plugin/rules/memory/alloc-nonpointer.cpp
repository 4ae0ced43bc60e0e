#include "rules/Rule.h"
#include "rules/memory/Allocations.h"

using namespace rpcgen;

/// "[force_allocate]", "[allocate(dont_free)]"
static std::string show(const Attribute &A) {
  return "[" + (A.Words.empty() ? nameOf(A.K) : display(A)) + "]";
}

static void check(const Site &At, const AttributeList &Attributes,
                  const Type &T, ModelReporter &R) {
  bool Handle = innermost(T).K == Type::Kind::ContextHandle;
  if ((T.K == Type::Kind::Pointer && !Handle) ||
      T.K == Type::Kind::Untransmissible)
    return;
  for (Attribute::Kind Kind : {Attribute::Allocate, Attribute::ForceAllocate})
    if (const Attribute *A = find(Attributes, Kind))
      R.report(A->Loc, show(*A) + " needs a pointer, and " + describe(At) +
                           " is " + (Handle ? "a context handle" : "not one"))
          .removeAttribute(*A);
}

DEFINE_RULE(AllocNonpointer) = {
    "alloc-nonpointer", Severity::Error,
    "allocate or force_allocate on a declaration that is not a pointer", check};

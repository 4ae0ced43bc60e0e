#include "resolve/Types.h"
#include "rules/Rule.h"
#include "rules/contexts/Handles.h"

using namespace rpcgen;

/// At the declaration, or at an alias in its type.
static const Attribute *handleAttribute(const Site &At) {
  return findInherited(At.T, At.Attributes, Attribute::ContextHandle);
}

static void check(const Site &At, ModelReporter &R) {
  const Attribute *A = handleAttribute(At);
  if (A && !holdsHandle(At.T))
    R.report(A->Loc, "a context handle is a pointer, and " + describe(At) +
                         " is " + quote(display(At.T)))
        .note(At.Loc, "declare a pointer to what the server keeps");
}

DEFINE_RULE(CtxNotPointer) = {"ctx-not-pointer", Severity::Error,
                              "a context handle that is not a pointer", check};

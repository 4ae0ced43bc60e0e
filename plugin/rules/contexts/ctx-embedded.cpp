#include "rules/Rule.h"
#include "rules/contexts/Handles.h"

using namespace rpcgen;

/// Whether a type is an array of handles of which all elements travel, or
/// pointers to one.
static bool isArrayOfHandles(const Type &T) {
  if (T.K == Type::Kind::Pointer)
    return !T.Reseatable && T.Allocated == Allocation::AsNeeded &&
           isArrayOfHandles(T.element());
  return T.K == Type::Kind::Array && !T.Length && isContextHandle(T.element());
}

static void check(const Site &At, ModelReporter &R) {
  // A pointer to one as a result has a rule of its own.
  bool Returned = At.K == Site::Kind::Result && At.T.K == Type::Kind::Pointer &&
                  isContextHandle(At.T.element());
  bool Several = At.P && isArrayOfHandles(At.T);
  if (Several && At.P->Dir.In && At.P->Dir.Out)
    R.report(At.Loc, describe(At) + " is an array of context handles, which "
                                    "is [in] or [out]")
        .note(At.Loc, "make it two parameters");
  else if (holdsHandle(At.T) && !isHandleAlone(At) && !Several && !Returned &&
           !findPipe(At.T)) // which pipe-element reports
    R.report(At.Loc, describe(At) + " has a context handle in it, which must "
                                    "be a parameter, an array as a "
                                    "parameter, or a result")
        .note(At.Loc, "pass the handle itself, or a pointer to it");
}

DEFINE_RULE(CtxEmbedded) = {
    "ctx-embedded", Severity::Error,
    "a context handle in a structure, a union or a container", check};

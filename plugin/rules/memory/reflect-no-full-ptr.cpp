#include "resolve/Reach.h"
#include "rules/Rule.h"

using namespace rpcgen;

static bool bringsFullPointer(const Model &M, const Operation &O) {
  Reach Brought(M);
  for (const Parameter &P : O.Parameters)
    if (P.Dir.In)
      Brought.add(P.T);
  return Brought.FullPointers;
}

static void check(const Interface &, const Operation &O, ModelReporter &R) {
  const Attribute *A = find(O.Attributes, Attribute::ReflectDeletions);
  if (A && !bringsFullPointer(R.model(), O))
    R.report(A->Loc, "nothing that " + quote(O.Name) +
                         " releases is released on the client, for no [in] "
                         "parameter has a [ptr] pointer")
        .note(O.Loc, "declare the pointers with [[rpc::ptr]]");
}

DEFINE_RULE(ReflectNoFullPtr) = {
    "reflect-no-full-ptr", Severity::Warning,
    "reflect_deletions on an operation without an [in] parameter with [ptr] "
    "pointers",
    check};

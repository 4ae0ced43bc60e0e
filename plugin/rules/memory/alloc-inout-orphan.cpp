#include "rules/Rule.h"
#include "rules/memory/Allocations.h"

using namespace rpcgen;

static void check(const Site &At, const AttributeList &Attributes, const Type &,
                  ModelReporter &R) {
  const Attribute *A = find(Attributes, Attribute::Allocate);
  if (says(A, "all_nodes") && At.P && At.P->Dir.In && At.P->Dir.Out)
    R.report(A->Loc, "nodes of " + describe(At) +
                         " that the server replaces are lost to the client, "
                         "which cannot free them one by one")
        .note(At.Loc, "use allocate(single_node), or separate [in] and [out] "
                      "parameters");
}

DEFINE_RULE(AllocInoutOrphan) = {
    "alloc-inout-orphan", Severity::Warning,
    "allocate(all_nodes) on an [in, out] parameter, whose nodes cannot be "
    "released one by one",
    check};

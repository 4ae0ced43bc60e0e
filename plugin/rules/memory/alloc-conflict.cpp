#include "rules/Rule.h"
#include "rules/memory/Allocations.h"

using namespace rpcgen;

static void check(const Site &, const AttributeList &Attributes, const Type &,
                  ModelReporter &R) {
  const Attribute *A = find(Attributes, Attribute::Allocate);
  const Attribute *Force = find(Attributes, Attribute::ForceAllocate);
  if (says(A, "single_node") && says(A, "all_nodes"))
    R.report(A->Loc, "each node has a block of its own, or all have one: "
                     "single_node and all_nodes exclude each other");
  if (says(A, "free") && says(A, "dont_free"))
    R.report(A->Loc, "the stub frees the memory or does not: free and "
                     "dont_free exclude each other");
  if (says(A, "all_nodes") && says(A, "dont_free"))
    R.report(A->Loc, "the nodes that outlive a call have blocks of their "
                     "own: dont_free goes with single_node");
  if (says(A, "all_nodes") && Force)
    R.report(Force->Loc, "a pointer that is freed by itself has a block of "
                         "its own: force_allocate and all_nodes exclude "
                         "each other")
        .note(A->Loc, "keep one of them");
}

DEFINE_RULE(AllocConflict) = {
    "alloc-conflict", Severity::Error,
    "arguments of allocate that contradict each other", check};

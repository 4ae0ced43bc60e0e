//===- Allocations.cpp - allocate and force_allocate ----------------------===//

#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"

#include <algorithm>
#include <functional>

using namespace rpcgen;

namespace {

/// Calls back with each list of attributes and the type that it speaks of: the
/// declaration's, and those of the aliases at each level of its type.
void forEachList(const Model &M,
                 const std::function<void(const Site &, const AttributeList &,
                                          const Type &)> &Visit) {
  forEachSite(M, [&](const Site &At) {
    Visit(At, At.Attributes, At.T);
    forEachLevel(At.T, [&](const Type &Level) {
      Visit(At, Level.AliasAttributes, Level);
    });
  });
}

bool says(const Attribute *A, const char *Word) {
  return A && std::ranges::count(A->Words, Word);
}

/// "[force_allocate]", "[allocate(dont_free)]"
std::string show(const Attribute &A) {
  return "[" + (A.Words.empty() ? A.Name : display(A)) + "]";
}

void checkNonpointer(const Model &M, Reporter &R) {
  forEachList(M, [&](const Site &At, const AttributeList &Attributes,
                     const Type &T) {
    bool Handle = innermost(T).K == Type::Kind::ContextHandle;
    if ((T.K == Type::Kind::Pointer && !Handle) ||
        T.K == Type::Kind::Untransmissible)
      return;
    for (const char *Name : {"allocate", "force_allocate"})
      if (const Attribute *A = find(Attributes, Name))
        R.report(A->Loc, show(*A) + " needs a pointer, and " + describe(At) +
                             " is " + (Handle ? "a context handle" : "not one"))
            .removeAttribute(*A);
  });
}

void checkConflict(const Model &M, Reporter &R) {
  forEachList(M, [&](const Site &, const AttributeList &Attributes,
                     const Type &) {
    const Attribute *A = find(Attributes, "allocate");
    const Attribute *Force = find(Attributes, "force_allocate");
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
  });
}

void checkOrphans(const Model &M, Reporter &R) {
  forEachList(M, [&](const Site &At, const AttributeList &Attributes,
                     const Type &) {
    const Attribute *A = find(Attributes, "allocate");
    if (says(A, "all_nodes") && At.P && At.P->Dir.In && At.P->Dir.Out)
      R.report(A->Loc, "nodes of " + describe(At) +
                           " that the server replaces are lost to the client, "
                           "which cannot free them one by one")
          .note(At.Loc, "use allocate(single_node), or separate [in] and [out] "
                        "parameters");
  });
}

/// What keeps a client from measuring the results of an operation before it
/// stores them; "" for nothing.
std::string obstacleToOneBlock(const Operation &O) {
  if (hasPipes(O))
    return "pipes";
  return O.FullPointers ? "[ptr] pointers" : "";
}

void checkApart(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    bool Received = At.K == Site::Kind::Result || (At.P && At.P->Dir.Out);
    std::string Obstacle = Received ? obstacleToOneBlock(*At.O) : "";
    bool Together = false;
    forEachLevel(At.T, [&](const Type &Level) {
      Together |= Level.Allocated == Allocation::Together;
    });
    if (Together && !Obstacle.empty())
      R.report(At.Loc, "the nodes of " + describe(At) +
                           " are not one block to the client, which has to "
                           "release each: " +
                           quote(At.O->Name) + " has " + Obstacle)
          .note(At.Loc, "drop allocate(all_nodes)");
  });
}

} // namespace

const Rule rpcgen::AllocNonpointer = {
    "alloc-nonpointer", Severity::Error,
    "allocate or force_allocate on a declaration that is not a pointer",
    checkNonpointer};

const Rule rpcgen::AllocConflict = {
    "alloc-conflict", Severity::Error,
    "arguments of allocate that contradict each other", checkConflict};

const Rule rpcgen::AllocNodesApart = {
    "alloc-nodes-apart", Severity::Warning,
    "allocate(all_nodes) on results of an operation with pipes or [ptr] "
    "pointers",
    checkApart};

const Rule rpcgen::AllocInoutOrphan = {
    "alloc-inout-orphan", Severity::Warning,
    "allocate(all_nodes) on an [in, out] parameter, whose nodes cannot be "
    "released one by one",
    checkOrphans};

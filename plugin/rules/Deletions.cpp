//===- Deletions.cpp - reflect_deletions ----------------------------------===//

#include "resolve/Reach.h"
#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"

using namespace rpcgen;

namespace {

bool bringsFullPointer(const Model &M, const Operation &O) {
  Reach Brought(M);
  for (const Parameter &P : O.Parameters)
    if (P.Dir.In)
      Brought.add(P.T);
  return Brought.FullPointers;
}

void checkFullPointers(const Model &M, Reporter &R) {
  forEachOperation(M, [&](const Interface &, const Operation &O) {
    const Attribute *A = find(O.Attributes, "reflect_deletions");
    if (A && !bringsFullPointer(M, O))
      R.report(A->Loc, "nothing that " + quote(O.Name) +
                           " releases is released on the client, for no [in] "
                           "parameter has a [ptr] pointer")
          .note(O.Loc, "declare the pointers with [[rpc::ptr]]");
  });
}

} // namespace

const Rule rpcgen::ReflectNoFullPtr = {
    "reflect-no-full-ptr", Severity::Warning,
    "reflect_deletions on an operation without an [in] parameter with [ptr] "
    "pointers",
    checkFullPointers};

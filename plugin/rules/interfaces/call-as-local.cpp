#include "rules/Rule.h"

#include <algorithm>

using namespace rpcgen;

static void check(const Interface &I, const Operation &O, ModelReporter &R) {
  const Attribute *A = find(O.Attributes, Attribute::CallAs);
  if (!A)
    return;
  auto Named =
      std::ranges::find(I.Operations, A->Words.front(), &Operation::Name);
  if (Named == I.Operations.end() || !Named->Local || Named->Reserved)
    R.report(A->Loc, quote(A->Words.front()) +
                         " is not a local function of "
                         "interface " +
                         quote(I.Name))
        .note(A->Loc, "declare it with '[[rpc::local]]': programs call it, "
                      "and " +
                          quote(O.Name) + " travels");
}

DEFINE_RULE(CallAsLocal) = {
    "call-as-local", Severity::Error,
    "call_as that names no local function of the interface", check};

#include "model/Reserved.h"
#include "rules/Rule.h"

#include <algorithm>

using namespace rpcgen;

/// The operation at whose end the stubs call a function of the name.
static const Operation *notifying(const Interface &I, const std::string &Name) {
  auto Found = std::ranges::find(
      I.Operations, Name, [](const Operation &O) { return notifyName(O); });
  return Found == I.Operations.end() ? nullptr : &*Found;
}

static void checkNames(const Interface &I, Reporter &R) {
  if (isOthers(I.Namespace))
    R.report(I.Attributes.empty() ? I.Loc : I.Attributes.front().Loc,
             quote(I.Name) + " is a namespace of the library, and no interface")
        .note(I.Loc, "give the interface another name");
  for (const TakenName &Taken : I.TakenNames)
    if (const Operation *Of = notifying(I, Taken.Name))
      R.report(Taken.Loc, quote(Taken.Name) +
                              " is what the stubs call at the end of " +
                              quote(Of->Name) + ", and not an operation")
          .note(Taken.Loc, "write '[[rpc::local]]' before it, or give it "
                           "another name");
    else
      R.report(Taken.Loc, quote(Taken.Name) +
                              " is a name that the stubs declare in this "
                              "namespace")
          .note(Taken.Loc, "give this another name");
}

static void check(const Interface &I, ModelReporter &R) {
  if (!I.Local)
    checkNames(I, R);
}

DEFINE_RULE(ReservedName) = {
    "reserved-name", Severity::Error,
    "a declaration with a name that belongs to the stubs: client, "
    "basic_client, service, functions or wire",
    check};

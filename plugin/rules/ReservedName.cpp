//===- ReservedName.cpp ---------------------------------------------------===//

#include "model/Reserved.h"
#include "rules/Rules.h"
#include "rules/Types.h"

#include <algorithm>
#include <string>

using namespace rpcgen;

namespace {

/// The operation at whose end the stubs call a function of the name.
const Operation *notifying(const Interface &I, const std::string &Name) {
  auto Found = std::ranges::find(I.Operations, Name, notifyName);
  return Found == I.Operations.end() ? nullptr : &*Found;
}

void checkNames(const Interface &I, Reporter &R) {
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

void checkReserved(const Model &M, Reporter &R) {
  for (const Interface &I : M.Interfaces)
    if (!I.Local)
      checkNames(I, R);
}

} // namespace

const Rule rpcgen::ReservedName = {
    "reserved-name", Severity::Error,
    "a declaration with a name that belongs to the stubs: client, "
    "basic_client, service, functions or wire",
    checkReserved};

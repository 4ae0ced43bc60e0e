//===- ReservedName.cpp ---------------------------------------------------===//

#include "rules/Rules.h"
#include "rules/Types.h"

#include <string>

using namespace rpcgen;

namespace {

void checkReserved(const Model &M, Reporter &R) {
  for (const Interface &I : M.Interfaces)
    for (const TakenName &Taken : I.TakenNames)
      if (!I.Local)
        R.report(Taken.Loc, quote(Taken.Name) +
                                " is a name that the stubs declare in this "
                                "namespace")
            .note(Taken.Loc, "give this another name");
}

} // namespace

const Rule rpcgen::ReservedName = {
    "reserved-name", Severity::Error,
    "a declaration with a name that belongs to the stubs: client, "
    "basic_client, service, functions or wire",
    checkReserved};

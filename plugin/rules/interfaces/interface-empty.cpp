#include "resolve/Identity.h"
#include "rules/Rule.h"

#include <algorithm>

using namespace rpcgen;

static void check(const Interface &I, ModelReporter &R) {
  if (!I.Local && writtenUuid(I) && !find(I.Attributes, Attribute::Encode) &&
      !find(I.Attributes, Attribute::Decode) &&
      std::ranges::all_of(I.Operations, &Operation::Local))
    R.report(I.Loc, "interface " + quote(I.Name) + " has no operations")
        .note(I.Loc, "declare functions in its namespace, or write "
                     "'rpc::local' if it has no peers");
}

DEFINE_RULE(InterfaceEmpty) = {"interface-empty", Severity::Warning,
                               "an interface without operations", check};

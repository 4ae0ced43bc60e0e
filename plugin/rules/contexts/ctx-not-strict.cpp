#include "rules/Rule.h"
#include "rules/contexts/Handles.h"

#include <set>

using namespace rpcgen;

static void check(const Interface &I, ModelReporter &R) {
  std::set<std::string> Contexts;
  for (const Operation &O : I.Operations)
    for (const Parameter &P : O.Parameters)
      if (isContextHandle(innermost(P.T)) && !I.Local && !O.Local)
        Contexts.insert(innermost(P.T).Context);
  if (Contexts.size() > 1 &&
      !find(I.Attributes, Attribute::TypeStrictContextHandle))
    R.report(I.Loc, "interface " + quote(I.Name) +
                        " has context handles of several types, and servers "
                        "built by MIDL take one for another")
        .note(I.Loc, "add 'rpc::type_strict_context_handle'");
}

DEFINE_RULE(CtxNotStrict) = {
    "ctx-not-strict", Severity::Off,
    "several types of context handles without strict_context_handle", check};

#include "rules/Rule.h"

#include <set>

using namespace rpcgen;

/// A client that could call it would end a context that is still open.
static void check(const Model &M, ModelReporter &R) {
  std::set<std::string> Rundowns;
  forEachSite(
      M, [&](const Site &At) { Rundowns.insert(innermost(At.T).Rundown); });
  forEachOperation(M, [&](const Interface &I, const Operation &O) {
    if (Rundowns.contains(I.Namespace + "::" + O.Name))
      R.report(O.Loc, quote(O.Name) + " ends contexts, and is an operation "
                                      "that clients can call")
          .note(O.Loc, "make it '[[rpc::local]]', or declare it outside of "
                       "the interface");
  });
}

DEFINE_RULE(CtxRundownRemote) = {"ctx-rundown-remote", Severity::Error,
                                 "a rundown function that is an operation",
                                 check};

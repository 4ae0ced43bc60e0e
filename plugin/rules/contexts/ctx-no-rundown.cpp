#include "rules/Rule.h"
#include "rules/contexts/Handles.h"

#include <set>

using namespace rpcgen;

static void check(const Model &M, ModelReporter &R) {
  std::set<std::uint32_t> Aliases; // each is reported once
  forEachSite(M, [&](const Site &At) {
    const Type &T = innermost(At.T);
    if (!isContextHandle(T) || !T.Rundown.empty())
      return;
    if (const Attribute *A =
            find(T.AliasAttributes, Attribute::ContextHandle)) {
      if (!Aliases.insert(A->Loc.Raw).second)
        return;
      const std::string Alias = display(T);
      std::string Name = A->Words.empty()
                             ? Alias.substr(Alias.rfind(':') + 1) + "_rundown"
                             : A->Words.front();
      R.report(At.Loc, "the context handle of " + describe(At) +
                           " has no rundown function")
          .note(A->Loc,
                "declare '[[rpc::local]] void " + Name + "(" + Alias + ")'");
    } else if (const Attribute *Own =
                   find(At.Attributes, Attribute::ContextHandle);
               Own && !Own->Words.empty()) {
      R.report(Own->Loc, "a rundown function belongs to a type, and " +
                             describe(At) + " has none of its own")
          .note(Own->Loc, "declare an alias with 'rpc::context_handle(" +
                              Own->Words.front() + ")'");
    }
  });
}

DEFINE_RULE(CtxNoRundown) = {"ctx-no-rundown", Severity::Error,
                             "a context handle without a rundown function",
                             check};

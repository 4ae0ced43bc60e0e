#include "rules/Rule.h"
#include "rules/contexts/Handles.h"

#include <map>
#include <set>

using namespace rpcgen;

static void check(const Model &M, ModelReporter &R) {
  std::map<std::string, const Attribute *> Opened;
  std::set<std::string> Closed;
  forEachSite(M, [&](const Site &At) {
    const Type &T = innermost(At.T);
    if (!isContextHandle(T))
      return;
    if (!T.Context.empty())
      Opened[T.Context] = find(T.AliasAttributes, Attribute::ContextHandle);
    if (At.P && isReplaceable(*At.P))
      Closed.insert(T.Context);
  });
  const bool All = Closed.contains(""); // [in, out] void ** takes any handle
  for (const auto &[Context, Alias] : Opened)
    if (Alias && !All && !Closed.contains(Context))
      R.report(Alias->Loc, "a client cannot end a " + quote(Context) +
                               ": no operation has one as [in, out]")
          .note(Alias->Loc, "declare one that takes an [in, out] pointer to "
                            "it, and sets it to null");
}

DEFINE_RULE(CtxNoClose) = {"ctx-no-close", Severity::Warning,
                           "a context handle that no operation can end", check};

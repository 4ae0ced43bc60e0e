#include "rules/Rule.h"
#include "rules/contexts/Handles.h"

#include <algorithm>

using namespace rpcgen;

static void check(const Interface &, const Operation &O, ModelReporter &R) {
  auto Binds = [](const Parameter &P) {
    return P.T.K == Type::Kind::BindingHandle ||
           (P.Dir.In && !P.Dir.Out && isContextHandle(innermost(P.T)));
  };
  auto Only = std::ranges::find_if(O.Parameters, isReplaceable);
  if (Only != O.Parameters.end() && std::ranges::none_of(O.Parameters, Binds))
    R.report(Only->Loc, "if " + quote(Only->Name) +
                            " is null, nothing in the call names a server")
        .note(Only->Loc, "add a parameter 'rpc::handle_t'");
}

DEFINE_RULE(CtxInoutMayBeNull) = {
    "ctx-inout-may-be-null", Severity::Off,
    "an operation whose only binding is a context handle that may be null",
    check};

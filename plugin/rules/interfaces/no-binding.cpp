#include "rules/Rule.h"

#include <algorithm>

using namespace rpcgen;

static void check(const Interface &I, const Operation &O, ModelReporter &R) {
  auto Binds = [](const Parameter &P) {
    return isBindingHandle(P.T) ||
           (P.Dir.In && (innermost(P.T).K == Type::Kind::ContextHandle ||
                         find(P.T.AliasAttributes, Attribute::Handle)));
  };
  if (!find(I.Attributes, Attribute::ImplicitHandle) &&
      std::ranges::none_of(O.Parameters, Binds))
    R.report(O.Loc, "nothing in " + quote(O.Name) +
                        " names the server, "
                        "which compilers of IDL "
                        "ask for")
        .note(O.Loc, "add a parameter 'rpc::handle_t'");
}

DEFINE_RULE(NoBinding) = {
    "no-binding", Severity::Off,
    "an operation that does not name the server that it calls", check};

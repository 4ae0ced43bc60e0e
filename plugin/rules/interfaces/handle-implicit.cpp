#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Interface &I, ModelReporter &R) {
  if (const Attribute *A = find(I.Attributes, Attribute::ImplicitHandle);
      A && I.ImplicitHandle.empty())
    R.report(A->Loc, quote(A->Words.front()) + " is not a variable of type "
                                               "'rpc::handle_t'")
        .note(A->Loc,
              "declare it before the interface, 'extern rpc::handle_t h'");
}

DEFINE_RULE(HandleImplicit) = {
    "handle-implicit", Severity::Error,
    "an implicit handle that is not a variable of type rpc::handle_t", check};

#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Stray &S, ModelReporter &R) {
  if (S.K == Stray::Kind::Nested)
    R.report(S.Loc, quote(S.Name) + " is in a namespace inside interface " +
                        quote(S.Interface) + ", and no operation of it")
        .note(S.Loc, "declare it in " + quote(S.Interface) +
                         " itself, or write '[[rpc::local]]' before it");
}

DEFINE_RULE(OperationNested) = {"operation-nested", Severity::Error,
                                "a function in a namespace inside an interface",
                                check};

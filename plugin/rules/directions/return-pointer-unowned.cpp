#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  if (At.K == Site::Kind::Result && At.T.K == Type::Kind::Pointer)
    R.report(At.Loc, describe(At) + " belongs to the client, which has to "
                                    "release it")
        .note(At.Loc, "document that it ends with 'rpc::free', or return an "
                      "object that owns its memory");
}

DEFINE_RULE(ReturnPointerUnowned) = {
    "return-pointer-unowned", Severity::Off,
    "a returned pointer that does not own its pointee", check};

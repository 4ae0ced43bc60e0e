#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  if (At.K != Site::Kind::Result || !At.T.Const)
    return;
  auto Report = R.report(
      At.T.Loc, describe(At) + " is a copy, and const says nothing of it");
  // That of a pointer is not written before the name of the type.
  if (At.T.K != Type::Kind::Pointer)
    Report.removeConst(At.T.Loc);
}

DEFINE_RULE(ReturnConst) = {"return-const", Severity::Warning,
                            "a returned value that is const", check};

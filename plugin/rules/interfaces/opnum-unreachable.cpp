#include "rules/Rule.h"

using namespace rpcgen;

/// The end of a sentence that begins with the name of the function.
static const char *describe(Unreachable Why) {
  switch (Why) {
  case Unreachable::Variadic:
    break; // a rule of its own
  case Unreachable::Deleted:
    return "is deleted";
  case Unreachable::Inline:
    return "is inline";
  case Unreachable::Consteval:
    return "is consteval";
  case Unreachable::Template:
    return "is a template";
  case Unreachable::Coroutine:
    return "is a coroutine";
  case Unreachable::Operator:
    return "is an operator";
  case Unreachable::Static:
    return "is static";
  }
  return "";
}

static void check(const Interface &, const Operation &O, ModelReporter &R) {
  for (Unreachable Why : O.Obstacles)
    if (Why != Unreachable::Variadic)
      R.report(O.Loc, quote(O.Name) + " " + describe(Why) +
                          " and cannot be called from elsewhere")
          .note(O.Loc, "write '[[rpc::local]]' before it to keep it out of "
                       "the interface");
}

DEFINE_RULE(OpnumUnreachable) = {
    "opnum-unreachable", Severity::Error,
    "an operation that cannot be defined elsewhere", check};

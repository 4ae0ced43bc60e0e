#include "rules/Rule.h"

#include <algorithm>

using namespace rpcgen;

static void check(const Interface &, const Operation &O, ModelReporter &R) {
  if (std::ranges::count(O.Obstacles, Unreachable::Variadic))
    R.report(O.Loc, quote(O.Name) + " takes '...', and nothing says what "
                                    "would travel")
        .note(O.Loc, "pass an array with size_is");
}

DEFINE_RULE(Varargs) = {"varargs", Severity::Error, "an operation with '...'",
                        check};

#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  const Attribute *Length = find(At.Attributes, Attribute::LengthIs);
  const Attribute *Last = find(At.Attributes, Attribute::LastIs);
  if (Length && Last)
    R.report(Last->Loc, describe(At) + " has both length_is and last_is")
        .note(Length->Loc,
              "keep one of them: the length is last_is - first_is + 1");
}

DEFINE_RULE(LengthAndLast) = {"length-and-last", Severity::Error,
                              "length_is and last_is on the same array", check};

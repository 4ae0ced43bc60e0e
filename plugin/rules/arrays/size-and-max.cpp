#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  const Attribute *Size = find(At.Attributes, Attribute::SizeIs);
  const Attribute *Max = find(At.Attributes, Attribute::MaxIs);
  if (Size && Max)
    R.report(Max->Loc, describe(At) + " has both size_is and max_is")
        .note(Size->Loc, "keep one of them: the size is max_is + 1");
}

DEFINE_RULE(SizeAndMax) = {"size-and-max", Severity::Error,
                           "size_is and max_is on the same array", check};

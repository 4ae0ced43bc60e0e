#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Structure &S, ModelReporter &R) {
  if (S.Fields.empty())
    R.report(S.Loc, "struct " + quote(S.Name) +
                        " has no field, and nothing "
                        "of it would travel")
        .note(S.Loc, "give it a field, or leave out what has this type");
}

DEFINE_RULE(StructEmpty) = {"struct-empty", Severity::Error,
                            "a structure without fields in a call", check};

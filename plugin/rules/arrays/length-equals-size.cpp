#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  const Attribute *Size = find(At.Attributes, Attribute::SizeIs);
  const Attribute *Length = find(At.Attributes, Attribute::LengthIs);
  if (Size && Length && Size->Text == Length->Text)
    R.report(Length->Loc, describe(At) + " is always sent whole, and its "
                                         "length is sent in addition to its "
                                         "size")
        .note(Length->Loc, "in a new interface, leave out length_is; the wire "
                           "form is another one without it");
}

DEFINE_RULE(LengthEqualsSize) = {"length-equals-size", Severity::Off,
                                 "length_is that says the same as size_is",
                                 check};

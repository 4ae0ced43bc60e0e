#include "resolve/Unions.h"
#include "rules/Rule.h"
#include "rules/support/Unions.h"

using namespace rpcgen;

static void check(const Union &U, ModelReporter &R) {
  if (isPlain(R.model(), U))
    return;
  if (!U.Tag) {
    R.report(U.Loc, "nothing gives the type of the discriminant of union " +
                        quote(U.Name))
        .note(U.Loc, "write 'union [[rpc::switch_type(std::uint32_t)]] " +
                         U.Name + "'");
  } else if (!canBeTag(*U.Tag)) {
    const Attribute *A = find(U.Attributes, Attribute::SwitchType);
    R.report(A ? A->Loc : U.Loc, "the discriminant of union " + quote(U.Name) +
                                     " has type '" + display(*U.Tag) +
                                     "' and must be an integer of at most 32 " +
                                     "bits, a char, a bool or an enumeration");
  }
}

DEFINE_RULE(UnionTagType) = {
    "union-tag-type", Severity::Error,
    "a union without switch_type, or with one that is not an integer, a char, "
    "a bool or an enumeration",
    check};

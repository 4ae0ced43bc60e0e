#include "rules/Rule.h"
#include "rules/pointers/PointerClasses.h"

using namespace rpcgen;

static void check(const Site &At, const AttributeList &Attributes, const Type &,
                  ModelReporter &R) {
  const Attribute *First = nullptr;
  for (Attribute::Kind Class : Classes) {
    const Attribute *A = find(Attributes, Class);
    if (A && First)
      R.report(A->Loc, describe(At) + " cannot be both [" + nameOf(First->K) +
                           "] and [" + nameOf(Class) + "]")
          .note(First->Loc, "keep one of them");
    First = First ? First : A;
  }
}

DEFINE_RULE(ConflictingPointerClass) = {
    "conflicting-pointer-class", Severity::Error,
    "a pointer with several of ref, unique and ptr", check};

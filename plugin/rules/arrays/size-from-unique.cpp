#include "rules/Rule.h"
#include "rules/support/Expressions.h"
#include "rules/support/NullOperands.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  forEachCount(At, [&](const CountAttribute &A, const Expression &Count) {
    forEachUnaskedNull(At, Count, [&](const Expression &E) {
      R.report(E.Loc, std::string("the ") + A.Gives + " of " + describe(At) +
                          " is " + quoteOperand(E) + ", and " + quote(E.Name) +
                          " may be null; a call with one and without the "
                          "other fails")
          .note(E.Loc, "write " + withNullTest(E) +
                           " if a null pointer is to count as 0");
    });
  });
}

DEFINE_RULE(SizeFromUnique) = {
    "size-from-unique", Severity::Warning,
    "a size that is read through a pointer that may be null", check};

#include "rules/Rule.h"
#include "rules/support/Expressions.h"

using namespace rpcgen;

static void report(const Site &At, const char *What, const Expression &E,
                   Reporter &R) {
  if (E.namesSibling() && isIgnored(At, E))
    R.report(E.Loc, std::string("the ") + What + " of " + describe(At) +
                        " is made of " + quoteOperand(E) + ", and " +
                        quote(E.Name) + " does not travel")
        .note(E.Loc, "name a field that travels");
}

static void checkCount(const Site &At, const CountAttribute &A,
                       const Expression &E, ModelReporter &R) {
  report(At, A.Gives, E, R);
}

static void checkTag(const Site &At, const Union &, const Expression &E,
                     ModelReporter &R) {
  report(At, "discriminant", E, R);
}

DEFINE_RULE(IgnoreOperand) = {
    "ignore-operand", Severity::Error,
    "a size or discriminant computed from a field that does not travel",
    checkCount, checkTag};

#include "model/Calls.h"
#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Interface &I, const Operation &O, ModelReporter &R) {
  const Protection Own = protectionOf(O.Attributes);
  if (Own == Protection::Unstated || Own >= I.LeastProtection)
    return;
  auto Level = [](Protection P) { return quote(std::string(nameOf(P))); };
  R.report(find(O.Attributes, Attribute::Protection)->Loc,
           "the protection " + Level(Own) + " of " + quote(O.Name) +
               " has no effect: interface " + quote(I.Name) + " demands " +
               Level(I.LeastProtection) + " of all its calls")
      .note(find(I.Attributes, Attribute::Protection)->Loc,
            "lower it here, and raise it for the operations that need more");
}

DEFINE_RULE(ProtectionWeaker) = {
    "protection-weaker", Severity::Warning,
    "an operation that states a lower protection than its interface", check};

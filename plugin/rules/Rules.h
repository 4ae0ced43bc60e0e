//===- Rules.h - what makes an interface wrong ----------------------------===//
#ifndef RPCGEN_RULES_RULES_H
#define RPCGEN_RULES_RULES_H

#include "rules/Rule.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rpcgen {

#define RULE(Identifier) extern const Rule Identifier;
#include "rules/List.def"

/// All rules, those over implementations among them, in order of their names.
std::span<const Rule *const> allRules();

/// The rule of that name, or null.
const Rule *findRule(std::string_view Name);

/// The rule that a misspelt name means, if there can be no doubt; else "".
std::string_view meantRule(std::string_view Name);

/// That there is no rule of the name, and which one may be meant.
std::string describeUnknownRule(std::string_view Name);

/// Runs all rules over the model. The findings come in the order of the source.
std::vector<Finding> check(const Model &Resolved);

} // namespace rpcgen

#endif // RPCGEN_RULES_RULES_H

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

/// All that is reported has its name here: rules over declarations and over
/// implementations, and what the stages before and after them find. In order of
/// the names.
std::span<const Rule *const> allRules();

/// The rule of that name, or null.
const Rule *findRule(std::string_view Name);

/// The rule that a misspelt name means, if there can be no doubt; else "".
std::string_view meantRule(std::string_view Name);

/// Why the user cannot choose the level of the rule or suppress it, and which
/// one may be meant; "" if that is possible.
std::string whyNotAdjustable(std::string_view Name);

/// Runs all rules over the model. The findings come in the order of the source.
std::vector<Finding> check(const wire::Forms &Resolved);

} // namespace rpcgen

#endif // RPCGEN_RULES_RULES_H

//===- Settings.h - levels and rules as the user has them -----------------===//
#ifndef RPCGEN_POLICY_SETTINGS_H
#define RPCGEN_POLICY_SETTINGS_H

#include "model/Finding.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace rpcgen {

/// What the user says of a rule by its name. The last word counts.
enum class Choice {
  On, ///< as its own level has it; a warning, if that is off
  Off,
  Error
};

struct Settings {
  std::map<std::string, Choice, std::less<>> Choices;
  bool NoWarnings = false;        ///< -w
  bool WarningsAreErrors = false; ///< -Werror
};

/// Takes one argument, "W<rule>", "Wno-<rule>" or "Werror=<rule>". Returns what
/// is wrong with it, as a sentence; "" if nothing is.
std::string applyArgument(Settings &Into, std::string_view Argument);

/// How the finding, whose level is that of its rule, is reported. In system
/// headers only errors are, as from the compiler itself.
Severity levelOf(const Finding &F, const Settings &Wanted, bool InSystemHeader);

} // namespace rpcgen

#endif // RPCGEN_POLICY_SETTINGS_H

//===- Config.h - the .rpc-check file -------------------------------------===//
#ifndef RPC_CHECK_CONFIG_H
#define RPC_CHECK_CONFIG_H

#include "policy/Settings.h"

#include <optional>
#include <string>

namespace rpc_check {

/// What the file says; nothing for what it leaves out.
struct Config {
  std::optional<std::string> Checks;
  std::optional<std::string> WarningsAsErrors;
  std::optional<std::string> HeaderFilter;
};

/// Reads the text of a file. What is wrong with it goes into `Error`, and
/// nothing is returned.
std::optional<Config> parseConfig(const std::string &Text,
                                  const std::string &Path, std::string &Error);

/// The file .rpc-check in the folder of the source file, or in the nearest
/// folder around it; "" if there is no such file.
std::string findConfig(const std::string &SourceFile);

std::string printConfig(const Config &C);

/// Whether the list of patterns, "a*,-b", ends with the name in it: the last
/// pattern that matches says so. Nothing if none matches.
std::optional<bool> selects(const std::string &Patterns,
                            const std::string &Name);

/// A pattern of the list that no rule matches, or "".
std::string unmatchedPattern(const std::string &Patterns);

/// What the patterns mean for each rule.
rpcgen::Settings settingsOf(const Config &C);

} // namespace rpc_check

#endif // RPC_CHECK_CONFIG_H

//===- Settings.cpp -------------------------------------------------------===//

#include "policy/Settings.h"

#include "rules/Rules.h"

#include <utility>

using namespace rpcgen;

namespace {

constexpr std::pair<std::string_view, Choice> Prefixes[] = {
    {"Werror=", Choice::Error}, {"Wno-", Choice::Off}, {"W", Choice::On}};

Severity chosenLevel(const Finding &F, const Settings &Wanted) {
  auto Chosen = Wanted.Choices.find(F.Rule);
  if (Chosen == Wanted.Choices.end())
    return F.Level;
  switch (Chosen->second) {
  case Choice::On:
    return F.Level == Severity::Off ? Severity::Warning : F.Level;
  case Choice::Error:
    return Severity::Error;
  case Choice::Off:
    break;
  }
  return Severity::Off;
}

} // namespace

std::string rpcgen::applyArgument(Settings &Into, std::string_view Argument) {
  std::string Wrong;
  // "Wno-binding" is of the rule "no-binding": there is no other.
  for (auto [Prefix, Chosen] : Prefixes) {
    if (!Argument.starts_with(Prefix))
      continue;
    std::string_view Name = Argument.substr(Prefix.size());
    const std::string Why = whyNotAdjustable(Name);
    if (Why.empty()) {
      Into.Choices.insert_or_assign(std::string(Name), Chosen);
      return "";
    }
    if (Wrong.empty())
      Wrong = Why;
  }
  return Wrong.empty()
             ? "expected W<rule>, Wno-<rule> or Werror=<rule>, not '" +
                   std::string(Argument) + "'"
             : Wrong;
}

Severity rpcgen::levelOf(const Finding &F, const Settings &Wanted,
                         bool InSystemHeader) {
  if (F.Level != Severity::Error && (Wanted.NoWarnings || InSystemHeader))
    return Severity::Off;
  Severity Level = chosenLevel(F, Wanted);
  return Level == Severity::Warning && Wanted.WarningsAreErrors
             ? Severity::Error
             : Level;
}

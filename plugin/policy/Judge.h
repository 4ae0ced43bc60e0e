//===- Judge.h - what of all findings is reported, and how ----------------===//
#ifndef RPCGEN_POLICY_JUDGE_H
#define RPCGEN_POLICY_JUDGE_H

#include "model/Finding.h"
#include "model/Suppression.h"
#include "policy/Settings.h"
#include "rules/Rules.h"

#include <algorithm>
#include <functional>
#include <span>
#include <vector>

namespace rpcgen {

/// What only the compiler knows of locations.
struct Sources {
  /// Where in the text of a file it lies: outside of macros.
  std::function<Location(Location)> InFile;
  std::function<bool(Location)> InSystemHeader;
};

struct Judgement {
  std::vector<Finding> Reported; ///< each at the level that it is reported at
  /// Errors that the user has silenced. Stubs cannot be made in spite of them.
  std::vector<Finding> Silenced;
  /// Of suppressions that silence nothing, or name no rule: to be reported
  /// when nothing more can be found.
  std::vector<Finding> Idle;

  bool hasErrors() const {
    return std::ranges::any_of(
        Reported, [](const Finding &F) { return F.Level == Severity::Error; });
  }
};

/// Whether a rule has found all that there is at the place of the suppression.
using IsDone = std::function<bool(const Rule &, const Suppression &)>;

/// `Findings` are those of rules that are off as well.
Judgement judge(std::vector<Finding> Findings, const Settings &Wanted,
                std::span<const Suppression> Suppressions, const Sources &Texts,
                const IsDone &Done);

} // namespace rpcgen

#endif // RPCGEN_POLICY_JUDGE_H

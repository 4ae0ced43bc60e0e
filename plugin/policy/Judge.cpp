//===- Judge.cpp ----------------------------------------------------------===//

#include "policy/Judge.h"

#include <utility>

using namespace rpcgen;

namespace {

bool covers(const Suppression &S, const Finding &F, const Sources &Texts) {
  std::uint32_t At = Texts.InFile(F.Loc).Raw;
  return S.Rule == F.Rule && S.Begin.Raw <= At && At <= S.End.Raw;
}

/// Marks every suppression that covers the finding. Whether there is one.
bool suppress(const Finding &F, std::span<const Suppression> Suppressions,
              const Sources &Texts, std::vector<bool> &Used) {
  bool Covered = false;
  for (std::size_t N = 0; N < Suppressions.size(); ++N)
    if (covers(Suppressions[N], F, Texts))
      Covered = Used[N] = true;
  return Covered;
}

/// What is wrong with a suppression that silences nothing; "" if that cannot
/// be known.
std::string describeIdle(const Suppression &S, const IsDone &Done) {
  if (std::string Why = whyNotAdjustable(S.Rule); !Why.empty())
    return Why;
  return Done(*findRule(S.Rule), S) ? "'" + S.Rule + "' finds nothing here"
                                    : "";
}

Finding idle(const Suppression &S, std::string Why) {
  Finding F{std::string(UnusedSuppression.Name),
            UnusedSuppression.Level,
            S.Loc,
            std::move(Why),
            {},
            {}};
  if (std::string_view Meant = findRule(S.Rule) ? "" : meantRule(S.Rule);
      !Meant.empty())
    F.FixIts.push_back({FixIt::Kind::ReplaceRule, S.Loc, std::string(Meant)});
  return F;
}

} // namespace

Judgement rpcgen::judge(std::vector<Finding> Findings, const Settings &Wanted,
                        std::span<const Suppression> Suppressions,
                        const Sources &Texts, const IsDone &Done) {
  Judgement Result;
  std::vector<bool> Used(Suppressions.size());
  auto Report = [&](Finding F, std::vector<Finding> &Into) {
    F.Level = levelOf(F, Wanted, Texts.InSystemHeader(F.Loc));
    if (F.Level != Severity::Off)
      Into.push_back(std::move(F));
    return F.Level != Severity::Off;
  };
  for (Finding &F : Findings) {
    bool Heard =
        !suppress(F, Suppressions, Texts, Used) && Report(F, Result.Reported);
    if (!Heard && F.Level == Severity::Error)
      Result.Silenced.push_back(std::move(F));
  }
  for (std::size_t N = 0; N < Suppressions.size(); ++N)
    if (std::string Why = Used[N] ? "" : describeIdle(Suppressions[N], Done);
        !Why.empty())
      Report(idle(Suppressions[N], std::move(Why)), Result.Idle);
  return Result;
}

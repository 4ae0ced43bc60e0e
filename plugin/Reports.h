//===- Reports.h - what is found in one compilation -----------------------===//
#ifndef RPCGEN_REPORTS_H
#define RPCGEN_REPORTS_H

#include "attr/Comments.h"
#include "model/Finding.h"
#include "model/Problem.h"
#include "policy/Judge.h"
#include "policy/Settings.h"
#include "report/Report.h"

#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace clang {
class CompilerInstance;
class Sema;
} // namespace clang

namespace rpcgen {

/// Judges findings by what the user wants and has suppressed, and passes them
/// on, each of them once.
class Reports {
public:
  Reports(clang::CompilerInstance &CI, const Settings &Given, Sink To);

  /// By the suppressions in this translation unit so far.
  Judgement judge(clang::Sema &S, std::vector<Finding> Findings,
                  const IsDone &Done) const;

  /// What has been judged, but for what was reported before.
  void report(std::vector<Finding> Judged);

  /// The findings, and the suppressions that silence nothing.
  void judgeAndReport(clang::Sema &S, std::vector<Finding> Findings,
                      const IsDone &Done);

  /// As it is.
  void pass(const Finding &F);

  /// At the level that the user wants.
  void problem(Finding F, bool InSystemHeader);

  void error(Location Loc, const Problem &What, std::string Message);

  /// Whether there was an error before any of ours.
  bool compilerFailed() const;

  /// Whether there was one, of the compiler's or of ours.
  bool anyErrors() const;

  bool inSystemHeader(Location Loc) const;

private:
  clang::CompilerInstance &CI;
  const Settings Wanted;
  const Sink To;
  Comments Suppressed;
  bool Failed = false; ///< an error of ours was reported
  std::set<std::tuple<std::string, std::uint32_t, std::string>> Reported;
};

} // namespace rpcgen

#endif // RPCGEN_REPORTS_H

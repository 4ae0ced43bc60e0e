//===- Reports.cpp --------------------------------------------------------===//

#include "Reports.h"
#include "read/Suppressions.h"

#include "clang/Frontend/CompilerInstance.h"
#include "clang/Sema/Sema.h"

using namespace clang;

namespace rpcgen {
namespace {

Settings withFlagsOf(const DiagnosticsEngine &Diagnostics, Settings Given) {
  Given.NoWarnings = Diagnostics.getIgnoreAllWarnings();
  Given.WarningsAreErrors = Diagnostics.getWarningsAsErrors();
  return Given;
}

} // namespace

Reports::Reports(CompilerInstance &CI, const Settings &Given, Sink To)
    : CI(CI), Wanted(withFlagsOf(CI.getDiagnostics(), Given)),
      To(To ? std::move(To) : printer(CI.getDiagnostics())),
      Suppressed(CI.getPreprocessor()) {}

Judgement Reports::judge(Sema &S, std::vector<Finding> Findings,
                         const IsDone &Done) const {
  std::vector<Suppression> Suppressions = readSuppressions(S.Context);
  llvm::append_range(Suppressions, Suppressed.Found);
  return rpcgen::judge(std::move(Findings), Wanted, Suppressions,
                       sourcesOf(CI.getDiagnostics()), Done);
}

void Reports::report(std::vector<Finding> Judged) {
  for (const Finding &F : Judged)
    if (Reported.insert({F.Rule, F.Loc.Raw, F.Message}).second)
      pass(F);
}

void Reports::judgeAndReport(Sema &S, std::vector<Finding> Findings,
                             const IsDone &Done) {
  Judgement Found = judge(S, std::move(Findings), Done);
  report(std::move(Found.Reported));
  report(std::move(Found.Idle));
}

/// The compiler says nothing more after a fatal error.
void Reports::pass(const Finding &F) {
  Failed |= F.Level == Severity::Error;
  if (!CI.getDiagnostics().hasFatalErrorOccurred())
    To(F);
}

void Reports::problem(Finding F, bool InSystemHeader) {
  F.Level = levelOf(F, Wanted, InSystemHeader);
  if (F.Level != Severity::Off)
    pass(F);
}

void Reports::error(Location Loc, const Problem &What, std::string Message) {
  pass({std::string(What.Name),
        Severity::Error,
        Loc,
        std::move(Message),
        {},
        {}});
}

bool Reports::compilerFailed() const {
  return CI.getDiagnostics().hasErrorOccurred() && !Failed;
}

bool Reports::anyErrors() const {
  return CI.getDiagnostics().hasErrorOccurred() || Failed;
}

bool Reports::inSystemHeader(Location Loc) const {
  return sourcesOf(CI.getDiagnostics()).InSystemHeader(Loc);
}

} // namespace rpcgen

//===- Report.cpp ---------------------------------------------------------===//

#include "report/Report.h"

#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/SourceManager.h"

using namespace rpcgen;

namespace {

clang::SourceLocation decode(Location Loc) {
  return clang::SourceLocation::getFromRawEncoding(Loc.Raw);
}

clang::DiagnosticsEngine::Level levelOf(Severity S) {
  return S == Severity::Error    ? clang::DiagnosticsEngine::Error
         : S == Severity::Remark ? clang::DiagnosticsEngine::Remark
                                 : clang::DiagnosticsEngine::Warning;
}

clang::FixItHint hint(const FixIt &Fix) {
  clang::SourceLocation Loc = decode(Fix.Loc);
  if (Fix.K == FixIt::Kind::InsertBefore)
    return clang::FixItHint::CreateInsertion(Loc, Fix.Text);
  return clang::FixItHint::CreateReplacement(clang::SourceRange(Loc), Fix.Text);
}

void print(clang::DiagnosticsEngine &Diagnostics, const Finding &F) {
  unsigned Message = Diagnostics.getCustomDiagID(levelOf(F.Level), "%0 [%1]");
  { // printed at the end of the builder's life, and before the notes
    clang::DiagnosticBuilder Builder =
        Diagnostics.Report(decode(F.Loc), Message);
    Builder << F.Message << F.Rule;
    // What a macro expands to is not text that can be replaced.
    for (const FixIt &Fix : F.FixIts)
      if (!decode(Fix.Loc).isMacroID())
        Builder << hint(Fix);
  }
  unsigned Note =
      Diagnostics.getCustomDiagID(clang::DiagnosticsEngine::Note, "%0");
  for (const rpcgen::Note &N : F.Notes)
    Diagnostics.Report(decode(N.Loc), Note) << N.Message;
}

} // namespace

void rpcgen::report(clang::DiagnosticsEngine &Diagnostics,
                    std::span<const Finding> Findings) {
  for (const Finding &F : Findings)
    print(Diagnostics, F);
}

Sources rpcgen::sourcesOf(const clang::DiagnosticsEngine &Diagnostics) {
  const clang::SourceManager &Texts = Diagnostics.getSourceManager();
  return {
      [&Texts](Location Loc) {
        return Location{Texts.getFileLoc(decode(Loc)).getRawEncoding()};
      },
      [&Texts, Hides = Diagnostics.getSuppressSystemWarnings()](Location Loc) {
        return Hides && Loc && Texts.isInSystemHeader(decode(Loc));
      }};
}

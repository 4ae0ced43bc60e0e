//===- Report.cpp ---------------------------------------------------------===//

#include "report/Report.h"
#include "report/Text.h"

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

/// What is to be replaced; nothing if it is not where it is looked for.
std::optional<Part> replacedPart(FixIt::Kind K, std::string_view Text,
                                 std::size_t At) {
  return K == FixIt::Kind::RemoveConst       ? constBefore(Text, At)
         : K == FixIt::Kind::ReplaceOperator ? operatorAt(Text, At)
         : K == FixIt::Kind::ReplaceRule     ? ruleAt(Text, At)
                                             : attributeAt(Text, At);
}

} // namespace

clang::FixItHint rpcgen::hintOf(const clang::SourceManager &Sources,
                                const FixIt &Fix) {
  clang::SourceLocation Loc = decode(Fix.Loc);
  // What a macro expands to is not text that can be replaced.
  if (Loc.isInvalid() || Loc.isMacroID())
    return {};
  if (Fix.K == FixIt::Kind::InsertBefore)
    return clang::FixItHint::CreateInsertion(Loc, Fix.Text);
  if (Fix.K == FixIt::Kind::ReplaceToken)
    return clang::FixItHint::CreateReplacement(clang::SourceRange(Loc),
                                               Fix.Text);
  auto [File, Offset] = Sources.getDecomposedLoc(Loc);
  std::optional<Part> Old =
      replacedPart(Fix.K, Sources.getBufferData(File), Offset);
  if (!Old)
    return {};
  clang::SourceLocation Start = Sources.getLocForStartOfFile(File);
  return clang::FixItHint::CreateReplacement(
      clang::CharSourceRange::getCharRange(Start.getLocWithOffset(Old->Begin),
                                           Start.getLocWithOffset(Old->End)),
      Fix.Text);
}

namespace {

void print(clang::DiagnosticsEngine &Diagnostics, const Finding &F) {
  unsigned Message = Diagnostics.getCustomDiagID(levelOf(F.Level), "%0 [%1]");
  { // printed at the end of the builder's life, and before the notes
    clang::DiagnosticBuilder Builder =
        Diagnostics.Report(decode(F.Loc), Message);
    Builder << F.Message << F.Rule;
    for (const FixIt &Fix : F.FixIts)
      if (clang::FixItHint Hint = hintOf(Diagnostics.getSourceManager(), Fix);
          !Hint.isNull())
        Builder << Hint;
  }
  unsigned Note =
      Diagnostics.getCustomDiagID(clang::DiagnosticsEngine::Note, "%0");
  for (const rpcgen::Note &N : F.Notes)
    Diagnostics.Report(decode(N.Loc), Note) << N.Message;
}

} // namespace

Sink rpcgen::printer(clang::DiagnosticsEngine &Diagnostics) {
  return [&Diagnostics](const Finding &F) { print(Diagnostics, F); };
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

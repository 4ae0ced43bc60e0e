//===- Collector.cpp ------------------------------------------------------===//

#include "Collector.h"
#include "Entities.h"
#include "report/Report.h"
#include "rules/Rules.h"
#include "rules/support/Identity.h"

#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

#include "llvm/Support/Path.h"

#include <algorithm>

using namespace clang;
using llvm::StringRef;

namespace rpc_check {
namespace {

std::string absolutePath(const SourceManager &Sources, SourceLocation Loc) {
  llvm::SmallString<256> Path(Sources.getFilename(Loc));
  if (Path.empty())
    return "";
  Sources.getFileManager().makeAbsolutePath(Path);
  llvm::sys::path::remove_dots(Path, true);
  return std::string(Path);
}

Place placeOf(const SourceManager &Sources, SourceLocation Written) {
  if (Written.isInvalid())
    return {};
  SourceLocation Loc = Sources.getFileLoc(Written);
  return {absolutePath(Sources, Loc), Sources.getSpellingLineNumber(Loc),
          Sources.getSpellingColumnNumber(Loc)};
}

Place placeOf(const Diagnostic &Info) {
  if (!Info.hasSourceManager())
    return {};
  return placeOf(Info.getSourceManager(), Info.getLocation());
}

Fix fixOf(const SourceManager &Sources, const FixItHint &Hint) {
  CharSourceRange Range = Hint.RemoveRange;
  SourceLocation Begin = Range.getBegin();
  unsigned Offset = Sources.getFileOffset(Begin), Length = 0;
  if (SourceLocation End = Range.getEnd(); End.isValid() && End != Begin)
    Length = Sources.getFileOffset(End) - Offset;
  if (Range.isTokenRange())
    Length += Lexer::MeasureTokenLength(Range.getEnd(), Sources, LangOptions());
  return {absolutePath(Sources, Begin), Offset, Length, Hint.CodeToInsert};
}

SourceLocation decode(rpcgen::Location Loc) {
  return SourceLocation::getFromRawEncoding(Loc.Raw);
}

} // namespace

Level levelOf(rpcgen::Severity S) {
  return S == rpcgen::Severity::Error    ? Level::Error
         : S == rpcgen::Severity::Remark ? Level::Remark
                                         : Level::Warning;
}

void Collector::add(const rpcgen::Finding &F, const SourceManager &Sources) {
  Result R;
  R.At = placeOf(Sources, decode(F.Loc));
  R.Rule = F.Rule;
  R.Message = F.Message;
  R.L = levelOf(F.Level);
  for (const rpcgen::Note &N : F.Notes)
    R.Notes.push_back({placeOf(Sources, decode(N.Loc)), N.Message});
  for (const rpcgen::FixIt &Each : F.FixIts)
    if (FixItHint Hint = rpcgen::hintOf(Sources, Each); !Hint.isNull())
      R.Fixes.push_back(fixOf(Sources, Hint));
  All.push_back({std::move(R), decode(F.Loc)});
}

void Collector::HandleDiagnostic(DiagnosticsEngine::Level Level,
                                 const Diagnostic &Info) {
  DiagnosticConsumer::HandleDiagnostic(Level, Info);
  if (Level < DiagnosticsEngine::Error)
    return;
  llvm::SmallString<256> Message;
  Info.FormatDiagnostic(Message);
  if (Place At = placeOf(Info); !At.File.empty())
    Errors += At.File + ":" + std::to_string(At.Line) + ":" +
              std::to_string(At.Column) + ": ";
  Errors += "error: " + std::string(Message);
  if (Message.str().ends_with(".rpc.h' file not found"))
    Errors += "; the build writes it: build first";
  Errors += "\n";
}

void Collector::nameEntities(const ASTContext &Context) {
  const Entities Names(Context);
  for (Found &F : All)
    F.R.Entity = Names.around(F.Loc);
}

void Collector::count(const rpcgen::Model &Declared,
                      const SourceManager &Sources,
                      const rpcgen::Options::Report &Report) {
  auto PlaceOf = [&](rpcgen::Location Loc) {
    return placeOf(Sources, decode(Loc));
  };
  Counted.add(Declared, PlaceOf);
  // What has errors is described by them.
  if (Errors.empty() && std::ranges::none_of(All, [](const Found &F) {
        return F.R.L == Level::Error;
      }))
    Interfaces =
        outlinesOf(Declared, [&](rpcgen::Location Loc) -> std::optional<Place> {
          if (Sources.isInSystemHeader(decode(Loc)))
            return std::nullopt;
          return PlaceOf(Loc);
        });
  for (const rpcgen::Interface &I : Declared.Interfaces)
    if (auto Name = rpcgen::peerName(I)) {
      const rpcgen::Location Loc = rpcgen::identityOf(I);
      const auto Reported = Report({{std::string(rpcgen::UuidDuplicate.Name),
                                     rpcgen::UuidDuplicate.Level,
                                     Loc,
                                     {},
                                     {},
                                     {}}});
      Known.add(*Name, PlaceOf(Loc), I,
                Reported.empty()
                    ? std::nullopt
                    : std::optional(levelOf(Reported.front().Level)));
    }
}

std::vector<Result> Collector::takeResults() {
  std::vector<Result> Results;
  for (Found &F : All)
    Results.push_back(std::move(F.R));
  return Results;
}

} // namespace rpc_check

//===- Fixes.cpp ----------------------------------------------------------===//

#include "Fixes.h"
#include "Words.h"

#include "clang/Tooling/Core/Replacement.h"
#include "clang/Tooling/DiagnosticsYaml.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"

#include <map>
#include <set>

namespace tooling = clang::tooling;

namespace rpc_check {
namespace {

tooling::Replacement replacement(const Fix &F) {
  return {F.File, F.Offset, F.Length, F.Text};
}

void add(tooling::Replacements &To, const Fix &F) {
  if (llvm::Error Overlaps = To.add(replacement(F)))
    llvm::consumeError(std::move(Overlaps));
}

bool rewrite(const std::string &File, const tooling::Replacements &Changes) {
  auto Old = llvm::MemoryBuffer::getFile(File);
  if (!Old)
    return false;
  auto New = tooling::applyAllReplacements((*Old)->getBuffer(), Changes);
  if (!New) {
    llvm::consumeError(New.takeError());
    return false;
  }
  std::error_code Error;
  llvm::raw_fd_ostream Out(File, Error);
  Out << *New;
  Out.close();
  return !Error && !Out.has_error();
}

} // namespace

std::string applyFixes(const std::vector<Result> &Results) {
  std::map<std::string, tooling::Replacements> Files;
  std::set<Fix> Seen; // rules may agree
  for (const Result &R : Results)
    for (const Fix &F : R.Fixes)
      if (Seen.insert(F).second)
        add(Files[F.File], F);
  std::string Messages;
  std::size_t Applied = 0;
  for (const auto &[File, Changes] : Files)
    if (rewrite(File, Changes))
      Applied += Changes.size();
    else
      Messages += "cannot write " + File + "\n";
  return Messages + "applied " + plural(Applied, "fix", "fixes") + "\n";
}

std::string printFixes(const std::vector<Result> &Results) {
  tooling::TranslationUnitDiagnostics All;
  for (const Result &R : Results) {
    if (!R.isFinding())
      continue;
    tooling::Diagnostic D(R.Rule,
                          R.L == Level::Error ? tooling::Diagnostic::Error
                                              : tooling::Diagnostic::Warning,
                          "");
    D.Message = tooling::DiagnosticMessage(R.Message);
    D.Message.FilePath = R.At.File;
    for (const Fix &F : R.Fixes) {
      D.Message.FileOffset = F.Offset;
      add(D.Message.Fix[F.File], F);
    }
    All.Diagnostics.push_back(std::move(D));
  }
  std::string Text;
  llvm::raw_string_ostream Stream(Text);
  llvm::yaml::Output Out(Stream);
  Out << All;
  return Text;
}

} // namespace rpc_check

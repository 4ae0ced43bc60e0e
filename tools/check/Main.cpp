//===- Main.cpp - rpc-check -----------------------------------------------===//
//
// All rules over all translation units of a compilation database. Ends with 0
// if there is nothing to report, 1 if there is, 2 if it is asked for something
// that makes no sense, and 3 if a file could not be compiled.
//
//===----------------------------------------------------------------------===//

#include "Baseline.h"
#include "Database.h"
#include "Files.h"
#include "Fixes.h"
#include "Idl.h"
#include "Options.h"
#include "Pages.h"
#include "SourceText.h"
#include "Units.h"
#include "Words.h"
#include "formats/Formats.h"
#include "lsp/Server.h"
#include "model/Json.h"
#include "rules/Rules.h"

#include "clang/Tooling/CompilationDatabase.h"

#include "llvm/Support/Process.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/raw_ostream.h"

using namespace rpc_check;

namespace {

enum Status { Clean = 0, Found = 1, NotCompiled = 3 };

int listChecks(const Config &C) {
  const rpcgen::Settings Wanted = settingsOf(C);
  for (const rpcgen::Rule *R : rpcgen::allRules()) {
    auto Chosen = Wanted.Choices.find(R->Name);
    bool On = Chosen == Wanted.Choices.end()
                  ? R->Level != rpcgen::Severity::Off
                  : Chosen->second != rpcgen::Choice::Off;
    if (On && R->isAdjustable())
      llvm::outs() << R->Name << "\n";
  }
  return Clean;
}

int explain(const std::string &Rule) {
  std::string_view Page = findPage(Rule);
  if (Page.empty())
    refuse(rpcgen::whyNotAdjustable(Rule));
  llvm::outs() << Page;
  return Clean;
}

/// Whether the options ask for something else than to check.
std::optional<int> answer(const Options &O) {
  std::string Here =
      O.Files.empty() ? absolutePath("file") : absolutePath(O.Files.front());
  if (!O.Explain.empty())
    return explain(O.Explain);
  if (!O.ListChecks && !O.DumpConfig && !O.VerifyConfig)
    return std::nullopt;
  Config C = configFor(O, Here);
  if (O.ListChecks)
    return listChecks(C);
  if (O.DumpConfig)
    llvm::outs() << printConfig(C);
  return Clean;
}

/// Neighbours take about as long, so that shards get them in turn.
std::vector<std::string> shardOf(const Options &O,
                                 const std::vector<std::string> &Files) {
  std::vector<std::string> Part;
  for (std::size_t I = O.Shard - 1; I < Files.size(); I += O.Shards)
    Part.push_back(Files[I]);
  return Part;
}

std::vector<std::string>
filesOf(const Options &O, const clang::tooling::CompilationDatabase &Commands) {
  std::vector<std::string> Files;
  for (const std::string &File :
       O.Files.empty() ? Commands.getAllFiles() : O.Files)
    Files.push_back(absolutePath(File));
  std::ranges::sort(Files);
  auto Again = std::ranges::unique(Files);
  Files.erase(Again.begin(), Again.end());
  return shardOf(O, Files);
}

void print(const Options &O, const std::vector<std::string> &Files,
           const Checked &Done) {
  SourceText Sources;
  llvm::outs().enable_colors(O.Colours.value_or(llvm::outs().has_colors()));
  O.Printed->Print(llvm::outs(), {Done.Results, Files, absolutePath("."),
                                  Sources, Done.Interfaces});
}

/// What the interfaces were in the revision that they are compared with. The
/// errors of files that did not compile then go to `Errors`.
std::vector<rpcgen::Model>
readRevision(const Options &O,
             const clang::tooling::CompilationDatabase &Commands,
             const std::vector<std::string> &Files, std::string &Errors) {
  if (O.Against.empty() || Files.empty())
    return {};
  if (auto Idl = std::ranges::find_if(Files, isIdl); Idl != Files.end())
    refuse("--against does not read IDL files, as " + *Idl +
           " is; --lock does");
  try {
    const Revision Old(O.Against, Files.front());
    Descriptions Read = describeUnits(Commands, Files, O.More, O.Threads, Old);
    if (!Read.Errors.empty())
      Errors += "as of " + O.Against + ":\n" + Read.Errors;
    std::vector<rpcgen::Model> Models;
    for (const std::string &Text : Read.Texts)
      Models.push_back(rpcgen::fromJson(Text));
    return Models;
  } catch (const std::runtime_error &E) {
    refuse("--against: " + std::string(E.what()));
  }
}

int check(const Options &O) {
  auto Commands = readDatabase(O);
  const std::vector<std::string> Files = filesOf(O, *Commands);
  std::string OldErrors;
  std::vector<rpcgen::Model> Locks =
      readRevision(O, *Commands, Files, OldErrors);
  Locks.insert(Locks.end(), O.Locks.begin(), O.Locks.end());
  std::map<std::string, Config> Configs; // all, before threads begin
  for (const std::string &File : Files)
    Configs[File] = configFor(O, File);

  Cache Kept(O.CacheFolder);
  if (!Kept.isUsable())
    refuse("cannot make the folder of the cache, " + O.CacheFolder);
  bool Shows = !O.Quiet && llvm::sys::Process::StandardErrIsDisplayed();
  Checked Done = checkUnits(
      *Commands, Files, O.More, O.Threads, Kept,
      [&](const std::string &File) {
        return rpcgen::Options{.Folder = "",
                               .Wanted = settingsOf(Configs.at(File)),
                               .Bodies = true,
                               .Remarks = O.Remarks,
                               .Locks = Locks,
                               .To = {},
                               .OnEnd = {}};
      },
      [&](const std::string &File, const Result &R) {
        const std::string Headers =
            Configs.at(File).HeaderFilter.value_or(".*");
        bool IsMain = std::ranges::binary_search(Files, R.At.File);
        return (IsMain || llvm::Regex(Headers).match(R.At.File)) &&
               passes(O.Lines, R.At);
      },
      [&](std::size_t Count) {
        if (Shows)
          llvm::errs() << "\r" << Count << " of " << Files.size() << " files";
      });
  if (Shows)
    llvm::errs() << "\r\033[K";

  std::vector<Result> &All = Done.Results;
  // An interface that was looked for, and one that was read wrongly, is in what
  // is reported.
  if (!O.AllowNone && O.Shards == 1 && Done.Declared.isEmpty() && All.empty() &&
      Done.Errors.empty())
    refuse("no file declares an interface: name one that includes the header, "
           "and write 'namespace [[rpc::interface(\"uuid\", 1, 0)]] name' "
           "around its functions; --allow-none accepts files without one");
  if (!O.BaselineFile.empty()) {
    std::optional<std::string> Text = readFile(O.BaselineFile);
    std::optional<Baseline> Known = Text ? parseBaseline(*Text) : std::nullopt;
    if (!Known)
      refuse("cannot read the baseline " + O.BaselineFile);
    All = withoutKnown(std::move(All), *Known);
    if (O.Files.empty() && O.Lines.empty() && O.Shards == 1 && !O.Quiet)
      llvm::errs() << describeGone(*Known);
  }
  Done.Errors += OldErrors;
  llvm::errs() << Done.Errors;
  const auto Findings =
      static_cast<std::size_t>(std::ranges::count_if(All, &Result::isFinding));
  auto Summarize = [&] {
    if (!O.Quiet)
      llvm::errs() << describe(Done.Declared, Done.Compiled) << ", "
                   << plural(Findings, "finding", "findings") << "\n";
  };
  if (!O.WriteBaseline.empty()) {
    if (!writeFile(O.WriteBaseline, printBaseline(baselineOf(All))))
      refuse("cannot write " + O.WriteBaseline);
    Summarize();
    return Done.Errors.empty() ? Clean : NotCompiled;
  }
  print(O, Files, Done);
  llvm::outs().flush();
  if (!O.ExportFixes.empty() && !writeFile(O.ExportFixes, printFixes(All)))
    refuse("cannot write " + O.ExportFixes);
  if (O.Fix)
    llvm::errs() << applyFixes(All);
  Summarize();
  if (!Done.Errors.empty())
    return NotCompiled;
  return Findings > 0 ? Found : Clean;
}

} // namespace

int main(int Count, const char **Words) {
  const Options O = parseOptions(Count, Words);
  try {
    if (std::optional<int> Answered = answer(O))
      return *Answered;
    return O.Serve ? serve(O) : check(O);
  } catch (const std::runtime_error &E) {
    refuse(E.what());
  }
}

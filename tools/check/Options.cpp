//===- Options.cpp --------------------------------------------------------===//

#include "Options.h"
#include "Files.h"
#include "lock/Lock.h"

#include "clang/Basic/Version.h"

#include "llvm/Support/CommandLine.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/Threading.h"
#include "llvm/Support/raw_ostream.h"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>
#include <string_view>

namespace cl = llvm::cl;

namespace rpc_check {
namespace {

cl::OptionCategory Category("rpc-check options");

using Text = cl::opt<std::string>;
using Texts = cl::list<std::string>;
using Switch = cl::opt<bool>;

#define OPTION(Kind, Name, Word, Help)                                         \
  Kind Name(Word, cl::desc(Help), cl::cat(Category))

OPTION(Text, BuildPath, "p", "Folder of compile_commands.json");
OPTION(Text, Checks, "checks",
       "Patterns of rules, as in '*,-unchecked-null'; the last one that "
       "matches counts, and it adds to those of .rpc-check");
OPTION(Text, AsErrors, "warnings-as-errors",
       "Patterns of the rules that report errors");
OPTION(Text, HeaderFilter, "header-filter",
       "Regular expression for the headers that are reported; all");
OPTION(Text, LineFilterText, "line-filter",
       "Lines that are reported: [{\"name\":\"a.cpp\",\"lines\":[[1,3]]}]");
OPTION(Text, ConfigFile, "config-file", "Instead of the nearest .rpc-check");
OPTION(Texts, ExtraBefore, "extra-arg-before", "Compiler argument in front");
OPTION(Texts, Extra, "extra-arg", "Compiler argument at the end");
OPTION(Switch, FixNow, "fix", "Apply the fixes that are exact");
OPTION(Text, ExportFixes, "export-fixes", "Write fixes into this YAML file");
OPTION(Switch, AllowNone, "allow-none",
       "Nothing is wrong if no file declares an interface");
OPTION(Switch, Quiet, "quiet", "No progress and no summary");
cl::opt<unsigned> Jobs("j", cl::Prefix, cl::desc("Threads; as many as cores"),
                       cl::cat(Category));
OPTION(Text, CacheFolder, "cache",
       "Folder that keeps what is found, for files that have not changed");
OPTION(Text, ShardText, "shard", "Only a part of the files: 1/4, 2/4 ...");
OPTION(Text, FormatName, "format",
       "text, html, json, sarif, github, gitlab, junit or checkstyle");
OPTION(cl::opt<cl::boolOrDefault>, UseColour, "use-color",
       "Colours in text; where it goes to a terminal that has them");
OPTION(Text, BaselineFile, "baseline", "Report only what is not in this file");
OPTION(Text, WriteBaseline, "write-baseline",
       "Write what is found into this file, and end with 0");
OPTION(Switch, Remarks, "remarks",
       "Also say what a server does with the memory of each parameter");
OPTION(Texts, LockFiles, "lock",
       "Descriptions of interfaces that have to stay as they are there");
OPTION(Text, Against, "against",
       "A revision of git, as in main: interfaces have to agree with it");
OPTION(Switch, ListChecks, "list-checks", "List the rules that are on");
OPTION(Text, Explain, "explain", "Print the page of a rule");
OPTION(Switch, DumpConfig, "dump-config", "Print the configuration");
OPTION(Switch, VerifyConfig, "verify-config", "Check the configuration");
Texts Files(cl::Positional,
            cl::desc("[lsp] [files] [-- options of the compiler]"),
            cl::cat(Category));

#undef OPTION

void printVersion(llvm::raw_ostream &Out) {
  Out << "rpc-check " RPCGEN_VERSION " (clang " CLANG_VERSION_STRING ")\n";
}

std::optional<std::string> given(const Text &Option) {
  if (Option.getNumOccurrences() == 0)
    return std::nullopt;
  return Option.getValue();
}

/// "2/4" is the second of four.
void readShard(llvm::StringRef Text, Options &Into) {
  auto [Shard, Shards] = Text.split('/');
  if (Shard.getAsInteger(10, Into.Shard) ||
      Shards.getAsInteger(10, Into.Shards) || Into.Shard < 1 ||
      Into.Shard > Into.Shards)
    refuse("--shard says which part of how many, as in 1/4");
}

void refuseUnmatched(const std::optional<std::string> &Patterns) {
  if (std::string Wrong = Patterns ? unmatchedPattern(*Patterns) : "";
      !Wrong.empty())
    refuse("no rule is called '" + Wrong + "'");
}

} // namespace

void refuse(const std::string &Why) {
  llvm::errs() << "rpc-check: " << Why << "\n";
  std::exit(2);
}

Config configFor(const Options &O, const std::string &File) {
  std::string Path = O.ConfigFile.empty() ? findConfig(File) : O.ConfigFile;
  Config C;
  if (!Path.empty()) {
    std::optional<std::string> Text = readFile(Path);
    if (!Text)
      throw std::runtime_error("cannot read " + Path);
    std::string Error;
    std::optional<Config> Read = parseConfig(*Text, Path, Error);
    if (!Read)
      throw std::runtime_error(Error);
    C = *Read;
  }
  if (O.Given.Checks)
    C.Checks = C.Checks.value_or("") + "," + *O.Given.Checks;
  if (O.Given.WarningsAsErrors)
    C.WarningsAsErrors =
        C.WarningsAsErrors.value_or("") + "," + *O.Given.WarningsAsErrors;
  if (O.Given.HeaderFilter)
    C.HeaderFilter = O.Given.HeaderFilter;
  return C;
}

Options parseOptions(int Count, const char **Words) {
  cl::HideUnrelatedOptions(Category);
  cl::SetVersionPrinter(printVersion);
  const bool Serve = Count > 1 && Words[1] == std::string_view("lsp");
  if (Serve) {
    ++Words;
    --Count;
  }
  // What follows is for the compiler.
  std::optional<std::vector<std::string>> Command;
  const char **End = Words + Count;
  if (const char **Dashes = std::find(Words, End, std::string_view("--"));
      Dashes != End) {
    Command.emplace(Dashes + 1, End);
    Count = static_cast<int>(Dashes - Words);
  }
  std::string Wrong;
  llvm::raw_string_ostream Errors(Wrong);
  if (!cl::ParseCommandLineOptions(
          Count, Words, "rules for remote procedure calls\n", &Errors)) {
    llvm::errs() << Wrong;
    std::exit(2);
  }
  Options O;
  O.BuildPath = BuildPath;
  O.Files = {Files.begin(), Files.end()};
  O.Serve = Serve;
  O.Command = std::move(Command);
  O.Given = {given(Checks), given(AsErrors), given(HeaderFilter)};
  refuseUnmatched(O.Given.Checks);
  refuseUnmatched(O.Given.WarningsAsErrors);
  if (std::string Why;
      O.Given.HeaderFilter && !llvm::Regex(*O.Given.HeaderFilter).isValid(Why))
    refuse("--header-filter: " + Why);
  O.ConfigFile = ConfigFile;
  if (!LineFilterText.empty()) {
    std::optional<LineFilter> Lines = parseLineFilter(LineFilterText);
    if (!Lines)
      refuse("--line-filter is not a list of files with lines");
    O.Lines = *Lines;
  }
  O.More = {{ExtraBefore.begin(), ExtraBefore.end()},
            {Extra.begin(), Extra.end()}};
  O.Printed =
      FormatName.empty() ? allFormats().begin() : findFormat(FormatName);
  if (!O.Printed)
    refuse("there is no format '" + FormatName + "': there are " +
           namesOfFormats());
  if (UseColour != cl::BOU_UNSET)
    O.Colours = UseColour == cl::BOU_TRUE;
  O.BaselineFile = BaselineFile;
  O.WriteBaseline = WriteBaseline;
  for (const std::string &File : LockFiles)
    if (std::string Wrong = rpcgen::readLock(File, O.Locks); !Wrong.empty())
      refuse("--lock: " + Wrong);
  O.Against = Against;
  O.ExportFixes = ExportFixes;
  O.CacheFolder = CacheFolder;
  if (ShardText.getNumOccurrences() > 0)
    readShard(ShardText, O);
  O.Explain = Explain;
  O.Threads = Jobs > 0 ? Jobs.getValue()
                       : llvm::hardware_concurrency().compute_thread_count();
  O.ListChecks = ListChecks;
  O.DumpConfig = DumpConfig;
  O.VerifyConfig = VerifyConfig;
  O.Fix = FixNow;
  O.AllowNone = AllowNone;
  O.Quiet = Quiet;
  O.Remarks = Remarks;
  return O;
}

} // namespace rpc_check

//===- Config.cpp ---------------------------------------------------------===//

#include "Config.h"
#include "rules/Rules.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLTraits.h"
#include "llvm/Support/raw_ostream.h"

using llvm::StringRef;
namespace path = llvm::sys::path;

template <> struct llvm::yaml::MappingTraits<rpc_check::Config> {
  static void mapping(IO &Io, rpc_check::Config &C) {
    Io.mapOptional("Checks", C.Checks);
    Io.mapOptional("WarningsAsErrors", C.WarningsAsErrors);
    Io.mapOptional("HeaderFilterRegex", C.HeaderFilter);
  }
};

namespace rpc_check {
namespace {

/// Calls back with each pattern, and whether it takes away.
template <class Callback> void forEachPattern(StringRef List, Callback Each) {
  llvm::SmallVector<StringRef, 8> Parts;
  List.split(Parts, ',');
  for (StringRef Part : Parts) {
    Part = Part.trim();
    bool Removes = Part.consume_front("-");
    if (!Part.empty())
      Each(Part, Removes);
  }
}

bool matches(StringRef Pattern, StringRef Name) {
  llvm::Expected<llvm::GlobPattern> Glob = llvm::GlobPattern::create(Pattern);
  if (Glob)
    return Glob->match(Name);
  llvm::consumeError(Glob.takeError());
  return false;
}

} // namespace

std::optional<Config> parseConfig(const std::string &Text,
                                  const std::string &Path, std::string &Error) {
  auto Keep = [](const llvm::SMDiagnostic &D, void *Into) {
    llvm::raw_string_ostream Out(*static_cast<std::string *>(Into));
    D.print(nullptr, Out, false);
  };
  Config C;
  llvm::SourceMgr Sources;
  llvm::yaml::Input In(llvm::MemoryBufferRef(Text, Path), nullptr, Keep,
                       &Error);
  In >> C;
  if (In.error())
    return std::nullopt;
  for (const auto &List : {C.Checks, C.WarningsAsErrors})
    if (std::string Pattern = List ? unmatchedPattern(*List) : "";
        !Pattern.empty()) {
      Error = Path + ": no rule is called '" + Pattern + "'\n";
      return std::nullopt;
    }
  return C;
}

std::string findConfig(const std::string &SourceFile) {
  for (StringRef Folder = path::parent_path(SourceFile); !Folder.empty();
       Folder = path::parent_path(Folder)) {
    llvm::SmallString<256> Candidate(Folder);
    path::append(Candidate, ".rpc-check");
    if (llvm::sys::fs::is_regular_file(Candidate))
      return std::string(Candidate);
  }
  return "";
}

std::string printConfig(const Config &C) {
  std::string Text;
  llvm::raw_string_ostream Stream(Text);
  llvm::yaml::Output Out(Stream);
  Config Whole{C.Checks.value_or(""), C.WarningsAsErrors.value_or(""),
               C.HeaderFilter.value_or(".*")};
  Out << Whole;
  return Text;
}

std::optional<bool> selects(const std::string &Patterns,
                            const std::string &Name) {
  std::optional<bool> Selected;
  forEachPattern(Patterns, [&](StringRef Pattern, bool Removes) {
    if (matches(Pattern, Name))
      Selected = !Removes;
  });
  return Selected;
}

std::string unmatchedPattern(const std::string &Patterns) {
  std::string Unmatched;
  forEachPattern(Patterns, [&](StringRef Pattern, bool) {
    bool Matched = llvm::any_of(rpcgen::allRules(), [&](const auto *R) {
      return R->isAdjustable() &&
             matches(Pattern, {R->Name.data(), R->Name.size()});
    });
    if (!Matched)
      Unmatched = Pattern.str();
  });
  return Unmatched;
}

rpcgen::Settings settingsOf(const Config &C) {
  rpcgen::Settings Result;
  for (const rpcgen::Rule *R : rpcgen::allRules()) {
    if (!R->isAdjustable())
      continue;
    std::string Name(R->Name);
    std::optional<bool> Selected = selects(C.Checks.value_or(""), Name);
    if (Selected)
      Result.Choices[Name] =
          *Selected ? rpcgen::Choice::On : rpcgen::Choice::Off;
    bool Runs = Selected.value_or(R->Level != rpcgen::Severity::Off);
    if (Runs && selects(C.WarningsAsErrors.value_or(""), Name).value_or(false))
      Result.Choices[Name] = rpcgen::Choice::Error;
  }
  return Result;
}

} // namespace rpc_check

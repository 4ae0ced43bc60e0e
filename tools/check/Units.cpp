//===- Units.cpp ----------------------------------------------------------===//

#include "Units.h"
#include "Idl.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

namespace rpc_check {
namespace {

/// Calls `Work` with each number below `Count`, on several threads at once.
void onThreads(unsigned Threads, std::size_t Count,
               const std::function<void(std::size_t)> &Work) {
  std::atomic<std::size_t> Next = 0;
  auto Loop = [&] {
    for (std::size_t I; (I = Next++) < Count;)
      Work(I);
  };
  std::vector<std::jthread> Workers;
  for (std::size_t I = 0; I < std::min<std::size_t>(Threads, Count); ++I)
    Workers.emplace_back(Loop);
}

Unit check(const clang::tooling::CompilationDatabase &Commands,
           const std::string &File, const Arguments &More,
           const rpcgen::Options &Given, Cache &Kept) {
  if (isIdl(File))
    return checkIdl(Commands, File, More, Given);
  const std::string Name = Kept.nameOf(Commands, File, More, Given);
  if (std::optional<Unit> Found = Kept.find(Name))
    return std::move(*Found);
  Unit U = checkUnit(Commands, File, More, Given);
  Kept.keep(Name, U);
  return U;
}

} // namespace

Checked checkUnits(
    const clang::tooling::CompilationDatabase &Commands,
    const std::vector<std::string> &Files, const Arguments &More,
    unsigned Threads, Cache &Kept,
    const std::function<rpcgen::Options(const std::string &)> &OptionsOf,
    const std::function<bool(const std::string &, const Result &)> &IsWanted,
    const std::function<void(std::size_t)> &Progress) {
  std::vector<Unit> Units(Files.size());
  std::size_t Done = 0;
  std::mutex Telling;
  onThreads(Threads, Files.size(), [&](std::size_t I) {
    Units[I] = check(Commands, Files[I], More, OptionsOf(Files[I]), Kept);
    std::erase_if(Units[I].Results,
                  [&](const Result &R) { return !IsWanted(Files[I], R); });
    Units[I].Known.restrictTo([&](const Place &Where) {
      Result There;
      There.At = Where;
      return IsWanted(Files[I], There);
    });
    std::lock_guard Lock(Telling);
    Progress(++Done);
  });

  Checked All;
  Peers Known;
  for (Unit &U : Units) {
    std::ranges::move(U.Results, std::back_inserter(All.Results));
    All.Declared.merge(std::move(U.Declared));
    Known.merge(std::move(U.Known));
    All.Interfaces.merge(U.Interfaces);
    All.Compiled += U.Errors.empty();
    All.Errors += U.Errors;
  }
  std::ranges::move(Known.duplicates(All.Results),
                    std::back_inserter(All.Results));
  std::ranges::sort(All.Results);
  auto Again = std::ranges::unique(All.Results);
  All.Results.erase(Again.begin(), Again.end());
  return All;
}

Descriptions describeUnits(const clang::tooling::CompilationDatabase &Commands,
                           const std::vector<std::string> &Files,
                           const Arguments &More, unsigned Threads,
                           const Revision &Of) {
  std::vector<Description> Units(Files.size());
  onThreads(Threads, Files.size(), [&](std::size_t I) {
    if (!Of.lacks(Files[I]))
      Units[I] = describeUnit(Commands, Files[I], More, Of);
  });
  Descriptions All;
  for (Description &D : Units) {
    if (!D.Text.empty())
      All.Texts.insert(std::move(D.Text));
    All.Errors += D.Errors;
  }
  return All;
}

} // namespace rpc_check

//===- Units.cpp ----------------------------------------------------------===//

#include "Units.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

namespace rpc_check {

Checked checkUnits(
    const clang::tooling::CompilationDatabase &Commands,
    const std::vector<std::string> &Files, const Arguments &More,
    unsigned Threads,
    const std::function<rpcgen::Options(const std::string &)> &OptionsOf,
    const std::function<bool(const std::string &, const Result &)> &IsWanted,
    const std::function<void(std::size_t)> &Progress) {
  std::vector<Unit> Units(Files.size());
  std::atomic<std::size_t> Next = 0;
  std::size_t Done = 0;
  std::mutex Telling;
  auto Work = [&] {
    for (std::size_t I; (I = Next++) < Files.size();) {
      Units[I] = checkUnit(Commands, Files[I], More, OptionsOf(Files[I]));
      std::erase_if(Units[I].Results,
                    [&](const Result &R) { return !IsWanted(Files[I], R); });
      Units[I].Known.restrictTo([&](const Place &Where) {
        Result There;
        There.At = Where;
        return IsWanted(Files[I], There);
      });
      std::lock_guard Lock(Telling);
      Progress(++Done);
    }
  };
  {
    std::vector<std::jthread> Workers;
    for (std::size_t I = 0; I < std::min<std::size_t>(Threads, Files.size());
         ++I)
      Workers.emplace_back(Work);
  }

  Checked All;
  Peers Known;
  for (Unit &U : Units) {
    std::ranges::move(U.Results, std::back_inserter(All.Results));
    All.Declared.merge(std::move(U.Declared));
    Known.merge(std::move(U.Known));
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

} // namespace rpc_check

//===- Units.h - all translation units, on all cores ----------------------===//
#ifndef RPC_CHECK_UNITS_H
#define RPC_CHECK_UNITS_H

#include "Cache.h"

#include <functional>
#include <set>

namespace rpc_check {

struct Checked {
  std::vector<Result> Results; ///< each once, in the order of the places
  Census Declared;
  Outlines Interfaces;
  std::size_t Compiled = 0; ///< files
  std::string Errors;       ///< of all files, in their order
};

/// What `Kept` has is not looked for again. `OptionsOf` says what is wanted for
/// a file, `IsWanted` which of its results are, wherever they are declared.
/// `Progress`, on one thread at a time, is called with how many files are done.
Checked checkUnits(
    const clang::tooling::CompilationDatabase &Commands,
    const std::vector<std::string> &Files, const Arguments &More,
    unsigned Threads, Cache &Kept,
    const std::function<rpcgen::Options(const std::string &)> &OptionsOf,
    const std::function<bool(const std::string &, const Result &)> &IsWanted,
    const std::function<void(std::size_t)> &Progress);

struct Descriptions {
  std::set<std::string> Texts; ///< of Description; files of one header agree
  std::string Errors;          ///< of all files, in their order
};

/// What those of the files declared that a revision has.
Descriptions describeUnits(const clang::tooling::CompilationDatabase &Commands,
                           const std::vector<std::string> &Files,
                           const Arguments &More, unsigned Threads,
                           const Revision &Of);

} // namespace rpc_check

#endif // RPC_CHECK_UNITS_H

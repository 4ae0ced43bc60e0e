//===- Unit.h - one translation unit --------------------------------------===//
#ifndef RPC_CHECK_UNIT_H
#define RPC_CHECK_UNIT_H

#include "Census.h"
#include "Consumer.h"
#include "Outline.h"
#include "Peers.h"
#include "Result.h"
#include "Revision.h"

#include "clang/Tooling/CompilationDatabase.h"

#include <map>
#include <string>
#include <vector>

namespace rpc_check {

struct Arguments {
  std::vector<std::string> Before; ///< --extra-arg-before
  std::vector<std::string> After;  ///< --extra-arg
};

/// Of files, by absolute path.
using Texts = std::map<std::string, std::string>;

struct Unit {
  std::vector<Result> Results;
  Census Declared;
  Peers Known;
  Outlines Interfaces;
  std::vector<std::string> Read;   ///< the files, absolute
  std::vector<std::string> Missed; ///< what was looked for in vain, absolute
  std::string Errors; ///< what the compiler says; "" if it accepts the file
};

/// Compiles the file as the database has it, without writing anything, and runs
/// the rules, as `Given` says. May run on several threads at once. `Unsaved`
/// has the text of files that are not, or not yet, so on disk.
Unit checkUnit(const clang::tooling::CompilationDatabase &Commands,
               const std::string &File, const Arguments &More,
               const rpcgen::Options &Given, const Texts &Unsaved = {});

struct Description {
  std::string Text;   ///< of the interfaces, as a lock has them; "" for none
  std::string Errors; ///< as those of Unit
};

/// Likewise, but only reads what the file declared in a revision.
Description describeUnit(const clang::tooling::CompilationDatabase &Commands,
                         const std::string &File, const Arguments &More,
                         const Revision &Of);

} // namespace rpc_check

#endif // RPC_CHECK_UNIT_H

//===- Fixes.h - text that puts results right -----------------------------===//
#ifndef RPC_CHECK_FIXES_H
#define RPC_CHECK_FIXES_H

#include "Result.h"

namespace rpc_check {

/// Changes the files. Where two fixes touch each other the first one wins.
/// Says how many there were, and what could not be written.
std::string applyFixes(const std::vector<Result> &Results);

/// As clang-apply-replacements reads them.
std::string printFixes(const std::vector<Result> &Results);

} // namespace rpc_check

#endif // RPC_CHECK_FIXES_H

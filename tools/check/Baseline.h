//===- Baseline.h - results that are known --------------------------------===//
#ifndef RPC_CHECK_BASELINE_H
#define RPC_CHECK_BASELINE_H

#include "Result.h"

#include <map>
#include <optional>
#include <string>
#include <utility>

namespace rpc_check {

/// How many results of a rule a declaration has. Lines are no part of it, so
/// that it outlives edits elsewhere in the file.
using Baseline = std::map<std::pair<std::string, std::string>, unsigned>;

Baseline baselineOf(const std::vector<Result> &Results);

/// Without as many of each as the baseline has, which keeps what it has more.
std::vector<Result> withoutKnown(std::vector<Result> Results, Baseline &Known);

/// What to do about entries that withoutKnown has left, in lines; "" if there
/// are none.
std::string describeGone(const Baseline &Left);

std::string printBaseline(const Baseline &B);

/// Nothing if the text is not one of printBaseline.
std::optional<Baseline> parseBaseline(const std::string &Text);

} // namespace rpc_check

#endif // RPC_CHECK_BASELINE_H

//===- Filter.h - which results are wanted --------------------------------===//
#ifndef RPC_CHECK_FILTER_H
#define RPC_CHECK_FILTER_H

#include "Result.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rpc_check {

/// --line-filter: by the end of a file's path, ranges of lines; none for all.
using LineFilter = std::vector<
    std::pair<std::string, std::vector<std::pair<unsigned, unsigned>>>>;

/// From [{"name": "a.cpp", "lines": [[1, 3]]}], as clang-tidy has it. Nothing
/// if the text is something else.
std::optional<LineFilter> parseLineFilter(const std::string &Text);

/// Whether the filter, if it has anything, lets the place through.
bool passes(const LineFilter &Filter, const Place &At);

} // namespace rpc_check

#endif // RPC_CHECK_FILTER_H

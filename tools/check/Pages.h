//===- Pages.h - what there is to say of a rule ---------------------------===//
//
// The pages of docs/rules, which are compiled in: see embed.cmake.
//
//===----------------------------------------------------------------------===//
#ifndef RPC_CHECK_PAGES_H
#define RPC_CHECK_PAGES_H

#include <span>
#include <string_view>

namespace rpc_check {

struct Page {
  std::string_view Name; ///< of the rule or problem
  std::string_view Text; ///< Markdown
};

/// In order of their names.
extern const std::span<const Page> AllPages;

/// Empty if there is no page of that name.
std::string_view findPage(std::string_view Name);

} // namespace rpc_check

#endif // RPC_CHECK_PAGES_H

#ifndef RPC_NDR_TYPE_NAME_H
#define RPC_NDR_TYPE_NAME_H

#include <algorithm>
#include <cstddef>
#include <source_location>
#include <string>
#include <string_view>

namespace rpc::ndr {

/// T as the compiler spells it, "pac::logon_info", for the texts of errors.
template <class T>
std::string type_name() {
  // "... type_name() [with T = pac::logon_info; ...]" in g++, "[T = pac::logon_info]" in clang.
  const std::string_view function = std::source_location::current().function_name();
  constexpr std::string_view before = "T = ";
  const std::size_t begin = function.find(before) + before.size();
  const std::size_t end = std::min(function.find(';', begin), function.rfind(']'));
  return std::string(function.substr(begin, end - begin));
}

}  // namespace rpc::ndr

#endif  // RPC_NDR_TYPE_NAME_H

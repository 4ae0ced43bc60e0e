#ifndef RPC_NDR_TEXT_H
#define RPC_NDR_TEXT_H

#include <cstdint>
#include <cstdio>
#include <string>
#include <type_traits>

namespace rpc::ndr {

/// A scalar for people: 42, 'a', u'\u00e9', true, 1.5.
template <class T>
std::string text_of(T value) {
  if constexpr (std::is_same_v<T, bool>) {
    return value ? "true" : "false";
  } else if constexpr (std::is_same_v<T, char> || std::is_same_v<T, char16_t>) {
    const auto code = static_cast<std::uint16_t>(static_cast<std::make_unsigned_t<T>>(value));
    if (code >= 0x20 && code < 0x7F) return {'\'', static_cast<char>(code), '\''};
    char text[8];
    std::snprintf(text, sizeof text, "0x%02X", code);
    return text;
  } else {
    return std::to_string(value);
  }
}

/// A referent id for people: 0x20000, null.
inline std::string text_of_referent(std::uint64_t id) {
  if (id == 0) return "null";
  char text[19];
  std::snprintf(text, sizeof text, "0x%llX", static_cast<unsigned long long>(id));
  return text;
}

}  // namespace rpc::ndr

#endif  // RPC_NDR_TEXT_H

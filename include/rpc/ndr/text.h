#ifndef RPC_NDR_TEXT_H
#define RPC_NDR_TEXT_H

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <span>
#include <string>
#include <type_traits>

namespace rpc::ndr {

/// A code unit in quotes: 'a', '\x07', '\u00e9'.
inline std::string escaped(std::uint16_t code, bool wide) {
  if (code >= 0x20 && code < 0x7F) {
    const char c = static_cast<char>(code);
    return c == '\'' || c == '"' || c == '\\' ? std::string{'\\', c} : std::string{c};
  }
  char text[8];
  std::snprintf(text, sizeof text, wide ? "\\u%04x" : "\\x%02x", code);
  return text;
}

/// A scalar for people: 42, 'a', '\u00e9', true, 1.5.
template <class T>
std::string text_of(T value) {
  if constexpr (std::is_same_v<T, bool>) {
    return value ? "true" : "false";
  } else if constexpr (std::is_same_v<T, char> || std::is_same_v<T, char16_t>) {
    const auto code = static_cast<std::uint16_t>(static_cast<std::make_unsigned_t<T>>(value));
    return '\'' + escaped(code, sizeof(T) == 2) + '\'';
  } else if constexpr (std::is_floating_point_v<T>) {
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, value).ptr};
  } else {
    return std::to_string(value);
  }
}

/// The elements of an array for people: characters as text without the zeros at the end,
/// "caf\u00e9"; of octets their number, "5 bytes".
template <class T>
std::string text_of(std::span<const T> elements) {
  if constexpr (std::is_same_v<T, char> || std::is_same_v<T, char16_t>) {
    while (!elements.empty() && elements.back() == T{})
      elements = elements.first(elements.size() - 1);
    std::string text = "\"";
    for (const T c : elements)
      text += escaped(static_cast<std::make_unsigned_t<T>>(c), sizeof(T) == 2);
    return text += '"';
  } else {
    return std::to_string(elements.size()) + (elements.size() == 1 ? " byte" : " bytes");
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

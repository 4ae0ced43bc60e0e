#ifndef TEST_PROTOCOL_HEX_H
#define TEST_PROTOCOL_HEX_H

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rpc::test {

using bytes = std::vector<std::byte>;

/// The bytes that `text` spells in hexadecimal; everything else in it is for the reader.
/// "|" and blanks may separate, and a "'" begins a comment until the next "'".
inline bytes unhex(std::string_view text) {
  bytes result;
  bool comment = false;
  bool high = true;
  for (const char c : text) {
    if (c == '\'') comment = !comment;
    const std::size_t digit = std::string_view("0123456789abcdef").find(c);
    if (comment || digit == std::string_view::npos) continue;
    if (high) {
      result.push_back(static_cast<std::byte>(digit << 4));
    } else {
      result.back() |= static_cast<std::byte>(digit);
    }
    high = !high;
  }
  return result;
}

inline std::string hex(std::span<const std::byte> data) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const std::byte b : data) {
    if (!text.empty()) text += ' ';
    text += digits[std::to_integer<std::size_t>(b) >> 4];
    text += digits[std::to_integer<std::size_t>(b) & 15];
  }
  return text;
}

/// As `hex` writes it: the form to compare with.
inline std::string tidy(std::string_view text) { return hex(unhex(text)); }

template <class... Parts>
bytes join(const Parts&... parts) {
  bytes all;
  (all.insert(all.end(), parts.begin(), parts.end()), ...);
  return all;
}

/// `size` bytes that count up.
inline bytes counting(std::size_t size) {
  bytes result(size);
  for (std::size_t i = 0; i < size; ++i) result[i] = static_cast<std::byte>(i * 7 + i / 256);
  return result;
}

}  // namespace rpc::test

#endif  // TEST_PROTOCOL_HEX_H

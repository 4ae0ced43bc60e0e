#ifndef TEST_E2E_HEX_H
#define TEST_E2E_HEX_H

#include <rpc/buffer.h>

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

/// The bytes that a hex text stands for.
inline rpc::buffer from_hex(std::string_view text) {
  rpc::buffer bytes(text.size() / 2);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::uint8_t value = 0;
    std::from_chars(text.data() + 2 * i, text.data() + 2 * i + 2, value, 16);
    bytes.data()[i] = std::byte{value};
  }
  return bytes;
}

inline std::string to_hex(const rpc::buffer& bytes) {
  constexpr char digits[] = "0123456789abcdef";
  std::string text;
  for (std::byte b : bytes.bytes()) {
    text += digits[std::to_integer<unsigned>(b) >> 4];
    text += digits[std::to_integer<unsigned>(b) & 15];
  }
  return text;
}

#endif

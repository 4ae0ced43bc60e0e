//===- Hex.cpp ------------------------------------------------------------===//
#include "Hex.h"

#include <optional>
#include <stdexcept>

using namespace dump;

namespace {

std::optional<unsigned> digit(char C) {
  if (C >= '0' && C <= '9')
    return C - '0';
  if (C >= 'a' && C <= 'f')
    return C - 'a' + 10;
  if (C >= 'A' && C <= 'F')
    return C - 'A' + 10;
  return std::nullopt;
}

bool isBlank(char C) { return C == ' ' || C == '\t' || C == '\r' || C == '\n'; }

} // namespace

std::string dump::toHex(std::span<const std::byte> Bytes,
                        std::string_view Separator) {
  constexpr std::string_view Digits = "0123456789abcdef";
  std::string Text;
  for (std::byte Byte : Bytes) {
    if (!Text.empty())
      Text += Separator;
    Text += Digits[std::to_integer<unsigned>(Byte) >> 4];
    Text += Digits[std::to_integer<unsigned>(Byte) & 15];
  }
  return Text;
}

std::vector<std::byte> dump::fromHex(std::string_view Text) {
  std::vector<std::byte> Bytes;
  std::size_t Line = 1;
  for (std::size_t I = 0; I != Text.size(); ++I) {
    if (Text[I] == '\n')
      ++Line;
    if (isBlank(Text[I]))
      continue;
    if (Text[I] == '#') {
      while (I + 1 != Text.size() && Text[I + 1] != '\n')
        ++I;
      continue;
    }
    const auto High = digit(Text[I]);
    const auto Low = I + 1 == Text.size() ? std::nullopt : digit(Text[I + 1]);
    if (!High || !Low)
      throw std::runtime_error("line " + std::to_string(Line) +
                               " is not hexadecimal");
    Bytes.push_back(static_cast<std::byte>(*High << 4 | *Low));
    ++I;
  }
  return Bytes;
}

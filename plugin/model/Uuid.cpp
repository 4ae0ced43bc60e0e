//===- Uuid.cpp -----------------------------------------------------------===//

#include "model/Uuid.h"

#include <charconv>

using namespace rpcgen;

namespace {

/// Whether a hyphen comes before the digits at this place.
bool followsHyphen(std::size_t At) {
  return At == 8 || At == 13 || At == 18 || At == 23;
}

} // namespace

std::optional<UuidBytes> rpcgen::parseUuid(std::string_view Text) {
  if (Text.size() != 36)
    return std::nullopt;
  UuidBytes Id{};
  std::size_t At = 0;
  for (std::uint8_t &Byte : Id) {
    if (followsHyphen(At) && Text[At++] != '-')
      return std::nullopt;
    const char *First = Text.data() + At, *Last = First + 2;
    auto [End, Error] = std::from_chars(First, Last, Byte, 16);
    if (Error != std::errc() || End != Last)
      return std::nullopt;
    At += 2;
  }
  return Id;
}

std::string rpcgen::formatUuid(const UuidBytes &Id) {
  constexpr const char *Digits = "0123456789abcdef";
  std::string Text;
  for (std::uint8_t Byte : Id) {
    if (followsHyphen(Text.size()))
      Text += '-';
    Text += Digits[Byte >> 4];
    Text += Digits[Byte & 15];
  }
  return Text;
}

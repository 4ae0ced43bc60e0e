//===- Identity.cpp -------------------------------------------------------===//

#include "resolve/Identity.h"

#include <charconv>

using namespace rpcgen;

namespace {

template <class Integer>
std::optional<Integer> parse(std::string_view Text, int Base) {
  Integer Value = 0;
  auto [End, Error] =
      std::from_chars(Text.data(), Text.data() + Text.size(), Value, Base);
  if (Error != std::errc() || End != Text.data() + Text.size())
    return std::nullopt;
  return Value;
}

} // namespace

std::optional<std::string> rpcgen::writtenUuid(const Interface &I) {
  for (const char *Name : {"uuid", "interface"})
    if (const Attribute *A = find(I.Attributes, Name))
      if (!A->Words.empty())
        return A->Words.front();
  return std::nullopt;
}

std::vector<std::string> rpcgen::writtenVersion(const Interface &I) {
  if (const Attribute *A = find(I.Attributes, "version"))
    return A->Words;
  const Attribute *A = find(I.Attributes, "interface");
  if (!A || A->Words.empty())
    return {};
  return {A->Words.begin() + 1, A->Words.end()};
}

std::optional<std::array<std::uint8_t, 16>>
rpcgen::parseUuid(std::string_view Text) {
  if (Text.size() != 36)
    return std::nullopt;
  std::array<std::uint8_t, 16> Bytes{};
  std::size_t At = 0;
  for (std::uint8_t &Byte : Bytes) {
    if (At == 8 || At == 13 || At == 18 || At == 23)
      if (Text[At++] != '-')
        return std::nullopt;
    std::optional<std::uint8_t> Value =
        parse<std::uint8_t>(Text.substr(At, 2), 16);
    if (!Value)
      return std::nullopt;
    Byte = *Value;
    At += 2;
  }
  return Bytes;
}

std::optional<std::pair<std::uint16_t, std::uint16_t>>
rpcgen::parseVersion(const std::vector<std::string> &Words) {
  if (Words.empty())
    return std::pair<std::uint16_t, std::uint16_t>{0, 0};
  std::string_view Major = Words[0], Minor = "0";
  if (Words.size() > 1) {
    Minor = Words[1];
  } else if (std::size_t Dot = Major.find('.'); Dot != Major.npos) {
    Minor = Major.substr(Dot + 1);
    Major = Major.substr(0, Dot);
  }
  auto First = parse<std::uint16_t>(Major, 10);
  auto Second = parse<std::uint16_t>(Minor, 10);
  if (!First || !Second || Words.size() > 2)
    return std::nullopt;
  return std::pair{*First, *Second};
}

//===- Identity.cpp -------------------------------------------------------===//

#include "resolve/Identity.h"

#include <charconv>
#include <string_view>

using namespace rpcgen;

namespace {

std::optional<std::uint16_t> parse(std::string_view Text) {
  std::uint16_t Value = 0;
  auto [End, Error] =
      std::from_chars(Text.data(), Text.data() + Text.size(), Value);
  if (Error != std::errc() || End != Text.data() + Text.size())
    return std::nullopt;
  return Value;
}

} // namespace

std::optional<std::string> rpcgen::writtenUuid(const Interface &I) {
  for (Attribute::Kind Kind : {Attribute::Uuid, Attribute::Interface})
    if (const Attribute *A = find(I.Attributes, Kind))
      if (!A->Words.empty())
        return A->Words.front();
  return std::nullopt;
}

std::vector<std::string> rpcgen::writtenVersion(const Interface &I) {
  if (const Attribute *A = find(I.Attributes, Attribute::Version))
    return A->Words;
  const Attribute *A = find(I.Attributes, Attribute::Interface);
  if (!A || A->Words.empty())
    return {};
  return {A->Words.begin() + 1, A->Words.end()};
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
  auto First = parse(Major);
  auto Second = parse(Minor);
  if (!First || !Second || Words.size() > 2)
    return std::nullopt;
  return std::pair{*First, *Second};
}

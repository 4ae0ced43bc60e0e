//===- Text.h - texts of strings, uuids and times -------------------------===//
#ifndef RPCGEN_TOOLS_DYNAMIC_JSON_TEXT_H
#define RPCGEN_TOOLS_DYNAMIC_JSON_TEXT_H

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dynamic {

/// The code units of UTF-16; nothing if it is not UTF-8.
std::optional<std::vector<std::uint16_t>> toUtf16(std::string_view Utf8);
/// Nothing if a surrogate is alone.
std::optional<std::string> toUtf8(std::span<const std::uint16_t> Utf16);

std::string toHex(std::span<const std::byte> Bytes);
std::optional<std::vector<std::byte>> fromHex(std::string_view Digits);

/// 100 nanoseconds since 1601, in UTC: "2026-11-29T12:00:00.0000001Z". Nothing
/// outside of the years 1601 to 9999, nor of 0.
std::optional<std::string> timeText(std::uint64_t FileTime);
std::optional<std::uint64_t> fileTimeOf(std::string_view Text);

} // namespace dynamic

#endif // RPCGEN_TOOLS_DYNAMIC_JSON_TEXT_H

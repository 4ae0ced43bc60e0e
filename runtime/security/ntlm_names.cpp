#include "ntlm_names.h"

#include <rpc/error.h>

#include <nettle/md4.h>

#include <array>
#include <cstdint>

namespace rpc::security {

std::optional<std::u16string> utf16(std::string_view text) {
  std::u16string made;
  for (std::size_t at = 0; at < text.size();) {
    const auto first = static_cast<unsigned char>(text[at++]);
    const int more = first < 0x80       ? 0
                     : first >> 5 == 6  ? 1
                     : first >> 4 == 14 ? 2
                     : first >> 3 == 30 ? 3
                                        : -1;
    if (more < 0 || text.size() - at < static_cast<std::size_t>(more)) return std::nullopt;
    std::uint32_t code = more == 0 ? first : first & (0x3fU >> more);
    for (int i = 0; i < more; ++i) {
      const auto next = static_cast<unsigned char>(text[at++]);
      if (next >> 6 != 2) return std::nullopt;
      code = code << 6 | (next & 0x3fU);
    }
    if (code >= 0x10000) {
      code -= 0x10000;
      made.push_back(static_cast<char16_t>(0xd800 + (code >> 10 & 0x3ff)));
      code = 0xdc00 + (code & 0x3ff);
    }
    made.push_back(static_cast<char16_t>(code));
  }
  return made;
}

std::optional<std::string> utf8(std::u16string_view text) {
  std::string made;
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::uint32_t code = text[at];
    if (code >= 0xd800 && code < 0xe000) {
      if (code >= 0xdc00 || at + 1 == text.size() || text[at + 1] >> 10 != 0x37)
        return std::nullopt;
      code = 0x10000 + ((code & 0x3ff) << 10) + (text[++at] & 0x3ffU);
    }
    const int more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    constexpr std::array<std::uint32_t, 4> marks = {0, 0xc0, 0xe0, 0xf0};
    made.push_back(static_cast<char>(marks[static_cast<std::size_t>(more)] | code >> (6 * more)));
    for (int i = more - 1; i >= 0; --i)
      made.push_back(static_cast<char>(0x80 | (code >> (6 * i) & 0x3f)));
  }
  return made;
}

std::u16string upper(std::u16string text) {
  for (char16_t& each : text) {
    const bool latin = each >= 0xe0 && each <= 0xfe && each != 0xf7;
    const bool greek_or_cyrillic =
        (each >= 0x3b1 && each <= 0x3c9 && each != 0x3c2) || (each >= 0x430 && each <= 0x44f);
    if ((each >= u'a' && each <= u'z') || latin || greek_or_cyrillic)
      each = static_cast<char16_t>(each - 0x20);
    else if (each >= 0x450 && each <= 0x45f)
      each = static_cast<char16_t>(each - 0x50);
  }
  return text;
}

secret nt_hash(std::string_view password) {
  auto text = utf16(password);
  if (!text) throw error(status::access_denied, "a password that is not in UTF-8");
  md4_ctx hash;
  md4_init(&hash);
  for (const char16_t each : *text) {
    const std::uint8_t octets[] = {static_cast<std::uint8_t>(each),
                                   static_cast<std::uint8_t>(each >> 8)};
    md4_update(&hash, sizeof octets, octets);
  }
  std::array<std::uint8_t, MD4_DIGEST_SIZE> made;
  md4_digest(&hash, made.size(), made.data());
  const secret result(std::as_bytes(std::span(made)));
  secret::wipe(std::as_writable_bytes(std::span(made)));
  secret::wipe(std::as_writable_bytes(std::span(*text)));
  secret::wipe(std::as_writable_bytes(std::span(&hash, 1)));
  return result;
}

}  // namespace rpc::security

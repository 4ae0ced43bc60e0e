#ifndef RPC_UUID_H
#define RPC_UUID_H

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace rpc {

/// A universally unique identifier (C706 appendix A), kept in the order of its text form.
struct uuid {
  std::array<std::uint8_t, 16> bytes{};

  constexpr uuid() = default;

  /// From "60a15ec5-4de8-11d7-a637-005056a20182", either case of letters, no braces.
  /// Anything else throws std::invalid_argument, which in a constant expression is a
  /// compile-time error.
  constexpr explicit uuid(std::string_view text) {
    constexpr std::string_view shape = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    if (text.size() != shape.size()) throw std::invalid_argument("a uuid has the form 8-4-4-4-12");
    std::size_t digits = 0;
    for (std::size_t i = 0; i < shape.size(); ++i) {
      if (shape[i] == '-') {
        if (text[i] != '-') throw std::invalid_argument("a uuid has the form 8-4-4-4-12");
        continue;
      }
      std::uint8_t& byte = bytes[digits++ / 2];
      byte = static_cast<std::uint8_t>(byte << 4 | digit(text[i]));
    }
  }

  /// From the 16 bytes of the wire form, whose first three parts (4, 2 and 2 bytes) are
  /// in the sender's byte order (C706 appendix A.1).
  static constexpr uuid from_wire(const std::array<std::uint8_t, 16>& wire, bool little_endian) {
    uuid id;
    id.bytes = little_endian ? swap_integers(wire) : wire;
    return id;
  }

  /// The little-endian wire form.
  [[nodiscard]] constexpr std::array<std::uint8_t, 16> to_wire() const {
    return swap_integers(bytes);
  }

  /// Lower-case text form.
  [[nodiscard]] std::string text() const;

  friend constexpr auto operator<=>(const uuid&, const uuid&) = default;

 private:
  static constexpr std::uint8_t digit(char c) {
    if (c >= '0' && c <= '9') return static_cast<std::uint8_t>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<std::uint8_t>(c - 'a' + 10);
    if (c >= 'A' && c <= 'F') return static_cast<std::uint8_t>(c - 'A' + 10);
    throw std::invalid_argument("a uuid has hexadecimal digits");
  }

  static constexpr std::array<std::uint8_t, 16> swap_integers(std::array<std::uint8_t, 16> b) {
    return {b[3], b[2], b[1],  b[0],  b[5],  b[4],  b[7],  b[6],
            b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]};
  }
};

/// An interface or a transfer syntax with its version: p_syntax_id_t (C706 12.6.3.1).
struct syntax_id {
  uuid id;
  std::uint16_t major = 0;
  std::uint16_t minor = 0;

  friend constexpr auto operator<=>(const syntax_id&, const syntax_id&) = default;
};

/// Transfer syntax NDR, version 2.0 (C706 14).
inline constexpr syntax_id ndr20_syntax{uuid{"8a885d04-1ceb-11c9-9fe8-08002b104860"}, 2, 0};
/// Transfer syntax NDR64, version 1.0 (MS-RPCE 2.2.5).
inline constexpr syntax_id ndr64_syntax{uuid{"71710533-beba-4937-8319-b5dbef9ccc36"}, 1, 0};

/// An interface and the transfer syntaxes that its clients offer and its servers accept: NDR 2.0,
/// and NDR64 unless one of its operations has none there ([byte_count]).
struct offered_interface {
  // NOLINTNEXTLINE(google-explicit-constructor): most interfaces are no more than their identity
  constexpr offered_interface(const syntax_id& interface, bool in_ndr64 = true)
      : id(interface), ndr64(in_ndr64) {}

  syntax_id id;
  bool ndr64;
};

}  // namespace rpc

#endif  // RPC_UUID_H

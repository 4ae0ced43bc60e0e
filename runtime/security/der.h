#ifndef RUNTIME_SECURITY_DER_H
#define RUNTIME_SECURITY_DER_H

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <vector>

/// As much of DER (X.690) as SPNEGO needs.
namespace rpc::security::der {

using bytes = std::vector<std::byte>;
using view = std::span<const std::byte>;

namespace tag {
inline constexpr std::uint8_t octet_string = 0x04;
inline constexpr std::uint8_t oid = 0x06;
inline constexpr std::uint8_t enumerated = 0x0a;
inline constexpr std::uint8_t sequence = 0x30;
inline constexpr std::uint8_t application0 = 0x60;
constexpr std::uint8_t context(std::uint8_t number) {
  return static_cast<std::uint8_t>(0xa0 | number);
}
}  // namespace tag

/// One value, with its tag and its length.
struct element {
  std::uint8_t tag;
  view content;
};

/// Takes the first value off `from`; nothing if it does not fit.
std::optional<element> take(view& from);
/// The same if it has that tag; otherwise nothing is taken.
std::optional<view> take(view& from, std::uint8_t wanted);

/// A value that consists of `parts`.
bytes make(std::uint8_t tag, std::initializer_list<view> parts);

}  // namespace rpc::security::der

#endif  // RUNTIME_SECURITY_DER_H

#ifndef RUNTIME_SECURITY_NTLM_MESSAGES_H
#define RUNTIME_SECURITY_NTLM_MESSAGES_H

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// The messages of NTLM (MS-NLMP 2.2.1), as bytes.
namespace rpc::security::ntlm_message {

using view = std::span<const std::byte>;

// NTLMSSP_NEGOTIATE_* (MS-NLMP 2.2.2.5).
namespace flag {
inline constexpr std::uint32_t unicode = 0x00000001;
inline constexpr std::uint32_t request_target = 0x00000004;
inline constexpr std::uint32_t sign = 0x00000010;
inline constexpr std::uint32_t seal = 0x00000020;
inline constexpr std::uint32_t ntlm = 0x00000200;
inline constexpr std::uint32_t anonymous = 0x00000800;
inline constexpr std::uint32_t always_sign = 0x00008000;
inline constexpr std::uint32_t target_is_server = 0x00020000;
inline constexpr std::uint32_t extended_session_security = 0x00080000;
inline constexpr std::uint32_t target_info = 0x00800000;
inline constexpr std::uint32_t version = 0x02000000;
inline constexpr std::uint32_t keys_of_128_bits = 0x20000000;
inline constexpr std::uint32_t key_exchange = 0x40000000;
inline constexpr std::uint32_t keys_of_56_bits = 0x80000000;
}  // namespace flag

// NEGOTIATE_MESSAGE, CHALLENGE_MESSAGE, AUTHENTICATE_MESSAGE.
enum class type : std::uint8_t { negotiate = 1, challenge = 2, authenticate = 3 };

// Where their fields are.
namespace at {
inline constexpr std::size_t negotiate_flags = 12;
inline constexpr std::size_t challenge_flags = 20;
inline constexpr std::size_t lm_response = 12;
inline constexpr std::size_t nt_response = 20;
inline constexpr std::size_t domain = 28;
inline constexpr std::size_t user = 36;
inline constexpr std::size_t session_key = 52;
inline constexpr std::size_t authenticate_flags = 60;
inline constexpr std::size_t mic = 72;
}  // namespace at

/// VERSION (MS-NLMP 2.2.2.10): 6.2, of NTLM 15.
inline constexpr std::uint64_t our_version = 0x0f00000000000206;

/// The little-endian number there, as far as it is within the message.
std::uint32_t number(view from, std::size_t at, std::size_t size);
/// What the length and the offset there refer to; nothing if it is not within the message.
std::optional<view> field(view message, std::size_t at);
std::optional<std::u16string> text_field(view message, std::size_t at);
/// Whether it is such a message, of at least so many bytes.
bool is(view token, type wanted, std::size_t least);

void put(std::string& to, std::uint64_t value, std::size_t size);
void put(std::string& to, const std::u16string& text);
/// Signature and type.
std::string begin(type of);
/// The length of a field, twice, and its offset.
void put_field(std::string& to, std::size_t length, std::size_t offset);

}  // namespace rpc::security::ntlm_message

#endif  // RUNTIME_SECURITY_NTLM_MESSAGES_H

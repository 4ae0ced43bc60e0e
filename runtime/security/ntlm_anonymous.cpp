#include "ntlm_anonymous.h"

#include "ntlm_messages.h"

#include <nettle/arcfour.h>
#include <sys/random.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace rpc::security {
namespace {

using namespace ntlm_message;

constexpr std::uint32_t always = flag::unicode | flag::request_target | flag::ntlm |
                                 flag::always_sign | flag::extended_session_security |
                                 flag::version | flag::keys_of_128_bits | flag::key_exchange |
                                 flag::keys_of_56_bits;

class anonymous_legs final : public legs {
 public:
  explicit anonymous_legs(bool protects)
      : asked_(protects ? always | flag::sign | flag::seal : always) {}

  context::progress step(std::span<const std::byte> token, buffer& reply) override {
    return std::exchange(begun_, true) ? authenticate(token, reply) : negotiate(reply);
  }
  [[nodiscard]] const std::string& failure() const noexcept override { return failure_; }
  [[nodiscard]] identity peer() const override { return peer_; }

 private:
  context::progress fail(const char* why) {
    failure_ = why;
    return context::progress::failed;
  }

  static void append(buffer& to, std::string_view message) {
    to.append(std::as_bytes(std::span(message)));
  }

  context::progress negotiate(buffer& reply) const {
    std::string message = begin(type::negotiate);
    put(message, asked_, 4);
    put_field(message, 0, 0);  // domain
    put_field(message, 0, 0);  // workstation
    put(message, our_version, 8);
    append(reply, message);
    return context::progress::goes_on;
  }

  /// Without a name, with one zero as the response of LM and none of NT. The key that encrypts the
  /// session's is 16 zeros.
  context::progress authenticate(std::span<const std::byte> token, buffer& reply) {
    constexpr std::size_t challenge_size = 32;
    if (!is(token, type::challenge, challenge_size))
      return fail("a token that is no CHALLENGE_MESSAGE");
    const std::uint32_t agreed = number(token, at::challenge_flags, 4) & asked_;
    if ((agreed & flag::key_exchange) == 0) return fail("the server does not exchange keys");

    std::array<std::uint8_t, 16> key{};
    arcfour_ctx cipher;
    arcfour_set_key(&cipher, key.size(), key.data());
    if (getrandom(key.data(), key.size(), 0) != static_cast<ssize_t>(key.size()))
      return fail("there are no random numbers");
    peer_.session_key = secret(std::as_bytes(std::span(key)));
    arcfour_crypt(&cipher, key.size(), key.data(), key.data());

    constexpr std::size_t payload = 72;
    std::string message = begin(type::authenticate);
    put_field(message, 1, payload);  // response of LM
    for (int i = 0; i < 4; ++i)      // of NT, domain, user, workstation
      put_field(message, 0, payload + 1);
    put_field(message, key.size(), payload + 1);
    put(message, agreed | flag::anonymous, 4);
    put(message, our_version, 8);
    message.push_back('\0');
    message.append(reinterpret_cast<const char*>(key.data()), key.size());
    append(reply, message);
    return context::progress::done;
  }

  const std::uint32_t asked_;  // NTLMSSP_NEGOTIATE_*
  bool begun_ = false;
  std::string failure_;
  identity peer_;
};

}  // namespace

std::unique_ptr<legs> ntlm_anonymous_legs(bool protects) {
  return std::make_unique<anonymous_legs>(protects);
}

}  // namespace rpc::security

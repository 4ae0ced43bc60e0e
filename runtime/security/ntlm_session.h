#ifndef RUNTIME_SECURITY_NTLM_SESSION_H
#define RUNTIME_SECURITY_NTLM_SESSION_H

#include "context.h"

#include <nettle/arcfour.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace rpc::security {

/// NTLM's session security (MS-NLMP 3.4) with extended session security and keys of 128 bits, which
/// is the only kind that we agree to.
class ntlm_session {
 public:
  static constexpr std::size_t key_size = 16;
  static constexpr std::size_t verifier_size = 16;

  /// `key` is the exported session key; `exchanged`: NTLMSSP_NEGOTIATE_KEY_EXCH was negotiated.
  ntlm_session(std::span<const std::byte, key_size> key, bool initiator, bool exchanged);
  ntlm_session(const ntlm_session&) = delete;
  ntlm_session& operator=(const ntlm_session&) = delete;
  ~ntlm_session();

  void protect(const quality& how, const pdu_parts& pdu, std::span<std::byte> verifier);
  [[nodiscard]] bool verify(const quality& how, const pdu_parts& pdu,
                            std::span<const std::byte> verifier);

  /// Ciphers begin anew; numbers go on.
  void restart_ciphers();

 private:
  using key_bytes = std::array<std::uint8_t, key_size>;

  /// What is sent, or what is received.
  struct direction {
    key_bytes sign;
    key_bytes seal;
    arcfour_ctx cipher;
    std::uint32_t number = 0;
  };

  using checksum = std::array<std::uint8_t, 8>;
  static checksum sum(const direction& of, const pdu_parts& pdu);
  void write_verifier(direction& of, checksum value, std::span<std::byte> to) const;

  direction sent_;
  direction received_;
  const bool exchanged_;
};

}  // namespace rpc::security

#endif  // RUNTIME_SECURITY_NTLM_SESSION_H

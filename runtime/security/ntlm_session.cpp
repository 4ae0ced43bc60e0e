#include "ntlm_session.h"

#include <nettle/hmac.h>
#include <nettle/md5.h>
#include <nettle/memops.h>

#include <cstring>
#include <string_view>

namespace rpc::security {
namespace {

// The constants of MS-NLMP 3.4.5.2 and 3.4.5.3, each with its terminator.
constexpr std::string_view purpose(bool of_client, bool seals) {
  using namespace std::string_view_literals;
  if (seals)
    return of_client ? "session key to client-to-server sealing key magic constant\0"sv
                     : "session key to server-to-client sealing key magic constant\0"sv;
  return of_client ? "session key to client-to-server signing key magic constant\0"sv
                   : "session key to server-to-client signing key magic constant\0"sv;
}

const std::uint8_t* octets(const std::byte* from) {
  return reinterpret_cast<const std::uint8_t*>(from);
}

std::uint8_t* octets(std::byte* from) { return reinterpret_cast<std::uint8_t*>(from); }

std::array<std::uint8_t, ntlm_session::key_size> derive(std::span<const std::byte> key,
                                                        std::string_view constant) {
  md5_ctx hash;
  md5_init(&hash);
  md5_update(&hash, key.size(), octets(key.data()));
  md5_update(&hash, constant.size(), octets(std::as_bytes(std::span(constant)).data()));
  std::array<std::uint8_t, ntlm_session::key_size> result{};
  md5_digest(&hash, result.size(), result.data());
  return result;
}

void put(std::uint8_t* to, std::uint32_t value) {
  for (int i = 0; i < 4; ++i) to[i] = static_cast<std::uint8_t>(value >> (8 * i));
}

void crypt(arcfour_ctx& cipher, std::span<std::byte> bytes) {
  arcfour_crypt(&cipher, bytes.size(), octets(bytes.data()), octets(bytes.data()));
}

}  // namespace

ntlm_session::ntlm_session(std::span<const std::byte, key_size> key, bool initiator, bool exchanged)
    : sent_{derive(key, purpose(initiator, false)), derive(key, purpose(initiator, true)), {}},
      received_{
          derive(key, purpose(!initiator, false)), derive(key, purpose(!initiator, true)), {}},
      exchanged_(exchanged) {
  restart_ciphers();
}

ntlm_session::~ntlm_session() {
  for (direction* of : {&sent_, &received_}) {
    secret::wipe(std::as_writable_bytes(std::span(of->sign)));
    secret::wipe(std::as_writable_bytes(std::span(of->seal)));
    secret::wipe(std::as_writable_bytes(std::span(&of->cipher, 1)));
  }
}

void ntlm_session::restart_ciphers() {
  for (direction* of : {&sent_, &received_})
    arcfour_set_key(&of->cipher, of->seal.size(), of->seal.data());
}

/// HMAC-MD5 of the number and the message, of which 8 bytes count (MS-NLMP 3.4.4.2). The message is
/// the whole PDU even where header signing was not negotiated: all peers take it so.
ntlm_session::checksum ntlm_session::sum(const direction& of, const pdu_parts& pdu) {
  std::uint8_t number[4];
  put(number, of.number);
  hmac_md5_ctx mac;
  hmac_md5_set_key(&mac, of.sign.size(), of.sign.data());
  hmac_md5_update(&mac, sizeof number, number);
  hmac_md5_update(&mac, pdu.header.size(), octets(pdu.header.data()));
  hmac_md5_update(&mac, pdu.body.size(), octets(pdu.body.data()));
  hmac_md5_update(&mac, pdu.trailer.size(), octets(pdu.trailer.data()));
  checksum result{};
  hmac_md5_digest(&mac, result.size(), result.data());
  return result;
}

/// NTLMSSP_MESSAGE_SIGNATURE with extended session security (MS-NLMP 2.2.2.9.2).
void ntlm_session::write_verifier(direction& of, checksum value, std::span<std::byte> to) const {
  if (exchanged_) arcfour_crypt(&of.cipher, value.size(), value.data(), value.data());
  std::uint8_t* const at = octets(to.data());
  put(at, 1);  // version
  std::memcpy(at + 4, value.data(), value.size());
  put(at + 12, of.number++);
}

void ntlm_session::protect(const quality& how, const pdu_parts& pdu,
                           std::span<std::byte> verifier) {
  const checksum value = sum(sent_, pdu);
  if (how.seal) crypt(sent_.cipher, pdu.body);
  write_verifier(sent_, value, verifier);
}

bool ntlm_session::verify(const quality& how, const pdu_parts& pdu,
                          std::span<const std::byte> verifier) {
  if (verifier.size() != verifier_size) return false;
  if (how.seal) crypt(received_.cipher, pdu.body);
  std::array<std::byte, verifier_size> expected;
  write_verifier(received_, sum(received_, pdu), expected);
  return memeql_sec(expected.data(), verifier.data(), verifier_size) != 0;
}

}  // namespace rpc::security

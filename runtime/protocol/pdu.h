#ifndef RUNTIME_PROTOCOL_PDU_H
#define RUNTIME_PROTOCOL_PDU_H

#include <rpc/security.h>
#include <rpc/status.h>
#include <rpc/uuid.h>

#include "output.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

/// The protocol data units of connection-oriented DCE/RPC (C706 12.6), apart from
/// those of a bind, which are in bind.h. Offsets count from the start of the PDU.
namespace rpc::protocol {

/// PTYPE (C706 12.6.4, MS-RPCE 2.2.2.2 for auth3).
enum class packet : std::uint8_t {
  request = 0,
  response = 2,
  fault = 3,
  bind = 11,
  bind_ack = 12,
  bind_nak = 13,
  alter_context = 14,
  alter_context_resp = 15,
  auth3 = 16,
  shutdown = 17,
  co_cancel = 18,
  orphaned = 19,
};

/// pfc_flags (C706 12.6.3.1). 0x08 is ignored when it comes.
namespace flag {
inline constexpr std::uint8_t first = 0x01;
inline constexpr std::uint8_t last = 0x02;
inline constexpr std::uint8_t whole = first | last;
inline constexpr std::uint8_t header_signing =
    0x04;  ///< of binds and their answers (MS-RPCE 2.2.2.3)
inline constexpr std::uint8_t pending_cancel = 0x04;  ///< of requests
inline constexpr std::uint8_t concurrent = 0x10;
inline constexpr std::uint8_t did_not_execute = 0x20;
inline constexpr std::uint8_t maybe = 0x40;
inline constexpr std::uint8_t object = 0x80;
}  // namespace flag

/// Size of the common header.
inline constexpr std::size_t header_size = 16;
/// Where the stub data of a request without object and of a response begin.
inline constexpr std::size_t call_header_size = 24;
/// A fault PDU has no stub data.
inline constexpr std::size_t fault_size = 32;

/// The common header (C706 12.6.3.1).
struct header {
  packet type;  ///< may be a number that packet does not name
  std::uint8_t flags;
  std::endian order;  ///< of all integers in the PDU, stub data included
  std::uint16_t fragment_length;
  std::uint16_t auth_length;
  std::uint32_t call_id;
  /// Version 5.0 or 5.1, and a data representation that we read: integers of either
  /// order, ASCII, IEEE floats (C706 14.1). If not, other members may mean nothing.
  bool supported;

  [[nodiscard]] bool has(std::uint8_t bits) const { return (flags & bits) == bits; }
};

/// Reads the header from the first header_size bytes of `pdu`.
[[nodiscard]] header read_header(std::span<const std::byte> pdu);

/// What the end of a PDU says about authentication.
enum class auth_trailer : std::uint8_t {
  none,       ///< auth_length is 0
  present,    ///< a trailer and a token that lie within the PDU
  malformed,  ///< a trailer that overlaps the body, is not aligned, or pads too much
};

/// Judges the trailer (sec_trailer, MS-RPCE 2.2.2.11) of a PDU whose own fields end at
/// `body`. It is looked for from the end, as auth_length says. Its padding may reach back as far as
/// `padding`.
[[nodiscard]] auth_trailer read_auth_trailer(const header& head, std::span<const std::byte> pdu,
                                             std::size_t body, std::size_t padding);
[[nodiscard]] inline auth_trailer read_auth_trailer(const header& head,
                                                    std::span<const std::byte> pdu,
                                                    std::size_t body) {
  return read_auth_trailer(head, pdu, body, body);
}

/// sec_trailer (MS-RPCE 2.2.2.11), and the token or the verifier that follows it.
struct sec_trailer {
  mechanism type = mechanism::none;       ///< may be a number that mechanism does not name
  protection level = protection::none;    ///< the same
  std::uint32_t context = 0;              ///< auth_context_id
  std::size_t padding = 0;                ///< bytes before it that are no stub data
  std::size_t at = 0;                     ///< where it begins
  std::span<const std::byte> token = {};  ///< a part of the PDU
};

/// Bytes of it without the token.
inline constexpr std::size_t sec_trailer_size = 8;

/// Takes a trailer that is present apart.
[[nodiscard]] sec_trailer take_auth_trailer(const header& head, std::span<const std::byte> pdu);

/// Writes one to the sec_trailer_size bytes at `to`; the token follows.
void write_auth_trailer(std::byte* to, const sec_trailer& trailer);

/// The fields of a request and of a response (C706 12.6.4.9, 12.6.4.10).
struct fragment {
  std::uint32_t alloc_hint;
  std::uint16_t context;
  std::uint16_t opnum;         ///< requests only
  std::optional<uuid> object;  ///< requests only
  auth_trailer auth;
  sec_trailer security = {};        ///< if it is present
  std::span<const std::byte> stub;  ///< a part of the PDU; encrypted if it is protected so
  /// If not null, the stub data are at the end of this buffer, after those of the fragments before.
  buffer* message = nullptr;
};

/// Takes a request or a response apart; nothing if it is too short for its fields.
[[nodiscard]] std::optional<fragment> read_fragment(const header& head,
                                                    std::span<const std::byte> pdu);

/// The fields of a fault (C706 12.6.4.7) that mean something to us.
struct fault_pdu {
  std::uint32_t call_id;
  std::uint16_t context;
  status code;
  bool did_not_execute;
};

/// Takes a fault apart; nothing if it is too short for its fields.
[[nodiscard]] std::optional<fault_pdu> read_fault(const header& head,
                                                  std::span<const std::byte> pdu);

/// Writes a common header, little-endian, to `to`. `auth_length` is the size of a token.
void write_header(std::byte* to, packet type, std::uint8_t flags, std::size_t fragment_length,
                  std::uint32_t call_id, std::size_t auth_length = 0);

void write_fault(output& to, const fault_pdu& fault);

/// Writes a PDU that consists of its header: co_cancel or orphaned.
void write_notice(output& to, packet type, std::uint32_t call_id);

}  // namespace rpc::protocol

#endif  // RUNTIME_PROTOCOL_PDU_H

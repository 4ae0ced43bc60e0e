#ifndef RUNTIME_PROTOCOL_BIND_H
#define RUNTIME_PROTOCOL_BIND_H

#include <rpc/ndr/syntax.h>
#include <rpc/uuid.h>

#include "output.h"
#include "pdu.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// The PDUs that negotiate presentation contexts (C706 12.6.4.1 to 12.6.4.5).
namespace rpc::protocol {

/// p_cont_elem_t: a presentation context that the client proposes.
struct context_offer {
  std::uint16_t id;
  syntax_id interface;               ///< abstract syntax
  std::vector<syntax_id> transfers;  ///< transfer syntaxes, the client's first choice first
};

/// p_cont_def_result_t, and negotiate_ack of MS-RPCE 2.2.2.4.
enum class context_verdict : std::uint16_t {
  acceptance = 0,
  user_rejection = 1,
  provider_rejection = 2,
  negotiate_ack = 3,
};

/// p_provider_reason_t, of a provider_rejection.
namespace rejection {
inline constexpr std::uint16_t not_specified = 0;
inline constexpr std::uint16_t interface_unknown = 1;  ///< abstract_syntax_not_supported
inline constexpr std::uint16_t transfers_unknown = 2;  ///< proposed_transfer_syntaxes_not_supported
inline constexpr std::uint16_t local_limit = 3;        ///< local_limit_exceeded
}  // namespace rejection

/// p_result_t: the answer to one offer.
struct context_result {
  context_verdict verdict;
  std::uint16_t reason;  ///< of a negotiate_ack: the features that both ends have
  syntax_id transfer;    ///< of an acceptance: the chosen one; otherwise zero
};

/// bind and alter_context.
struct bind_pdu {
  std::uint16_t max_transmit;  ///< largest fragment that the sender sends
  std::uint16_t max_receive;   ///< and accepts
  std::uint32_t association;   ///< association group; 0 asks for a new one
  std::vector<context_offer> offers;
  auth_trailer auth = auth_trailer::none;
  sec_trailer security = {};  ///< if it is present, or to be written: where it has a type
};

/// bind_ack and alter_context_resp.
struct bind_ack_pdu {
  std::uint16_t max_transmit;
  std::uint16_t max_receive;
  std::uint32_t association;
  std::string secondary_address;  ///< without its terminator; empty in alter_context_resp
  std::vector<context_result> results;
  auth_trailer auth = auth_trailer::none;
  sec_trailer security = {};  ///< as above
};

/// p_reject_reason_t of a bind_nak; 8 from MS-RPCE 2.2.2.5.
enum class nak_reason : std::uint16_t {
  not_specified = 0,
  temporary_congestion = 1,
  local_limit_exceeded = 2,
  protocol_version_not_supported = 4,
  authentication_type_not_recognized = 8,
  invalid_checksum = 9,
};

/// Take PDUs apart; nothing if a field does not fit, or an offer names no transfer syntax.
[[nodiscard]] std::optional<bind_pdu> read_bind(const header& head, std::span<const std::byte> pdu);
[[nodiscard]] std::optional<bind_ack_pdu> read_bind_ack(const header& head,
                                                        std::span<const std::byte> pdu);
[[nodiscard]] std::optional<nak_reason> read_bind_nak(const header& head,
                                                      std::span<const std::byte> pdu);

/// `type` is bind or alter_context; `flags` as in the header.
void write_bind(output& to, packet type, std::uint8_t flags, std::uint32_t call_id,
                const bind_pdu& bind);

/// `type` is bind_ack or alter_context_resp.
void write_bind_ack(output& to, packet type, std::uint8_t flags, std::uint32_t call_id,
                    const bind_ack_pdu& ack);

/// Writes the last token of three (MS-RPCE 2.2.2.13).
void write_auth3(output& to, std::uint32_t call_id, const sec_trailer& security);

/// Writes a refusal that names 5.0 as the only version that we speak.
void write_bind_nak(output& to, std::uint32_t call_id, nak_reason reason);

/// Bind-time feature negotiation (MS-RPCE 3.3.1.5.3): a transfer syntax whose uuid begins
/// with 6cb71c2c-9812-4540 and holds a set of features in the rest.
namespace feature {
inline constexpr std::uint16_t several_security_contexts = 1;
inline constexpr std::uint16_t keep_connection_on_orphan = 2;
}  // namespace feature

/// The features that `transfer` asks for, or nothing if it is a usual transfer syntax.
[[nodiscard]] std::optional<std::uint16_t> requested_features(const syntax_id& transfer);

/// NDR or NDR64 as a transfer syntax.
[[nodiscard]] inline const syntax_id& transfer_syntax(ndr::syntax syntax) {
  return syntax == ndr::syntax::ndr64 ? ndr64_syntax : ndr20_syntax;
}

/// The transfer syntax that asks for `features`.
[[nodiscard]] syntax_id feature_syntax(std::uint16_t features);

}  // namespace rpc::protocol

#endif  // RUNTIME_PROTOCOL_BIND_H

#include "bind.h"

#include "bytes.h"

#include <algorithm>
#include <cstring>

namespace rpc::protocol {

namespace {

constexpr uuid feature_prefix{"6cb71c2c-9812-4540-0000-000000000000"};
constexpr std::size_t feature_prefix_size = 8;

/// Collects a PDU whose length is known only at its end.
class writer {
 public:
  template <std::unsigned_integral T>
  void put(T value) {
    const std::size_t at = bytes_.size();
    bytes_.resize(at + sizeof value);
    if constexpr (sizeof value == 1) {
      bytes_.data()[at] = static_cast<std::byte>(value);
    } else {
      store(bytes_.data() + at, value);
    }
  }

  void put(const syntax_id& syntax) {
    const std::size_t at = bytes_.size();
    bytes_.resize(at + 16);
    store(bytes_.data() + at, syntax.id);
    put(syntax.major);
    put(syntax.minor);
  }

  void put(const std::string& text) { bytes_.append(std::as_bytes(std::span(text))); }

  void align(std::size_t alignment) {
    while (bytes_.size() % alignment != 0) put(std::uint8_t{0});
  }

  /// Puts the header in front, for which the first header_size bytes are left free, and the trailer
  /// at the end, if there is one: of the last answer it has no token.
  void finish(output& to, packet type, std::uint8_t flags, std::uint32_t call_id,
              sec_trailer security = {}) {
    const auto token = security.token;
    if (security.type != mechanism::none) {
      const std::size_t end = bytes_.size();
      align(4);
      security.padding = bytes_.size() - end;
      security.at = bytes_.size();
      bytes_.resize(security.at + sec_trailer_size);
      write_auth_trailer(bytes_.data() + security.at, security);
      bytes_.append(token);
    }
    write_header(bytes_.data(), type, flags, bytes_.size(), call_id, token.size());
    std::memcpy(to.extend(bytes_.size()), bytes_.data(), bytes_.size());
  }

 private:
  buffer bytes_{header_size};
};

}  // namespace

std::optional<bind_pdu> read_bind(const header& head, std::span<const std::byte> pdu) {
  reader from(pdu, header_size, head.order);
  bind_pdu bind{};
  bind.max_transmit = from.take<std::uint16_t>();
  bind.max_receive = from.take<std::uint16_t>();
  bind.association = from.take<std::uint32_t>();
  const auto offers = from.take<std::uint8_t>();
  for (std::size_t i = 0; i < offers && from.ok(); ++i) {
    from.align(4);  // Samba leaves the padding out where nothing follows
    context_offer& offer = bind.offers.emplace_back();
    offer.id = from.take<std::uint16_t>();
    const auto transfers = from.take<std::uint8_t>();
    from.skip(1);
    offer.interface = from.take_syntax();
    if (transfers == 0) return std::nullopt;
    for (std::size_t k = 0; k < transfers && from.ok(); ++k) {
      offer.transfers.push_back(from.take_syntax());
    }
  }
  if (!from.ok()) return std::nullopt;
  // The padding of a bind means nothing. Windows and Samba hold it against the header of a request.
  bind.auth = read_auth_trailer(head, pdu, from.position(), call_header_size);
  if (bind.auth == auth_trailer::present) bind.security = take_auth_trailer(head, pdu);
  return bind;
}

std::optional<bind_ack_pdu> read_bind_ack(const header& head, std::span<const std::byte> pdu) {
  reader from(pdu, header_size, head.order);
  bind_ack_pdu ack{};
  ack.max_transmit = from.take<std::uint16_t>();
  ack.max_receive = from.take<std::uint16_t>();
  ack.association = from.take<std::uint32_t>();
  const auto address = from.take<std::uint16_t>();
  for (std::size_t i = 0; i < address && from.ok(); ++i) {
    ack.secondary_address.push_back(static_cast<char>(from.take<std::uint8_t>()));
  }
  while (!ack.secondary_address.empty() && ack.secondary_address.back() == '\0') {
    ack.secondary_address.pop_back();
  }
  from.align(4);
  const auto results = from.take<std::uint8_t>();
  from.skip(3);
  for (std::size_t i = 0; i < results && from.ok(); ++i) {
    context_result& result = ack.results.emplace_back();
    result.verdict = static_cast<context_verdict>(from.take<std::uint16_t>());
    result.reason = from.take<std::uint16_t>();
    result.transfer = from.take_syntax();
  }
  if (!from.ok()) return std::nullopt;
  ack.auth = read_auth_trailer(head, pdu, from.position());
  if (ack.auth == auth_trailer::present) ack.security = take_auth_trailer(head, pdu);
  return ack;
}

std::optional<nak_reason> read_bind_nak(const header& head, std::span<const std::byte> pdu) {
  reader from(pdu, header_size, head.order);
  const auto reason = static_cast<nak_reason>(from.take<std::uint16_t>());
  if (!from.ok()) return std::nullopt;
  return reason;
}

void write_bind(output& to, packet type, std::uint8_t flags, std::uint32_t call_id,
                const bind_pdu& bind) {
  writer pdu;
  pdu.put(bind.max_transmit);
  pdu.put(bind.max_receive);
  pdu.put(bind.association);
  pdu.put(static_cast<std::uint8_t>(bind.offers.size()));
  pdu.align(4);
  for (const context_offer& offer : bind.offers) {
    pdu.put(offer.id);
    pdu.put(static_cast<std::uint8_t>(offer.transfers.size()));
    pdu.put(std::uint8_t{0});
    pdu.put(offer.interface);
    for (const syntax_id& transfer : offer.transfers) pdu.put(transfer);
  }
  pdu.finish(to, type, flags, call_id, bind.security);
}

void write_bind_ack(output& to, packet type, std::uint8_t flags, std::uint32_t call_id,
                    const bind_ack_pdu& ack) {
  writer pdu;
  pdu.put(ack.max_transmit);
  pdu.put(ack.max_receive);
  pdu.put(ack.association);
  if (ack.secondary_address.empty()) {
    pdu.put(std::uint16_t{0});
  } else {
    pdu.put(static_cast<std::uint16_t>(ack.secondary_address.size() + 1));
    pdu.put(ack.secondary_address);
    pdu.put(std::uint8_t{0});
  }
  pdu.align(4);
  pdu.put(static_cast<std::uint8_t>(ack.results.size()));
  pdu.align(4);
  for (const context_result& result : ack.results) {
    pdu.put(static_cast<std::uint16_t>(result.verdict));
    pdu.put(result.reason);
    pdu.put(result.transfer);
  }
  pdu.finish(to, type, flags, call_id, ack.security);
}

void write_auth3(output& to, std::uint32_t call_id, const sec_trailer& security) {
  writer pdu;
  pdu.put(std::uint32_t{0});  // padding, which the trailer does not count
  pdu.finish(to, packet::auth3, flag::whole, call_id, security);
}

void write_bind_nak(output& to, std::uint32_t call_id, nak_reason reason) {
  writer pdu;
  pdu.put(static_cast<std::uint16_t>(reason));
  pdu.put(std::uint8_t{1});  // one version follows: 5.0
  pdu.put(std::uint8_t{5});
  pdu.put(std::uint8_t{0});
  pdu.align(4);
  pdu.finish(to, packet::bind_nak, flag::whole, call_id);
}

std::optional<std::uint16_t> requested_features(const syntax_id& transfer) {
  if (transfer.major != 1 || transfer.minor != 0) return std::nullopt;
  if (!std::equal(feature_prefix.bytes.begin(), feature_prefix.bytes.begin() + feature_prefix_size,
                  transfer.id.bytes.begin())) {
    return std::nullopt;
  }
  // The set is 8 bytes with the lowest features first, in the part of a uuid that has no
  // byte order. Features from 16 on do not exist.
  const auto& bytes = transfer.id.bytes;
  return static_cast<std::uint16_t>(bytes[feature_prefix_size] | bytes[feature_prefix_size + 1]
                                                                     << 8);
}

syntax_id feature_syntax(std::uint16_t features) {
  syntax_id syntax{feature_prefix, 1, 0};
  syntax.id.bytes[feature_prefix_size] = static_cast<std::uint8_t>(features);
  syntax.id.bytes[feature_prefix_size + 1] = static_cast<std::uint8_t>(features >> 8);
  return syntax;
}

}  // namespace rpc::protocol

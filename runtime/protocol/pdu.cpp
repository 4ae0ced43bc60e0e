#include "pdu.h"

#include "bytes.h"

namespace rpc::protocol {

namespace {

constexpr std::size_t uuid_size = 16;

}  // namespace

header read_header(std::span<const std::byte> pdu) {
  const auto byte = [&](std::size_t at) { return std::to_integer<std::uint8_t>(pdu[at]); };
  const std::endian order = (byte(4) & 0xF0) == 0 ? std::endian::big : std::endian::little;

  header head{};
  head.type = static_cast<packet>(byte(2));
  head.flags = byte(3);
  head.order = order;
  head.fragment_length = load<std::uint16_t>(&pdu[8], order);
  head.auth_length = load<std::uint16_t>(&pdu[10], order);
  head.call_id = load<std::uint32_t>(&pdu[12], order);
  const bool version = byte(0) == 5 && byte(1) <= 1;
  const bool representation = (byte(4) == 0x10 || byte(4) == 0x00) && byte(5) == 0;
  head.supported = version && representation;
  return head;
}

auth_trailer read_auth_trailer(const header& head, std::span<const std::byte> pdu, std::size_t body,
                               std::size_t padding) {
  if (head.auth_length == 0) return auth_trailer::none;
  const std::size_t wanted = sec_trailer_size + head.auth_length;
  if (body > pdu.size() || wanted > pdu.size() - body) return auth_trailer::malformed;
  const std::size_t at = pdu.size() - wanted;
  const auto padded = std::to_integer<std::size_t>(pdu[at + 2]);
  if (at % 4 != 0 || padded > at - padding) return auth_trailer::malformed;
  return auth_trailer::present;
}

sec_trailer take_auth_trailer(const header& head, std::span<const std::byte> pdu) {
  sec_trailer trailer;
  trailer.at = pdu.size() - head.auth_length - sec_trailer_size;
  reader from(pdu, trailer.at, head.order);
  trailer.type = static_cast<mechanism>(from.take<std::uint8_t>());
  trailer.level = static_cast<protection>(from.take<std::uint8_t>());
  trailer.padding = from.take<std::uint8_t>();
  from.skip(1);
  trailer.context = from.take<std::uint32_t>();
  trailer.token = pdu.subspan(from.position());
  return trailer;
}

void write_auth_trailer(std::byte* to, const sec_trailer& trailer) {
  to[0] = static_cast<std::byte>(trailer.type);
  to[1] = static_cast<std::byte>(trailer.level);
  to[2] = static_cast<std::byte>(trailer.padding);
  to[3] = std::byte{0};
  store(to + 4, trailer.context);
}

std::optional<fragment> read_fragment(const header& head, std::span<const std::byte> pdu) {
  const bool has_object = head.type == packet::request && head.has(flag::object);
  const std::size_t body = call_header_size + (has_object ? uuid_size : 0);
  std::optional<fragment> result;
  if (pdu.size() < body) return result;
  result.emplace();
  result->alloc_hint = load<std::uint32_t>(&pdu[16], head.order);
  result->context = load<std::uint16_t>(&pdu[20], head.order);
  if (head.type == packet::request) result->opnum = load<std::uint16_t>(&pdu[22], head.order);
  if (has_object) result->object = reader(pdu, call_header_size, head.order).take_uuid();
  result->auth = read_auth_trailer(head, pdu, body);
  result->stub = pdu.subspan(body);
  if (result->auth == auth_trailer::present) {
    result->security = take_auth_trailer(head, pdu);
    result->stub = pdu.subspan(body, result->security.at - result->security.padding - body);
  }
  return result;
}

std::optional<fault_pdu> read_fault(const header& head, std::span<const std::byte> pdu) {
  reader from(pdu, 20, head.order);
  fault_pdu fault{};
  fault.call_id = head.call_id;
  fault.context = from.take<std::uint16_t>();
  from.skip(2);  // cancel_count, reserved
  fault.code = static_cast<status>(from.take<std::uint32_t>());
  fault.did_not_execute = head.has(flag::did_not_execute);
  if (!from.ok()) return std::nullopt;
  return fault;
}

void write_header(std::byte* to, packet type, std::uint8_t flags, std::size_t fragment_length,
                  std::uint32_t call_id, std::size_t auth_length) {
  constexpr std::byte version[] = {std::byte{5}, std::byte{0}};
  constexpr std::byte representation[] = {std::byte{0x10}, std::byte{0}, std::byte{0},
                                          std::byte{0}};
  std::memcpy(to, version, sizeof version);
  to[2] = static_cast<std::byte>(type);
  to[3] = static_cast<std::byte>(flags);
  std::memcpy(to + 4, representation, sizeof representation);
  store(to + 8, static_cast<std::uint16_t>(fragment_length));
  store(to + 10, static_cast<std::uint16_t>(auth_length));
  store(to + 12, call_id);
}

void write_fault(output& to, const fault_pdu& fault) {
  std::byte* pdu = to.extend(fault_size);
  const auto flags =
      static_cast<std::uint8_t>(flag::whole | (fault.did_not_execute ? flag::did_not_execute : 0));
  write_header(pdu, packet::fault, flags, fault_size, fault.call_id);
  // Peers expect a hint that is not zero, though there is nothing to allocate.
  store(pdu + 16, static_cast<std::uint32_t>(fault_size));
  store(pdu + 20, fault.context);
  store(pdu + 22, std::uint16_t{0});  // cancel_count, reserved
  store(pdu + 24, static_cast<std::uint32_t>(fault.code));
  store(pdu + 28, std::uint32_t{0});
}

void write_notice(output& to, packet type, std::uint32_t call_id) {
  write_header(to.extend(header_size), type, flag::whole, header_size, call_id);
}

}  // namespace rpc::protocol

#include <rpc/tower.h>

#include "tower_floors.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>
#include <string_view>

#include <arpa/inet.h>

namespace rpc {
namespace {

using octets = std::vector<std::uint8_t>;
using runtime::tower_floor;

// Protocol identifiers (C706 appendix I; MS-RPCE 2.1).
constexpr std::uint8_t uuid_floor = 0x0D;
constexpr std::uint8_t tcp = 0x07;
constexpr std::uint8_t udp = 0x08;
constexpr std::uint8_t ip = 0x09;
constexpr std::uint8_t datagrams = 0x0A;
constexpr std::uint8_t connections = 0x0B;
constexpr std::uint8_t local = 0x0C;
constexpr std::uint8_t pipe = 0x0F;
constexpr std::uint8_t local_port = 0x10;
constexpr std::uint8_t netbios = 0x11;
constexpr std::uint8_t http = 0x1F;

enum class address { none, ipv4, name };

/// The floors above those of interface and transfer syntax.
struct protocol_sequence {
  std::string_view name;
  std::uint8_t rpc;
  std::uint8_t transport;
  bool port;  // the transport's address is a port, otherwise a name
  address host;
};
constexpr std::array sequences = {
    protocol_sequence{"ncacn_ip_tcp", connections, tcp, true, address::ipv4},
    protocol_sequence{"ncacn_np", connections, pipe, false, address::name},
    protocol_sequence{"ncacn_http", connections, http, true, address::ipv4},
    protocol_sequence{"ncadg_ip_udp", datagrams, udp, true, address::ipv4},
    protocol_sequence{"ncalrpc", local, local_port, false, address::none},
};

std::uint16_t little_endian(std::span<const std::uint8_t> two) {
  return static_cast<std::uint16_t>(two[0] | two[1] << 8);
}

void add_number(octets& to, std::size_t value) {
  to.push_back(static_cast<std::uint8_t>(value));
  to.push_back(static_cast<std::uint8_t>(value >> 8));
}

void add_floor(octets& to, std::span<const std::uint8_t> left,
               std::span<const std::uint8_t> right) {
  for (const auto& side : {left, right}) {
    add_number(to, side.size());
    to.insert(to.end(), side.begin(), side.end());
  }
}

/// The first two floors hold the minor version on their right side.
void add_syntax(octets& to, const syntax_id& id) {
  octets left{uuid_floor};
  const auto wire = id.id.to_wire();
  left.insert(left.end(), wire.begin(), wire.end());
  add_number(left, id.major);
  octets right;
  add_number(right, id.minor);
  add_floor(to, left, right);
}

std::optional<syntax_id> syntax_of(const tower_floor& from) {
  if (from.left.size() != 19 || from.left[0] != uuid_floor || from.right.size() != 2)
    return std::nullopt;
  std::array<std::uint8_t, 16> wire{};
  std::ranges::copy(from.left.subspan(1, 16), wire.begin());
  return syntax_id{uuid::from_wire(wire, true), little_endian(from.left.subspan(17)),
                   little_endian(from.right)};
}

/// In network byte order, as ports are.
octets port_of(const tower& from) {
  std::uint16_t port = 0;
  const char* const end = from.endpoint.data() + from.endpoint.size();
  const auto [last, failure] = std::from_chars(from.endpoint.data(), end, port);
  if (!from.endpoint.empty() && (failure != std::errc{} || last != end))
    throw std::invalid_argument("'" + from.endpoint + "' is not a port");
  return {static_cast<std::uint8_t>(port >> 8), static_cast<std::uint8_t>(port)};
}

octets address_of(const std::string& host) {
  octets result(4);
  if (!host.empty() && inet_pton(AF_INET, host.c_str(), result.data()) != 1)
    throw std::invalid_argument("'" + host + "' is not an IPv4 address");
  return result;
}

octets text(const std::string& from) {
  octets result(from.begin(), from.end());
  result.push_back(0);
  return result;
}

std::string text_of(std::span<const std::uint8_t> from) {
  return {from.begin(), std::ranges::find(from, 0)};
}

std::string host_of(std::span<const std::uint8_t> from) {
  std::array<char, INET_ADDRSTRLEN> host{};
  if (from.size() != 4 || std::ranges::count(from, 0) == 4) return {};
  inet_ntop(AF_INET, from.data(), host.data(), host.size());
  return host.data();
}

void add_protocol(octets& to, const tower& from, const protocol_sequence& by) {
  const octets version = {0, 0};
  add_floor(to, std::array{by.rpc}, version);
  add_floor(to, std::array{by.transport}, by.port ? port_of(from) : text(from.endpoint));
  switch (by.host) {
    case address::ipv4: return add_floor(to, std::array{ip}, address_of(from.host));
    case address::name: return add_floor(to, std::array{netbios}, text(from.host));
    case address::none: return;
  }
}

void read_protocol(tower& to, std::span<const tower_floor> floors) {
  const auto identifies = [&](std::size_t floor, std::uint8_t id) {
    return floors.size() > floor && floors[floor].left.size() == 1 && floors[floor].left[0] == id;
  };
  for (const protocol_sequence& each : sequences) {
    if (!identifies(0, each.rpc) || !identifies(1, each.transport)) continue;
    const auto where = floors[1].right;
    if (each.port && where.size() != 2) return;
    const int port = each.port ? where[0] << 8 | where[1] : 0;
    to.protocol = each.name;
    if (!each.port)
      to.endpoint = text_of(where);
    else if (port != 0)
      to.endpoint = std::to_string(port);
    if (each.host == address::ipv4 && identifies(2, ip)) to.host = host_of(floors[2].right);
    if (each.host == address::name && identifies(2, netbios)) to.host = text_of(floors[2].right);
  }
}

}  // namespace

std::optional<std::vector<tower_floor>> runtime::floors_of(std::span<const std::uint8_t> octets) {
  constexpr std::size_t most = 16;
  const auto take = [&](std::size_t size) -> std::optional<std::span<const std::uint8_t>> {
    if (octets.size() < size) return std::nullopt;
    const auto taken = octets.first(size);
    octets = octets.subspan(size);
    return taken;
  };
  const auto take_side = [&]() -> std::optional<std::span<const std::uint8_t>> {
    const auto size = take(2);
    return size ? take(little_endian(*size)) : std::nullopt;
  };
  const auto count = take(2);
  if (!count || little_endian(*count) > most) return std::nullopt;
  std::vector<tower_floor> floors;
  for (std::size_t i = little_endian(*count); i > 0; --i) {
    const auto left = take_side();
    const auto right = take_side();
    if (!left || !right) return std::nullopt;
    floors.push_back({*left, *right});
  }
  return octets.empty() ? std::optional(std::move(floors)) : std::nullopt;
}

std::string tower::binding() const { return protocol + ":" + host + "[" + endpoint + "]"; }

tower make_tower(const syntax_id& interface, const syntax_id& transfer_syntax, const endpoint& at) {
  if (at.via == endpoint::transport::local)
    return {interface, transfer_syntax, "ncalrpc", {}, at.path};
  std::array<std::uint8_t, 4> address{};
  const bool known = inet_pton(AF_INET, at.host.c_str(), address.data()) == 1;
  return {interface, transfer_syntax, "ncacn_ip_tcp", known ? host_of(address) : std::string(),
          at.port == 0 ? std::string() : std::to_string(at.port)};
}

std::vector<std::uint8_t> encode(const tower& from) {
  const auto by = std::ranges::find(sequences, from.protocol, &protocol_sequence::name);
  if (by == sequences.end())
    throw std::invalid_argument("'" + from.protocol + "' is not a known protocol sequence");
  octets result;
  add_number(result, by->host == address::none ? 4 : 5);
  add_syntax(result, from.interface);
  add_syntax(result, from.transfer_syntax);
  add_protocol(result, from, *by);
  return result;
}

std::optional<tower> decode_tower(std::span<const std::uint8_t> octets) {
  const auto floors = runtime::floors_of(octets);
  if (!floors || floors->size() < 2) return std::nullopt;
  const auto interface = syntax_of((*floors)[0]);
  const auto transfer_syntax = syntax_of((*floors)[1]);
  if (!interface || !transfer_syntax) return std::nullopt;
  tower result{*interface, *transfer_syntax, {}, {}, {}};
  read_protocol(result, std::span(*floors).subspan(2));
  return result;
}

}  // namespace rpc

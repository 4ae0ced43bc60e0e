//===- Segment.h - packets down to TCP ------------------------------------===//
#ifndef RPCGEN_TOOLS_DUMP_SEGMENT_H
#define RPCGEN_TOOLS_DUMP_SEGMENT_H

#include "Capture.h"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace dump {

/// One end of a TCP connection.
struct Endpoint {
  bool IsIpv6 = false;
  std::array<std::uint8_t, 16> Address{}; ///< IPv4: the first four.
  std::uint16_t Port = 0;

  std::string text() const; ///< "127.0.0.1:135", "[::1]:135"
  friend auto operator<=>(const Endpoint &, const Endpoint &) = default;
};

/// A TCP segment.
struct Segment {
  Endpoint Source, Target;
  std::uint32_t Sequence = 0;
  bool Begins = false;                ///< SYN
  std::span<const std::byte> Payload; ///< As far as it was captured.
};

/// The TCP segment in a packet: Ethernet, Linux cooked (both versions), raw IP
/// and loopback; IPv4 and IPv6. Nothing for whatever else it is. Fragments of
/// IP datagrams are left out.
std::optional<Segment> readSegment(const Packet &From);

} // namespace dump

#endif // RPCGEN_TOOLS_DUMP_SEGMENT_H

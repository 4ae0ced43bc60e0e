//===- Segment.cpp --------------------------------------------------------===//
#include "Segment.h"

#include "protocol/bytes.h"

#include <algorithm>
#include <arpa/inet.h>
#include <pcap/dlt.h>

using namespace dump;

namespace {

using Bytes = std::span<const std::byte>;

constexpr std::uint16_t Ipv4Type = 0x0800, Ipv6Type = 0x86DD;
constexpr std::uint8_t TcpProtocol = 6;

std::uint8_t load8(Bytes From, std::size_t At) {
  return std::to_integer<std::uint8_t>(From[At]);
}
std::uint16_t load16(Bytes From, std::size_t At) {
  return rpc::protocol::load<std::uint16_t>(&From[At], std::endian::big);
}
std::uint32_t load32(Bytes From, std::size_t At) {
  return rpc::protocol::load<std::uint32_t>(&From[At], std::endian::big);
}

/// What follows the type of a link layer's header, if that is IP.
Bytes behindType(Bytes Frame, std::size_t TypeAt, std::size_t Header) {
  constexpr std::uint16_t VlanTag = 0x8100, ServiceTag = 0x88A8;
  if (Frame.size() < Header)
    return {};
  while (load16(Frame, TypeAt) == VlanTag ||
         load16(Frame, TypeAt) == ServiceTag) {
    TypeAt = Header + 2; // The tag, and then the type.
    Header += 4;
    if (Frame.size() < Header)
      return {};
  }
  const std::uint16_t Type = load16(Frame, TypeAt);
  return Type == Ipv4Type || Type == Ipv6Type ? Frame.subspan(Header) : Bytes();
}

/// The IP datagram in a packet, or nothing.
Bytes datagramOf(const Packet &From) {
  switch (From.LinkType) {
  case DLT_EN10MB:
    return behindType(From.Bytes, 12, 14);
  case DLT_LINUX_SLL:
    return behindType(From.Bytes, 14, 16);
  case DLT_LINUX_SLL2:
    return behindType(From.Bytes, 0, 20);
  case DLT_RAW:
  case DLT_IPV4:
  case DLT_IPV6:
    return From.Bytes;
  case DLT_NULL:
  case DLT_LOOP: // An address family, whose numbers differ: IP tells by itself.
    return From.Bytes.size() < 4 ? Bytes() : From.Bytes.subspan(4);
  default:
    return {};
  }
}

/// `Length` bytes, fewer if fewer were captured, none if it is impossible.
/// Hardware that cuts segments captures them before, with the length 0.
Bytes limit(Bytes Datagram, std::size_t Length) {
  return Length == 0 ? Datagram
                     : Datagram.first(std::min(Length, Datagram.size()));
}

/// Sets the addresses and returns what IPv4 carries if it is TCP.
Bytes readIpv4(Bytes Datagram, Segment &To) {
  constexpr std::size_t Least = 20;
  constexpr std::uint16_t MoreOrOffset = 0x3FFF;
  if (Datagram.size() < Least)
    return {};
  const std::size_t Header = (load8(Datagram, 0) & 15) * 4;
  const Bytes Whole = limit(Datagram, load16(Datagram, 2));
  if (Header < Least || Whole.size() < Header ||
      load8(Datagram, 9) != TcpProtocol ||
      (load16(Datagram, 6) & MoreOrOffset) != 0)
    return {};
  std::copy_n(reinterpret_cast<const std::uint8_t *>(&Datagram[12]), 4,
              To.Source.Address.begin());
  std::copy_n(reinterpret_cast<const std::uint8_t *>(&Datagram[16]), 4,
              To.Target.Address.begin());
  return Whole.subspan(Header);
}

/// The same for IPv6, past the headers that may come before TCP's.
Bytes readIpv6(Bytes Datagram, Segment &To) {
  constexpr std::size_t Header = 40;
  constexpr std::uint8_t HopByHop = 0, Routing = 43, Options = 60;
  if (Datagram.size() < Header)
    return {};
  std::uint8_t Next = load8(Datagram, 6);
  const std::size_t Length = load16(Datagram, 4);
  Bytes Rest =
      limit(Datagram, Length == 0 ? 0 : Header + Length).subspan(Header);
  while (Next == HopByHop || Next == Routing || Next == Options) {
    if (Rest.size() < 8)
      return {};
    const std::size_t Size = (load8(Rest, 1) + std::size_t{1}) * 8;
    if (Rest.size() < Size)
      return {};
    Next = load8(Rest, 0);
    Rest = Rest.subspan(Size);
  }
  if (Next != TcpProtocol)
    return {};
  To.Source.IsIpv6 = To.Target.IsIpv6 = true;
  std::copy_n(reinterpret_cast<const std::uint8_t *>(&Datagram[8]), 16,
              To.Source.Address.begin());
  std::copy_n(reinterpret_cast<const std::uint8_t *>(&Datagram[24]), 16,
              To.Target.Address.begin());
  return Rest;
}

} // namespace

std::string Endpoint::text() const {
  char Text[INET6_ADDRSTRLEN] = "";
  inet_ntop(IsIpv6 ? AF_INET6 : AF_INET, Address.data(), Text, sizeof Text);
  const std::string Port = ":" + std::to_string(this->Port);
  return IsIpv6 ? "[" + std::string(Text) + "]" + Port : Text + Port;
}

std::optional<Segment> dump::readSegment(const Packet &From) {
  constexpr std::size_t Least = 20;
  const Bytes Datagram = datagramOf(From);
  if (Datagram.empty())
    return std::nullopt;

  Segment Result;
  Bytes Tcp;
  if (const unsigned Version = load8(Datagram, 0) >> 4; Version == 4)
    Tcp = readIpv4(Datagram, Result);
  else if (Version == 6)
    Tcp = readIpv6(Datagram, Result);
  if (Tcp.size() < Least)
    return std::nullopt;
  const std::size_t Header = (load8(Tcp, 12) >> 4) * 4;
  if (Header < Least || Tcp.size() < Header)
    return std::nullopt;

  constexpr std::uint8_t Syn = 0x02;
  Result.Source.Port = load16(Tcp, 0);
  Result.Target.Port = load16(Tcp, 2);
  Result.Sequence = load32(Tcp, 4);
  Result.Begins = load8(Tcp, 13) & Syn;
  Result.Payload = Tcp.subspan(Header);
  return Result;
}

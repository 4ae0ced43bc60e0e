//===- Packets.h - captures made by hand ----------------------------------===//
#ifndef RPCGEN_TEST_DUMP_PACKETS_H
#define RPCGEN_TEST_DUMP_PACKETS_H

#include "Hex.h"
#include "Output.h"

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dump::test {

using Bytes = std::vector<std::byte>;

inline Bytes join(std::initializer_list<Bytes> Parts) {
  Bytes All;
  for (const Bytes &Part : Parts)
    All.insert(All.end(), Part.begin(), Part.end());
  return All;
}

/// Integers of `Size` bytes, most significant first or last.
inline Bytes big(std::uint64_t Value, std::size_t Size) {
  Bytes Result;
  for (std::size_t I = Size; I-- != 0;)
    Result.push_back(static_cast<std::byte>(Value >> (8 * I)));
  return Result;
}
inline Bytes little(std::uint64_t Value, std::size_t Size) {
  const Bytes Turned = big(Value, Size);
  return {Turned.rbegin(), Turned.rend()};
}

struct Ports {
  std::uint16_t Source, Target;
};
constexpr Ports ToServer{4711, 135}, ToClient{135, 4711};
constexpr unsigned Ack = 0x10, Syn = 0x02;

inline Bytes tcp(Ports Of, std::uint32_t Sequence, const Bytes &Payload,
                 unsigned Flags = Ack) {
  return join({big(Of.Source, 2), big(Of.Target, 2), big(Sequence, 4),
               big(0, 4), big(0x50, 1), big(Flags, 1), Bytes(6), Payload});
}

inline Bytes ipv4(const Bytes &Payload) {
  return join({fromHex("4500"), big(20 + Payload.size(), 2),
               fromHex("0000 0000 40 06 0000 7f000001 7f000001"), Payload});
}

inline Bytes ipv6(const Bytes &Payload) {
  return join({fromHex("60000000"), big(Payload.size(), 2), fromHex("06 40"),
               Bytes(15), big(1, 1), Bytes(15), big(1, 1), Payload});
}

/// A capture of these packets.
inline Bytes pcap(std::uint32_t LinkType, const std::vector<Bytes> &Packets) {
  Bytes File = join({little(0xA1B2C3D4, 4), little(2, 2), little(4, 2),
                     Bytes(8), little(65535, 4), little(LinkType, 4)});
  for (const Bytes &Packet : Packets)
    File = join({File, Bytes(8), little(Packet.size(), 4),
                 little(Packet.size(), 4), Packet});
  return File;
}

inline Bytes block(std::uint32_t Type, Bytes Body, bool Little) {
  Body.resize((Body.size() + 3) / 4 * 4);
  auto Number = [&](std::uint64_t Value) {
    return Little ? little(Value, 4) : big(Value, 4);
  };
  return join(
      {Number(Type), Number(12 + Body.size()), Body, Number(12 + Body.size())});
}

inline Bytes pcapng(std::uint16_t LinkType, const std::vector<Bytes> &Packets,
                    bool Little = true) {
  auto Number = [&](std::uint64_t Value, std::size_t Size) {
    return Little ? little(Value, Size) : big(Value, Size);
  };
  Bytes File = join(
      {block(0x0A0D0D0A, join({Number(0x1A2B3C4D, 4), Number(1, 2), Bytes(10)}),
             Little),
       block(1, join({Number(LinkType, 2), Bytes(6)}), Little)});
  for (const Bytes &Packet : Packets)
    File = join({File, block(6,
                             join({Bytes(12), Number(Packet.size(), 4),
                                   Number(Packet.size(), 4), Packet}),
                             Little)});
  return File;
}

/// The bytes of a file in Inputs.
inline Bytes input(const std::string &Name) {
  std::ifstream File(INPUTS "/" + Name);
  return fromHex(std::string(std::istreambuf_iterator(File), {}));
}

/// A PDU that is nothing but a header: orphaned.
inline Bytes orphaned(std::uint32_t Call) {
  return join({fromHex("05001303 10000000 1000 0000"), little(Call, 4)});
}

/// Writes down what is printed but the fields: "pdu type=.. offset=..".
class Headings final : public Output {
public:
  void begin(const Heading &What) override {
    std::string Line = What.Kind;
    for (const auto &[Name, Value] : What.Facts)
      if (Name != "size")
        Line += " " + std::string(Name) + "=" + Value;
    Lines.push_back(Line);
  }
  void row(const Row &) override {}
  void end() override {}

  std::vector<std::string> Lines;

private:
  void printProblem(std::size_t, std::string_view Text) override {
    Lines.push_back("error: " + std::string(Text));
  }
};

} // namespace dump::test

#endif // RPCGEN_TEST_DUMP_PACKETS_H

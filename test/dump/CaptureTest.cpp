#include "Capture.h"
#include "Packets.h"
#include "Segment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pcap/dlt.h>

using namespace dump;
using namespace dump::test;

namespace {

/// The packets of a capture as "link type: bytes", and why it ends too early.
std::vector<std::string> read(const Bytes &File) {
  std::vector<std::string> Packets;
  try {
    readCapture(File, [&](const Packet &Next) {
      Packets.push_back(std::to_string(Next.LinkType) + ": " +
                        toHex(Next.Bytes));
    });
  } catch (const DamagedCapture &Damage) {
    Packets.push_back(std::to_string(Damage.Offset) + ": " + Damage.what());
  }
  return Packets;
}

using Lines = std::vector<std::string>;
const std::vector<Bytes> Two = {fromHex("01"), fromHex("0203040506")};
/// DLT_RAW, which files number 101.
const Lines TwoRaw = {"12: 01", "12: 02 03 04 05 06"};

TEST(Capture, IsPcapInBothByteOrders) {
  EXPECT_EQ(read(pcap(101, Two)), TwoRaw);
  const Bytes Big =
      join({big(0xA1B23C4D, 4), big(2, 2), big(4, 2), Bytes(8), big(65535, 4),
            big(101, 4), Bytes(8), big(1, 4), big(1, 4), fromHex("01")});
  EXPECT_TRUE(isCapture(Big));
  EXPECT_EQ(read(Big), Lines{"12: 01"});
}

TEST(Capture, IsPcapngInBothByteOrders) {
  for (bool Little : {false, true}) {
    EXPECT_TRUE(isCapture(pcapng(101, Two, Little)));
    EXPECT_EQ(read(pcapng(101, Two, Little)), TwoRaw);
  }
}

TEST(Capture, IsNotWhatBeginsOtherwise) {
  EXPECT_FALSE(isCapture({}));
  EXPECT_FALSE(isCapture(fromHex("a1b2c3")));
  EXPECT_FALSE(isCapture(fromHex("05000b03")));
}

TEST(Capture, HasSectionsAndBlocksOfOtherTypes) {
  const Bytes Name = block(4, fromHex("0000"), true);
  const Bytes Simple = block(3, join({little(3, 4), fromHex("aabbcc")}), true);
  const Bytes First = join({pcapng(1, {fromHex("07")}), Name});
  EXPECT_EQ(read(join({First, pcapng(1, {}), Simple})),
            (Lines{"1: 07", "1: aa bb cc"}));
}

/// The error that ends a capture, "offset: text".
std::string damage(const Bytes &File) { return read(File).back(); }

TEST(Capture, SaysWhereItIsDamaged) {
  using testing::StartsWith;
  Bytes File = pcap(101, Two);
  File.pop_back();
  EXPECT_EQ(read(File).size(), 2);
  EXPECT_THAT(damage(File), StartsWith("41: truncated dump file"));
  File.resize(50);
  EXPECT_THAT(damage(File), StartsWith("41: truncated dump file"));
  File.resize(10);
  EXPECT_THAT(damage(File), StartsWith("0: truncated dump file"));

  File = pcapng(101, Two);
  File.pop_back();
  EXPECT_THAT(damage(File), StartsWith("84: "));
  // Too short for its type, of an unknown interface, larger than its block,
  // of another link type.
  for (const Bytes &Wrong :
       {block(6, Bytes(8), true),
        block(6, join({little(1, 4), Bytes(16)}), true),
        block(6, join({Bytes(12), little(9, 4), Bytes(4)}), true),
        block(1, join({little(1, 2), Bytes(6)}), true)})
    EXPECT_THAT(damage(join({pcapng(101, {}), Wrong})), StartsWith("48: "));
}

std::string segment(int LinkType, const Bytes &Packet) {
  const auto Part = readSegment({LinkType, Packet});
  if (!Part)
    return "none";
  return Part->Source.text() + ">" + Part->Target.text() + " " +
         std::to_string(Part->Sequence) + ": " + toHex(Part->Payload);
}

const Bytes Tcp = tcp(ToServer, 5, fromHex("abcd"));
constexpr const char *Ipv4Text = "127.0.0.1:4711>127.0.0.1:135 5: ab cd";
constexpr const char *Ipv6Text = "[::1]:4711>[::1]:135 5: ab cd";

TEST(Segment, LiesInEveryLinkLayer) {
  EXPECT_EQ(segment(DLT_RAW, ipv4(Tcp)), Ipv4Text);
  EXPECT_EQ(segment(DLT_RAW, ipv6(Tcp)), Ipv6Text);
  EXPECT_EQ(segment(DLT_IPV4, ipv4(Tcp)), Ipv4Text);
  EXPECT_EQ(segment(DLT_IPV6, ipv6(Tcp)), Ipv6Text);
  EXPECT_EQ(segment(DLT_NULL, join({little(2, 4), ipv4(Tcp)})), Ipv4Text);
  EXPECT_EQ(segment(DLT_LOOP, join({big(24, 4), ipv6(Tcp)})), Ipv6Text);
  const Bytes Addresses(12);
  EXPECT_EQ(segment(DLT_EN10MB, join({Addresses, fromHex("0800"), ipv4(Tcp)})),
            Ipv4Text);
  EXPECT_EQ(segment(DLT_EN10MB,
                    join({Addresses, fromHex("8100 0007 86dd"), ipv6(Tcp)})),
            Ipv6Text);
  EXPECT_EQ(
      segment(DLT_LINUX_SLL, join({Bytes(14), fromHex("0800"), ipv4(Tcp)})),
      Ipv4Text);
  EXPECT_EQ(
      segment(DLT_LINUX_SLL2, join({fromHex("86dd"), Bytes(18), ipv6(Tcp)})),
      Ipv6Text);
}

TEST(Segment, EndsWithItsDatagram) {
  const Bytes Padding(6);
  EXPECT_EQ(segment(DLT_RAW, join({ipv4(Tcp), Padding})), Ipv4Text);
  EXPECT_EQ(segment(DLT_RAW, join({ipv6(Tcp), Padding})), Ipv6Text);
  Bytes Offloaded = ipv4(Tcp);
  Offloaded[2] = Offloaded[3] = std::byte{0};
  EXPECT_EQ(segment(DLT_RAW, Offloaded), Ipv4Text);
}

TEST(Segment, ComesBehindExtensionHeaders) {
  const Bytes Options = fromHex("06 00 000000000000");
  Bytes Packet = ipv6(join({Options, Tcp}));
  Packet[6] = std::byte{60};
  EXPECT_EQ(segment(DLT_RAW, Packet), Ipv6Text);
  Packet[41] = std::byte{9}; // Longer than the packet.
  EXPECT_EQ(segment(DLT_RAW, Packet), "none");
}

TEST(Segment, IsNotInOtherPackets) {
  Bytes Udp = ipv4(Tcp);
  Udp[9] = std::byte{17};
  EXPECT_EQ(segment(DLT_RAW, Udp), "none");
  Bytes Fragment = ipv4(Tcp);
  Fragment[6] = std::byte{0x20};
  EXPECT_EQ(segment(DLT_RAW, Fragment), "none");
  EXPECT_EQ(segment(DLT_USER0, ipv4(Tcp)), "none");
  EXPECT_EQ(segment(DLT_EN10MB, join({Bytes(12), fromHex("0806"), ipv4(Tcp)})),
            "none");
}

TEST(Segment, IsNotInPacketsThatAreCut) {
  const Bytes Whole = join({Bytes(12), fromHex("8100 0007 0800"), ipv4(Tcp)});
  for (std::size_t Size = 0; Size != Whole.size() - 2; ++Size)
    EXPECT_EQ(segment(DLT_EN10MB, Bytes(Whole.begin(), Whole.begin() + Size)),
              "none");
  const Bytes Six = ipv6(Tcp);
  for (std::size_t Size = 0; Size != Six.size() - 2; ++Size)
    EXPECT_EQ(segment(DLT_RAW, Bytes(Six.begin(), Six.begin() + Size)), "none");
}

} // namespace

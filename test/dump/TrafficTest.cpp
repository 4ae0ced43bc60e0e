#include "Traffic.h"
#include "Packets.h"

#include <gtest/gtest.h>
#include <pcap/dlt.h>

using namespace dump;
using namespace dump::test;

namespace {

using Lines = std::vector<std::string>;

Lines dumped(const std::vector<Bytes> &Segments) {
  const Settings Known;
  Headings Out;
  Traffic Connections(Known, Out);
  for (const Bytes &Each : Segments)
    Connections.add({DLT_RAW, ipv4(Each)});
  Connections.finish();
  return Out.Lines;
}

const std::string Up = "stream=127.0.0.1:4711>127.0.0.1:135 ";
const std::string Down = "stream=127.0.0.1:135>127.0.0.1:4711 ";

std::string line(const std::string &Stream, int Offset, int Call) {
  return "pdu type=orphaned " + Stream + "offset=" + std::to_string(Offset) +
         " call=" + std::to_string(Call);
}

Bytes part(const Bytes &Of, std::size_t From, std::size_t To) {
  return {Of.begin() + From, Of.begin() + To};
}

const Bytes Three = join({orphaned(1), orphaned(2), orphaned(3)});
const Lines ThreeLines = {line(Up, 0, 1), line(Up, 16, 2), line(Up, 32, 3)};

TEST(Traffic, IsPutTogetherInAnyOrder) {
  const Bytes First = tcp(ToServer, 100, part(Three, 0, 20));
  const Bytes Second = tcp(ToServer, 120, part(Three, 20, 40));
  const Bytes Third = tcp(ToServer, 140, part(Three, 40, 48));
  EXPECT_EQ(dumped({First, Second, Third}), ThreeLines);
  EXPECT_EQ(dumped({First, Third, Second}), ThreeLines);
  const Bytes Begin = tcp(ToServer, 99, {}, Syn);
  EXPECT_EQ(dumped({Begin, Third, Second, First}), ThreeLines);
}

TEST(Traffic, IsReadOnceHoweverOftenItWasSent) {
  const Bytes First = tcp(ToServer, 100, part(Three, 0, 20));
  const Bytes Overlap =
      tcp(ToServer, 90, join({Bytes(10), part(Three, 0, 30)}));
  const Bytes All = tcp(ToServer, 100, Three);
  EXPECT_EQ(dumped({First, First, Overlap, All, Overlap, First}), ThreeLines);
  EXPECT_EQ(dumped({First, tcp(ToServer, 125, part(Three, 25, 30)),
                    tcp(ToServer, 125, part(Three, 25, 48)), Overlap}),
            ThreeLines);
}

TEST(Traffic, CountsPastTheEndOfSequenceNumbers) {
  EXPECT_EQ(dumped({tcp(ToServer, 0xFFFFFFF0, part(Three, 0, 20)),
                    tcp(ToServer, 0x18, part(Three, 40, 48)),
                    tcp(ToServer, 4, part(Three, 20, 40))}),
            ThreeLines);
}

TEST(Traffic, GoesOnBehindAGap) {
  EXPECT_EQ(dumped({tcp(ToServer, 100, part(Three, 0, 16)),
                    tcp(ToServer, 120, part(Three, 20, 48))}),
            (Lines{line(Up, 0, 1), "gap " + Up + "offset=16",
                   "error: 4 bytes were not captured", line(Up, 32, 3)}));
}

TEST(Traffic, GivesUpWhatDoesNotComeForLong) {
  // 2 MiB that follow a missing byte, and the PDU before it.
  std::vector<Bytes> Segments = {tcp(ToServer, 100, orphaned(1))};
  Bytes Large;
  while (Large.size() != 32768)
    Large = join({Large, orphaned(7)});
  for (unsigned I = 0; I != 64; ++I)
    Segments.push_back(tcp(ToServer, 117 + I * 32768, Large));
  const Lines Printed = dumped(Segments);
  EXPECT_EQ(Printed.size(), 1 + 2 + 64 * 2048u);
  EXPECT_EQ(Printed[2], "error: 1 bytes were not captured");
  EXPECT_EQ(Printed[3], line(Up, 17, 7));
}

TEST(Traffic, HasTwoDirections) {
  EXPECT_EQ(
      dumped({tcp(ToServer, 1, orphaned(1)), tcp(ToClient, 7, orphaned(2)),
              tcp(ToServer, 17, orphaned(3))}),
      (Lines{line(Up, 0, 1), line(Down, 0, 2), line(Up, 16, 3)}));
}

TEST(Traffic, BeginsAgainWithANewConnection) {
  EXPECT_EQ(dumped({tcp(ToServer, 99, {}, Syn), tcp(ToServer, 100, orphaned(1)),
                    tcp(ToServer, 7, {}, Syn), tcp(ToServer, 8, orphaned(2))}),
            (Lines{line(Up, 0, 1), line(Up, 0, 2)}));
}

TEST(Traffic, LeavesOtherProtocolsOut) {
  Bytes Http = fromHex("474554202f20485454502f312e310d0a");
  EXPECT_EQ(dumped({tcp(ToServer, 1, Http), tcp(ToServer, 17, orphaned(1)),
                    tcp(ToClient, 1, orphaned(1))}),
            Lines{});
  EXPECT_EQ(dumped({tcp(ToServer, 1, fromHex("0500"))}), Lines{});
}

TEST(Traffic, FollowsTheCallsOfEachConnection) {
  const Bytes Talk = input("rpcecho.hex");
  EXPECT_EQ(dumped({tcp(ToServer, 1, part(Talk, 0, 116)),
                    tcp({4712, 135}, 1, part(Talk, 0, 50)),
                    tcp(ToClient, 1, part(Talk, 116, 200))}),
            (Lines{"pdu type=bind " + Up + "offset=0 call=1",
                   "pdu type=bind_ack " + Down + "offset=0 call=1",
                   "pdu type=bind stream=127.0.0.1:4712>127.0.0.1:135 offset=0 "
                   "call=1",
                   "error: the PDU ends before the end of "
                   "p_cont_elem[0].abstract_syntax",
                   "error: the PDU has 116 bytes, but only 50 are there"}));
}

} // namespace

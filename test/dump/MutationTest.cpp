// Valid data with bytes missing, changed or repeated must never do harm: with
// the sanitizers this test finds what does. The seed is fixed.
#include "Capture.h"
#include "Conversation.h"
#include "Packets.h"
#include "Traffic.h"

#include "rpcecho.h"

#include <gtest/gtest.h>

#include <ostream>
#include <random>
#include <streambuf>

using namespace dump;
using namespace dump::test;

namespace {

/// Counts what is written and keeps nothing.
struct Counter final : std::streambuf {
  std::size_t Written = 0;
  int overflow(int C) override { return ++Written, C; }
  std::streamsize xsputn(const char *, std::streamsize Count) override {
    Written += static_cast<std::size_t>(Count);
    return Count;
  }
};

class Mutation : public ::testing::Test {
protected:
  /// Uses `Count` mutations of the data.
  template <class Use> void mutate(const Bytes &Valid, int Count, Use Each) {
    for (int I = 0; I != Count; ++I) {
      Bytes Data = Valid;
      for (unsigned Changes = pick(4) + 1; Changes != 0; --Changes)
        change(Data);
      Each(Data);
    }
  }

  void dumpPdus(const Bytes &Data) {
    Conversation Only(Known, *Out);
    Only.feed(Conversation::First, Data, "");
    Only.finish();
  }

  void dumpCapture(const Bytes &Data) {
    Traffic Connections(Known, *Out);
    try {
      readCapture(Data, [&](const Packet &Next) { Connections.add(Next); });
    } catch (const DamagedCapture &) {
    }
    Connections.finish();
  }

  std::size_t pick(std::size_t Below) {
    return std::uniform_int_distribution<std::size_t>(0, Below - 1)(Random);
  }

  Counter Written;
  std::ostream Stream{&Written};
  std::unique_ptr<Output> Out = makeTextOutput(Stream);
  Settings Known{.Interfaces = {rpc::ndr::decoder_of<rpcecho::service>()}};

private:
  void change(Bytes &Data) {
    if (Data.empty())
      return;
    const std::size_t At = pick(Data.size());
    const std::size_t Count = std::min(Data.size() - At, pick(32) + 1);
    const auto First = Data.begin() + static_cast<std::ptrdiff_t>(At);
    const Bytes Part(First, First + static_cast<std::ptrdiff_t>(Count));
    switch (pick(5)) {
    case 0:
      Data[At] = static_cast<std::byte>(pick(256));
      break;
    case 1:
      Data[At] ^= static_cast<std::byte>(1 << pick(8));
      break;
    case 2: // Missing.
      Data.erase(First, First + static_cast<std::ptrdiff_t>(Count));
      break;
    case 3: // Repeated.
      Data.insert(First, Part.begin(), Part.end());
      break;
    case 4: // Cut.
      if (pick(4) == 0)
        Data.resize(At);
      break;
    }
  }

  std::mt19937 Random{20240607};
};

TEST_F(Mutation, OfPdus) {
  const Bytes Valid = join({input("rpcecho.hex"), input("protected.hex")});
  mutate(Valid, 4000, [this](const Bytes &Data) { dumpPdus(Data); });
  EXPECT_GT(Written.Written, 0u);
}

TEST_F(Mutation, OfCaptures) {
  const Bytes Talk = input("rpcecho.hex");
  std::vector<Bytes> Packets;
  for (std::size_t At = 0; At < Talk.size(); At += 40)
    Packets.push_back(
        ipv4(tcp(ToServer, static_cast<std::uint32_t>(At),
                 {Talk.begin() + static_cast<std::ptrdiff_t>(At),
                  Talk.begin() + static_cast<std::ptrdiff_t>(
                                     std::min(At + 40, Talk.size()))})));
  Out = makeJsonOutput(Stream);
  auto Dump = [this](const Bytes &Data) { dumpCapture(Data); };
  mutate(pcap(101, Packets), 2000, Dump);
  mutate(pcapng(101, Packets), 2000, Dump);
}

TEST_F(Mutation, OfStubData) {
  const auto &Interface = Known.Interfaces.front();
  const Bytes Valid = fromHex("02000000 00000000 02000000 00000000"
                              "01000200 00000000 02000000 00000000"
                              "02000000 00000000 41000000 00000000");
  mutate(Valid, 2000, [&](const Bytes &Data) {
    rpc::buffer Message, Request;
    Message.append(Data);
    Request.append(Valid);
    const rpc::ndr::message Sent{std::endian::little, Request.bytes()};
    for (const auto &Operation : Interface.operations)
      printStub(
          {.Interface = &Interface,
           .Opnum = Operation.opnum,
           .IsResponse = pick(2) == 0,
           .Syntax =
               pick(2) == 0 ? rpc::ndr::syntax::ndr20 : rpc::ndr::syntax::ndr64,
           .Message = {pick(8) == 0 ? std::endian::big : std::endian::little,
                       Message.bytes()},
           .Request = pick(2) == 0 ? &Sent : nullptr},
          Known, {}, "", *Out);
  });
}

} // namespace

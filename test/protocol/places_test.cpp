// Input that is read to where it belongs means the same as input that comes in one piece, whatever
// the peer sends and however much of it comes at a time.

#include "client_fixture.h"
#include "server_fixture.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace rpc::protocol {
namespace {

using test::bytes;
using test::hex;
using test::unhex;

/// A connection that reads as a transport does. `most` bytes come at a time.
template <class Connection, class Event>
class reading {
 public:
  explicit reading(Connection& by) : by_(by) {}

  void read(std::span<const std::byte> stream, std::size_t most, std::vector<Event>& events) {
    std::array<std::span<std::byte>, 9> places;
    std::vector<std::byte> room(5000);
    while (!stream.empty() && !by_.closing()) {
      const auto into = std::span(places).first(by_.places(room, places));
      std::size_t count = 0;
      for (const std::span<std::byte> place : into) {
        const std::size_t part = std::min({place.size(), stream.size(), most - count});
        std::memcpy(place.data(), stream.data(), part);
        stream = stream.subspan(part);
        count += part;
        if (place.data() < room.data() || place.data() >= room.data() + room.size())
          in_place += part;
      }
      by_.receive(into, count, events);
    }
  }

  std::size_t in_place = 0;

 private:
  Connection& by_;
};

void add(bytes& to, std::uint32_t value, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) to.push_back(static_cast<std::byte>(value >> (8 * i)));
}

/// A fragment of a request or a response.
bytes fragment_of(packet type, std::uint8_t flags, std::uint32_t call, std::size_t stub,
                  std::uint32_t hint, std::uint16_t context, std::uint8_t fill) {
  bytes pdu = unhex("0500");
  add(pdu, static_cast<std::uint8_t>(type), 1);
  add(pdu, flags, 1);
  add(pdu, 0x10, 4);
  add(pdu, static_cast<std::uint32_t>(24 + stub), 2);
  add(pdu, 0, 2);
  add(pdu, call, 4);
  add(pdu, hint, 4);
  add(pdu, context, 2);
  add(pdu, type == packet::request ? 3 : 0, 2);
  for (std::size_t i = 0; i < stub; ++i) pdu.push_back(static_cast<std::byte>(fill + i * 7));
  return pdu;
}

/// Messages in fragments, most of them as a peer sends them: in order, of one size, with a hint.
/// Now and then one is shorter, lies, comes between others, or is wrong.
bytes messages(packet type, std::uint16_t context, std::minstd_rand& random) {
  bytes stream;
  std::vector<std::size_t> left(4);  // of the calls 1 to 3
  const bool orderly = random() % 3 != 0;
  std::uint32_t call = 1;
  for (int i = 0; i < 40; ++i) {
    if (!orderly && random() % 4 == 0) call = 1 + random() % 3;
    if (orderly && left[call] == 0) call = 1 + call % 3;
    const bool first = left[call] == 0;
    if (first) left[call] = 1 + random() % 60'000;
    std::size_t stub = std::min<std::size_t>(left[call], 5816);
    if (random() % 30 == 0) stub = std::min<std::size_t>(left[call], 1 + random() % 5816);
    const auto hint = static_cast<std::uint32_t>(
        random() % 20 == 0 ? random() % 3 * 30'000 * (random() % 70'000) : left[call]);
    left[call] -= stub;
    auto flags =
        static_cast<std::uint8_t>((first ? flag::first : 0) | (left[call] == 0 ? flag::last : 0));
    if (random() % 200 == 0) flags ^= static_cast<std::uint8_t>(1 + random() % 2);
    const bytes pdu =
        fragment_of(type, flags, call, stub, hint, context, static_cast<std::uint8_t>(i));
    stream.insert(stream.end(), pdu.begin(), pdu.end());
    if (!orderly && random() % 10 == 0) {
      const bytes notice = unhex("05001203 10000000 1000 0000 02000000");
      if (type == packet::request) stream.insert(stream.end(), notice.begin(), notice.end());
    }
  }
  if (random() % 3 == 0) stream[random() % stream.size()] ^= std::byte{0x41};
  return stream;
}

std::size_t some(std::minstd_rand& random) {
  switch (random() % 4) {
    case 0: return 1 + random() % 30;
    case 1: return 1 + random() % 6000;
    default: return 1 + random() % 100'000;
  }
}

class ServerPlaces : public test::Server {
 protected:
  std::string seen(server_connection& by) {
    std::string text;
    for (const incoming_call& call : calls)
      text += std::to_string(by.given_up(call.ticket)) + ":" +
              std::to_string(static_cast<std::uint64_t>(call.ticket)) + ":" +
              hex(bytes(call.stub.bytes().begin(), call.stub.bytes().end())) + "\n";
    protocol::output out;
    if (by.take_output(out)) text += test::drain(out);
    return text + std::string(by.reason()) + std::to_string(by.buffered_input());
  }
};

TEST_F(ServerPlaces, MeanTheSame) {
  at.limits.max_calls = 200;
  at.limits.request = message_limits(70'000);
  bytes bind = unhex(test::smbtorture_bind);
  bind[3] |= std::byte{flag::concurrent};
  std::minstd_rand random(1);
  std::size_t in_place = 0;
  std::set<std::string> reasons;
  for (int round = 0; round < 200; ++round) {
    const bytes stream = messages(packet::request, 0, random);
    restart();
    server->receive(bind, calls);
    server->receive(stream, calls);
    const std::string expected = seen(*server);
    reasons.insert(std::string(server->reason()));
    restart();
    server->receive(bind, calls);
    reading<server_connection, incoming_call> reader(*server);
    const std::size_t most = some(random);
    reader.read(stream, most, calls);
    in_place += reader.in_place;
    ASSERT_EQ(seen(*server), expected) << "round " << round << ", " << most << " bytes at a time";
  }
  EXPECT_GT(in_place, 500'000u);
  EXPECT_GT(reasons.size(), 3u);
}

class ClientPlaces : public test::Client {
 protected:
  std::string seen() {
    std::string text;
    for (const client_event& event : events)
      text += std::to_string(static_cast<int>(event.what)) + ":" +
              std::to_string(static_cast<std::uint64_t>(event.call)) + ":" +
              hex(bytes(event.stub.bytes().begin(), event.stub.bytes().end())) + "\n";
    return text + std::string(client->reason());
  }

  /// With three calls, of which one is given up.
  void begin() {
    settings limits;
    limits.response = message_limits(70'000);
    restart(limits);
    bind(test::windows_ack);
    for (int i = 0; i < 3; ++i) request(3, "01");
    output();
    client->abandon(call_ticket{2});
    output();
    events.clear();
  }
};

TEST_F(ClientPlaces, MeanTheSame) {
  std::minstd_rand random(2);
  std::size_t in_place = 0;
  for (int round = 0; round < 200; ++round) {
    const bytes stream = messages(packet::response, 1, random);
    begin();
    client->receive(stream, events);
    const std::string expected = seen();
    begin();
    reading<client_connection, client_event> reader(*client);
    const std::size_t most = some(random);
    reader.read(stream, most, events);
    in_place += reader.in_place;
    ASSERT_EQ(seen(), expected) << "round " << round << ", " << most << " bytes at a time";
  }
  EXPECT_GT(in_place, 500'000u);
}

// What a peer that is like us sends is copied once only: what came with the first read.
TEST_F(ServerPlaces, TakeAllButTheBeginning) {
  bytes stream;
  const std::size_t size = 1'000'000;
  for (std::size_t begin = 0; begin < size; begin += 5816) {
    const std::size_t stub = std::min<std::size_t>(5816, size - begin);
    const auto flags = static_cast<std::uint8_t>((begin == 0 ? flag::first : 0) |
                                                 (begin + stub == size ? flag::last : 0));
    const bytes pdu = fragment_of(packet::request, flags, 1, stub,
                                  static_cast<std::uint32_t>(size - begin), 0, 0);
    stream.insert(stream.end(), pdu.begin(), pdu.end());
  }
  server->receive(unhex(test::smbtorture_bind), calls);
  reading<server_connection, incoming_call> reader(*server);
  reader.read(stream, stream.size(), calls);
  ASSERT_EQ(calls.size(), 1u);
  EXPECT_EQ(calls[0].stub.size(), size);
  EXPECT_GT(reader.in_place, size - 50'000);
}

// The hint is not believed before much has come.
TEST_F(ServerPlaces, TakeNoMemoryForAHintAlone) {
  server->receive(unhex(test::smbtorture_bind), calls);
  const bytes pdu = fragment_of(packet::request, flag::first, 1, 5816, 4'000'000, 0, 0);
  std::vector<std::byte> room(100'000);
  std::array<std::span<std::byte>, 200> places;
  server->receive(std::span(pdu).first(5000), calls);
  const auto into = std::span(places).first(server->places(room, places));
  std::size_t bytes_there = 0;
  for (const std::span<std::byte> place : into) bytes_there += place.size();
  EXPECT_GT(into.size(), 1u);
  EXPECT_LE(bytes_there, 8 * 5000u + 24 * into.size());
}

}  // namespace
}  // namespace rpc::protocol

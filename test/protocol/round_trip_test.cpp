// Both ends against each other, with streams cut in pieces of random size. What each end
// writes is compared with bytes derived by hand elsewhere; here only the stub data count.

#include "association_groups.h"
#include "drain.h"
#include "hex.h"
#include "protocol/client_connection.h"
#include "protocol/server_connection.h"
#include "samples.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace rpc::protocol {
namespace {

class Wire {
 public:
  Wire(const settings& client_limits, const settings& server_limits)
      : at_{served_, "", server_limits}, client(client_limits), server(at_, groups_) {}

  /// Moves bytes until both ends are silent; the server returns what it gets, back to front.
  void run() {
    bool more = true;
    while (more) {
      more = move(client, server, calls_);
      for (incoming_call& call : calls_) {
        const auto stub = call.stub.bytes();
        std::reverse(stub.begin(), stub.end());
        server.respond(call.ticket, call.stub);
      }
      calls_.clear();
      more = move(server, client, events) || more;
    }
  }

 private:
  template <class From, class To, class Events>
  bool move(From& from, To& to, Events& seen) {
    output out;
    if (!from.take_output(out)) return false;
    const test::bytes stream = test::sent(out);
    for (std::size_t at = 0; at < stream.size();) {
      const std::size_t size =
          std::min<std::size_t>(stream.size() - at, 1 + random_() % (random_() % 2 ? 20 : 9000));
      to.receive(std::span(stream).subspan(at, size), seen);
      at += size;
    }
    return true;
  }

  static constexpr offered_interface served_[] = {test::echo};
  std::minstd_rand random_{42};
  server_connection::endpoint at_;
  test::association_groups groups_;
  std::vector<incoming_call> calls_;

 public:
  client_connection client;
  server_connection server;
  std::vector<client_event> events;
};

void exchange(const settings& client_limits, const settings& server_limits) {
  Wire wire(client_limits, server_limits);
  wire.client.bind(test::echo);
  wire.run();
  ASSERT_EQ(wire.events.size(), 1u);
  ASSERT_EQ(wire.events[0].what, client_event::kind::bound);
  wire.events.clear();

  std::map<call_ticket, test::bytes> wanted;
  std::minstd_rand random(7);
  for (const int length : {0, 1, 7, 8, 24, 1408, 1409, 4096, 4097, 5816, 5817, 100'000, 300'001}) {
    for (int i = 0; i < 2; ++i) {
      test::bytes data(static_cast<std::size_t>(length));
      for (std::byte& b : data) b = static_cast<std::byte>(random());
      buffer stub;
      stub.append(data);
      const call_ticket call = wire.client.request(0, 1, stub);
      EXPECT_TRUE(stub.empty());
      std::reverse(data.begin(), data.end());
      wanted[call] = std::move(data);
    }
  }
  wire.run();
  ASSERT_EQ(wire.events.size(), wanted.size());
  for (const client_event& event : wire.events) {
    ASSERT_EQ(event.what, client_event::kind::response);
    const test::bytes& data = wanted.at(event.call);
    EXPECT_TRUE(std::ranges::equal(event.stub.bytes(), data)) << data.size();
    wanted.erase(event.call);
  }
  EXPECT_FALSE(wire.client.closing());
  EXPECT_FALSE(wire.server.closing());
  EXPECT_EQ(wire.server.calls(), 0u);
}

TEST(RoundTrip, Defaults) { exchange({}, {}); }

TEST(RoundTrip, LargeFragments) {
  settings local;
  local.max_fragment = local_max_fragment;
  exchange(local, local);
}

TEST(RoundTrip, DifferentFragmentSizes) {
  settings small;
  small.max_fragment = 2048;
  settings local;
  local.max_fragment = local_max_fragment;
  exchange(small, local);
  exchange(local, small);
}

TEST(RoundTrip, FragmentSizesOutOfRange) {
  settings low;
  low.max_fragment = 0;
  settings high;
  high.max_fragment = 65535;
  exchange(low, high);
  exchange(high, low);
}

// Responses have the lower half of their number.
TEST(RoundTrip, MoreThan256PresentationContexts) {
  settings many;
  many.max_contexts = 1000;
  Wire wire(many, many);
  const std::size_t bindings = 300;
  for (std::size_t i = 0; i < bindings; ++i) {
    wire.client.bind(test::echo);
    wire.run();
  }
  ASSERT_EQ(wire.events.size(), bindings);
  wire.events.clear();
  for (const std::size_t binding : {std::size_t{0}, bindings - 1}) {
    buffer stub;
    stub.append(test::counting(20'000));
    wire.client.request(binding, 1, stub);
  }
  wire.run();
  ASSERT_EQ(wire.events.size(), 2u);
  for (const client_event& event : wire.events)
    EXPECT_EQ(event.what, client_event::kind::response) << event.binding;
}

TEST(RoundTrip, Ndr20) {
  settings plain;
  plain.ndr64 = false;
  exchange(plain, {});
  exchange({}, plain);
}

}  // namespace
}  // namespace rpc::protocol

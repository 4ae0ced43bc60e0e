// Valid streams with bytes missing, changed or repeated must never do harm: with the
// sanitizers this test finds what does. The seed is fixed.

#include "feed.h"
#include "hex.h"
#include "server_fixture.h"

#include "client_fixture.h"

#include <gtest/gtest.h>

#include <random>

namespace rpc::protocol {
namespace {

using test::bytes;
using test::feed_server;
using test::join;
using test::unhex;

const bytes client_stream = join(
    unhex(test::smbtorture_bind), test::request(3, 2, test::counting(8)),
    test::request(1, 3, test::counting(16)), test::request(0, 3, test::counting(8)),
    test::request(2, 3, test::counting(4)),
    unhex("05000083 00000000 002c 0000 00000004 00000004 0000 0007"
          "60a15ec54de811d7a637005056a20182 00000029"),
    unhex("05001203 10000000 1000 0000 04000000"), unhex("05001303 10000000 1000 0000 04000000"),
    unhex("05000e03 10000000 4800 0000 02000000 d016 d016 00000000 01 000000"
          "0500 01 00 c55ea160e84dd711a637005056a20182 01000000"
          "           33057171babe37498319b5dbef9ccc36 01000000"),
    test::request(3, 5, test::counting(8), 5));

const bytes server_stream =
    join(unhex(test::windows_ack),
         unhex("05000201 10000000 2000 0000 01000000 09000000 0100 0000 0011223344556677"
               "05000203 10000000 1c00 0000 02000000 04000000 0100 0000 29000000"
               "05000202 10000000 1900 0000 01000000 01000000 0100 0000 88"
               "05000303 10000000 2000 0000 03000000 20000000 0100 0000 f7060000 00000000"
               "05000f03 10000000 5000 0000 04000000 d016 d016 78563412 0000 0000 02 000000"
               "0200 0200 00000000000000000000000000000000 00000000"
               "0000 0000 33057171babe37498319b5dbef9ccc36 01000000"
               "05001103 10000000 1000 0000 00000000"));

template <class Feed>
void mutate(const bytes& stream, Feed feed) {
  for (std::size_t size = 0; size <= stream.size(); ++size) {  // every truncation
    feed(std::span(stream).first(size), 4096);
  }
  for (std::size_t i = 0; i < stream.size(); ++i) {  // every byte with every value
    bytes changed = stream;
    for (unsigned value = 0; value < 256; ++value) {
      changed[i] = static_cast<std::byte>(value);
      feed(std::span<const std::byte>(changed), 4096);
    }
  }
  std::minstd_rand random(1);
  for (int round = 0; round < 20'000; ++round) {  // several things at once
    bytes changed = stream;
    for (std::size_t k = random() % 6; k > 0; --k) {
      const std::size_t at = random() % changed.size();
      const auto place = changed.begin() + static_cast<std::ptrdiff_t>(at);
      const auto count = static_cast<std::ptrdiff_t>(
          std::min<std::size_t>(1 + random() % 16, changed.size() - at));
      switch (random() % 4) {
        case 0: *place = static_cast<std::byte>(random()); break;
        case 1: *place ^= static_cast<std::byte>(1u << (random() % 8)); break;
        case 2:
          if (changed.size() > 16) changed.erase(place, place + count);
          break;
        default: {
          const bytes copy(place, place + count);
          changed.insert(place, copy.begin(), copy.end());
        }
      }
    }
    feed(std::span<const std::byte>(changed), 1 + random() % 64);
  }
}

TEST(Mutation, OfWhatClientsSend) { mutate(client_stream, feed_server); }

TEST(Mutation, OfWhatServersSend) {
  mutate(server_stream, [](std::span<const std::byte> stream, std::size_t piece) {
    EXPECT_TRUE(test::feed_client(stream, piece));
  });
}

}  // namespace
}  // namespace rpc::protocol

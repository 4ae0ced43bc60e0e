#include "protocol/fragmenter.h"

#include "drain.h"
#include "hex.h"

#include <gtest/gtest.h>

namespace rpc::protocol {
namespace {

using test::counting;
using test::drain;
using test::hex;
using test::sent;
using test::tidy;
using test::unhex;

buffer stub_of(const test::bytes& from) {
  buffer stub;
  stub.append(from);
  return stub;
}

TEST(Fragmenter, OneFragment) {
  buffer stub = stub_of(unhex("0a0b0c0d"));
  output out;
  write_message(out, {packet::response, 2, 1}, stub, 5840);
  EXPECT_TRUE(stub.empty());
  EXPECT_EQ(drain(out), tidy("05000203 10000000 1c00 0000 02000000 04000000 0100 00 00 0a0b0c0d"));
}

TEST(Fragmenter, NoStubDataAreOneFragmentToo) {
  buffer stub;
  output out;
  write_message(out, {packet::request, 1, 0, 9}, stub, 5840);
  EXPECT_EQ(drain(out), tidy("05000003 10000000 1800 0000 01000000 00000000 0000 0900"));
}

TEST(Fragmenter, AnObjectInEveryFragment) {
  buffer stub = stub_of(counting(30));
  output out;
  // 64 leave 24 bytes for stub data beside the object.
  write_message(out, {packet::request, 1, 2, 3, uuid("60a15ec5-4de8-11d7-a637-005056a20182")}, stub,
                64);
  const test::bytes data = counting(30);
  EXPECT_EQ(drain(out), tidy("05000081 10000000 4000 0000 01000000 1e000000 0200 0300"
                             "c55ea160e84dd711a637005056a20182") +
                            " " + hex(std::span(data).first(24)) + " " +
                            tidy("05000082 10000000 2e00 0000 01000000 06000000 0200 0300"
                                 "c55ea160e84dd711a637005056a20182") +
                            " " + hex(std::span(data).subspan(24)));
}

TEST(Fragmenter, ExactlyFullFragments) {
  buffer stub = stub_of(counting(80));
  output out;
  write_message(out, {packet::response, 1, 0}, stub, 64);
  const test::bytes data = counting(80);
  EXPECT_EQ(drain(out), tidy("05000201 10000000 4000 0000 01000000 50000000 0000 0000") + " " +
                            hex(std::span(data).first(40)) + " " +
                            tidy("05000202 10000000 4000 0000 01000000 28000000 0000 0000") + " " +
                            hex(std::span(data).subspan(40)));
}

// All but the last fragment carry a multiple of 8 bytes, whatever the fragment size.
TEST(Fragmenter, OddFragmentSizes) {
  buffer stub = stub_of(counting(50));
  output out;
  write_message(out, {packet::response, 1, 0}, stub, 71);
  const test::bytes all = sent(out);
  EXPECT_EQ(hex(std::span(all).subspan(8, 2)), "40 00");
  EXPECT_EQ(all.size(), 64u + 24u + 10u);
}

TEST(Fragmenter, ALargeBodyIsSentFromWhereItIs) {
  const test::bytes data = counting(100'000);
  buffer stub = stub_of(data);
  const std::byte* const place = stub.data();
  output out;
  write_message(out, {packet::response, 1, 0}, stub, 5840);
  EXPECT_TRUE(stub.empty());

  // 5840 - 24 = 5816 bytes each: 17 full fragments, and 1128 bytes in the last
  std::vector<std::span<const std::byte>> views(100);
  ASSERT_EQ(out.gather(views), 36u);
  for (std::size_t i = 0; i < 18; ++i) {
    EXPECT_EQ(views[2 * i].size(), 24u);
    EXPECT_EQ(views[2 * i + 1].data(), place + i * 5816);
    EXPECT_EQ(views[2 * i + 1].size(), i < 17 ? 5816u : 1128u);
  }
  EXPECT_EQ(out.size(), 100'000u + 18 * 24);
}

TEST(Fragmenter, SmallMessagesAreOneRun) {
  output out;
  for (int i = 0; i < 64; ++i) {
    buffer stub = stub_of(counting(40));
    write_message(out, {packet::response, 1, 0}, stub, 5840);
  }
  std::vector<std::span<const std::byte>> views(100);
  ASSERT_EQ(out.gather(views), 1u);
  EXPECT_EQ(views[0].size(), 64u * 64u);
}

TEST(Output, IsConsumedInAnySteps) {
  const test::bytes data = counting(9000);
  for (const std::size_t step : {1u, 7u, 24u, 5000u}) {
    buffer stub = stub_of(data);
    output out;
    write_message(out, {packet::response, 1, 0}, stub, 5840);
    test::bytes all;
    while (!out.empty()) {
      std::span<const std::byte> views[1];
      ASSERT_EQ(out.gather(views), 1u);
      const std::size_t count = std::min(step, views[0].size());
      all.insert(all.end(), views[0].begin(),
                 views[0].begin() + static_cast<std::ptrdiff_t>(count));
      out.consume(count);
    }
    ASSERT_EQ(all.size(), 9048u);
    EXPECT_EQ(hex(std::span(all).subspan(24, 5816)), hex(std::span(data).first(5816))) << step;
    EXPECT_EQ(hex(std::span(all).subspan(5864)), hex(std::span(data).subspan(5816))) << step;
  }
}

}  // namespace
}  // namespace rpc::protocol

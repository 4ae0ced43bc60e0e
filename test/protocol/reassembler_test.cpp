#include "protocol/reassembler.h"

#include "hex.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>

namespace rpc::protocol {
namespace {

using result = reassembler::result;

message_limits at_most(std::size_t bytes, std::size_t fragments) {
  message_limits limits(bytes);
  limits.fragments = fragments;
  return limits;
}

fragment part_of(std::span<const std::byte> stub, std::uint32_t alloc_hint = 0) {
  fragment part{};
  part.alloc_hint = alloc_hint;
  part.stub = stub;
  return part;
}

TEST(Reassembler, PutsFragmentsTogether) {
  const auto data = test::counting(100);
  reassembler parts;
  buffer stub;
  const message_limits limits = at_most(1000, 10);
  EXPECT_EQ(parts.add(stub, part_of(std::span(data).first(40)), false, limits), result::ok);
  EXPECT_EQ(parts.add(stub, part_of(std::span(data).subspan(40, 16)), false, limits), result::ok);
  EXPECT_EQ(parts.add(stub, part_of(std::span(data).subspan(56)), true, limits), result::ok);

  EXPECT_EQ(test::hex(stub.bytes()), test::hex(data));
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(stub.data()) % buffer::alignment, 0u);
}

TEST(Reassembler, LimitOfBytes) {
  const auto data = test::counting(101);
  for (const std::size_t size : {99u, 100u, 101u}) {
    reassembler parts;
    buffer stub;
    const message_limits limits = at_most(100, 10);
    ASSERT_EQ(parts.add(stub, part_of(std::span(data).first(50)), false, limits), result::ok);
    EXPECT_EQ(parts.add(stub, part_of(std::span(data).subspan(50, size - 50)), true, limits),
              size <= 100 ? result::ok : result::too_large);
  }
}

TEST(Reassembler, LimitOfBytesInOneFragment) {
  const auto data = test::counting(101);
  reassembler parts;
  buffer stub;
  EXPECT_EQ(parts.add(stub, part_of(data), true, at_most(100, 10)), result::too_large);
}

TEST(Reassembler, TheSumNeverOverflows) {
  const auto data = test::counting(16);
  reassembler parts;
  buffer stub;
  const message_limits limits = at_most(SIZE_MAX - 1, SIZE_MAX);
  EXPECT_EQ(parts.add(stub, part_of(data, 0xFFFFFFFF), false, limits), result::ok);
  EXPECT_EQ(parts.add(stub, part_of(data, 0xFFFFFFFF), true, limits), result::ok);
  EXPECT_EQ(stub.size(), 32u);
}

TEST(Reassembler, LimitOfFragments) {
  const auto data = test::counting(1);
  reassembler parts;
  buffer stub;
  const message_limits limits = at_most(100, 3);
  EXPECT_EQ(parts.add(stub, part_of(data), false, limits), result::ok);
  EXPECT_EQ(parts.add(stub, part_of(data), false, limits), result::ok);
  EXPECT_EQ(parts.add(stub, part_of(data), false, limits), result::ok);
  EXPECT_EQ(parts.add(stub, part_of(data), true, limits), result::too_large);
}

TEST(Reassembler, EmptyFragments) {
  reassembler parts;
  buffer stub;
  EXPECT_EQ(parts.add(stub, part_of({}), false, at_most(100, 10)), result::ok);
  EXPECT_EQ(parts.add(stub, part_of({}), false, at_most(100, 10)), result::empty);
  EXPECT_EQ(parts.add(stub, part_of({}), true, at_most(100, 10)), result::ok);
  EXPECT_TRUE(stub.empty());
}

TEST(Reassembler, AnEmptyFirstFragmentCounts) {
  reassembler parts;
  buffer stub;
  const auto data = test::counting(1);
  EXPECT_EQ(parts.add(stub, part_of({}), false, at_most(100, 2)), result::ok);
  EXPECT_EQ(parts.add(stub, part_of(data), false, at_most(100, 2)), result::ok);
  EXPECT_EQ(parts.add(stub, part_of(data), true, at_most(100, 2)), result::too_large);
}

TEST(Reassembler, TheHintAllocatesAtMostEightTimesOfWhatCame) {
  const auto data = test::counting(64);
  for (const std::uint32_t hint : {0u, 1u, 64u, 100u, 128u, 4096u, 0xFFFFFFFFu}) {
    reassembler parts;
    buffer stub;
    ASSERT_EQ(parts.add(stub, part_of(data, hint), false, at_most(1 << 20, 10)), result::ok);

    EXPECT_GE(stub.capacity(), std::clamp(hint, 64u, 512u)) << hint;
    EXPECT_LE(stub.capacity(), 512u) << hint;
  }
}

}  // namespace
}  // namespace rpc::protocol

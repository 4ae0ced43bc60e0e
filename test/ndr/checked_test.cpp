// Size expressions over values of the peer: no operator traps, and what cannot be told is invalid.
#include <gtest/gtest.h>
#include <rpc/ndr/checked.h>

#include <cstdint>
#include <limits>

using rpc::ndr::checked;
using rpc::ndr::pointee;

namespace {

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

void expect_value(checked c, std::int64_t value) {
  EXPECT_TRUE(c.valid());
  EXPECT_EQ(c.value(), value);
}

TEST(Checked, CharactersAreUnsigned) {
  expect_value(checked('\xC8'), 200);
  expect_value(checked(static_cast<signed char>(-56)), -56);
}

TEST(Checked, ComputesAsC) {
  const checked n(std::uint32_t{0xFFFFFFFF});
  expect_value(n + 1, 0x100000000);  // 64 bits: no wrap to zero
  expect_value(checked(7) / 2, 3);
  expect_value(checked(-7) / 2, -3);
  expect_value(checked(-7) % 2, -1);
  expect_value(checked(6) & 3, 2);
  expect_value(checked(6) | 1, 7);
  expect_value(checked(6) ^ 3, 5);
  expect_value(checked(1) << 4, 16);
  expect_value(checked(-16) >> 2, -4);
  expect_value(~checked(0), -1);
  expect_value(-checked(5), -5);
  expect_value(!checked(5), 0);
  expect_value(checked(2) < 3, 1);
  expect_value(checked(2) >= 3, 0);
  expect_value(checked(2) == 2, 1);
  expect_value(checked(2) != 2, 0);
  expect_value(choose(checked(1), 10, 20), 10);
  expect_value(choose(checked(0), 10, 20), 20);
}

TEST(Checked, WhatCannotBeToldIsInvalid) {
  for (const checked c :
       {checked(most) + 1, checked(least) - 1, checked(most) * 2,
        checked(std::uint32_t{0xFFFFFFFF}) * 0x100000000, checked(1) / 0, checked(1) % 0,
        checked(least) / -1, -checked(least), checked(1) << 63, checked(1) << -1, checked(1) >> 64,
        checked(std::numeric_limits<std::uint64_t>::max())}) {
    EXPECT_FALSE(c.valid());
    EXPECT_FALSE((c + 1).valid());
    EXPECT_FALSE((c == c).valid());
    EXPECT_FALSE(c.is_count());
  }
}

TEST(Checked, OnlyTheSideThatCountsMustBeValid) {
  const checked invalid;
  expect_value(checked(0) && invalid, 0);
  expect_value(checked(1) || invalid, 1);
  expect_value(choose(checked(1), 5, invalid), 5);
  EXPECT_FALSE((invalid || checked(1)).valid());
  EXPECT_FALSE(choose(invalid, 1, 1).valid());
}

TEST(Checked, NullPointersMakeItInvalid) {
  const std::uint32_t n = 3;
  const std::uint32_t* one = &n;
  const std::uint32_t* const* two = &one;
  expect_value(pointee(one), 3);
  expect_value(pointee(two), 3);
  one = nullptr;
  EXPECT_FALSE(pointee(two).valid());
  EXPECT_FALSE(pointee(static_cast<const std::int16_t*>(nullptr)).valid());
}

TEST(Checked, CountsAreNotNegative) {
  EXPECT_TRUE(checked(0).is_count());
  EXPECT_FALSE(checked(-1).is_count());
}

}  // namespace

#include "security/pac.h"
#include "logon_info.h"
#include "protocol/hex.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace {

using rpc::security::read_logon_info;
using rpc::test::bytes;
using strings = std::vector<std::string>;

bytes sample() { return rpc::test::unhex(rpc::test::logon_info); }

// Members, from the beginning of the serialized bytes.
constexpr std::size_t user = 20 + 100;
constexpr std::size_t user_flags = 20 + 116;

void set(bytes& in, std::size_t at, std::uint32_t value) {
  for (std::size_t i = 0; i < 4; ++i) in[at + i] = static_cast<std::byte>(value >> (8 * i));
}

TEST(Pac, TheUserAndTheGroupsThatAreEnabled) {
  const auto read = read_logon_info(sample());
  ASSERT_TRUE(read);
  EXPECT_EQ(read->user, "S-1-5-21-1-2-3-1103");
  EXPECT_EQ(read->groups, (strings{"S-1-5-21-1-2-3-513", "S-1-5-21-1-2-3-1200", "S-1-18-1",
                                   "S-1-5-21-4-5-6-77"}));
}

TEST(Pac, WhatTheFlagsDoNotAnnounceDoesNotCount) {
  bytes plain = sample();
  set(plain, user_flags, 0);
  const auto read = read_logon_info(plain);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->groups, (strings{"S-1-5-21-1-2-3-513", "S-1-5-21-1-2-3-1200"}));
}

TEST(Pac, AUserOfNoDomainIsTheFirstExtraSid) {
  bytes foreign = sample();
  set(foreign, user, 0);
  const auto read = read_logon_info(foreign);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->user, "S-1-18-1");
  EXPECT_EQ(read->groups.size(), 3u);
}

TEST(Pac, CutAtEachByte) {
  const bytes whole = sample();
  // The last array ends the object; what follows is padding.
  for (std::size_t size = 0; size < whole.size(); ++size)
    EXPECT_FALSE(read_logon_info(std::span(whole).first(size))) << size;
}

TEST(Pac, OtherHeaders) {
  for (const std::size_t at : {0, 1}) {
    bytes other = sample();
    other[at] = std::byte{7};
    EXPECT_FALSE(read_logon_info(other));
  }
}

TEST(Pac, CountsThatAreTooLarge) {
  const bytes whole = sample();
  for (std::size_t at = 20 + 216; at + 4 <= whole.size(); at += 4) {
    bytes large = whole;
    set(large, at, 0xffffffff);
    (void)read_logon_info(large);
  }
}

TEST(Pac, ChangedAnywhere) {
  std::mt19937 random(17);
  const bytes whole = sample();
  for (int i = 0; i < 100'000; ++i) {
    bytes changed = whole;
    for (unsigned n = 0; n <= random() % 4; ++n)
      changed[random() % changed.size()] = static_cast<std::byte>(random());
    const auto read = read_logon_info(changed);
    if (read) {
      ASSERT_LE(read->groups.size(), whole.size() / 8);
    }
  }
}

}  // namespace

// [ignore] and [int3264]: what does not travel as it lies in memory.
#include "row.h"
#include "wire.h"

#include <cstdint>
#include <limits>
#include <memory>

using namespace wire_test;

namespace {

struct cached {
  std::int32_t value;
  void* cache;
  std::uint8_t last;
};
struct holder {
  cached* p{};
};
struct maker {
  cached* made{};
};

struct mapping {
  std::uint8_t kind;
  std::uint64_t base;
  std::int64_t offsets[2];
};
struct mapped {
  mapping* p{};
};
struct numbers {
  std::int64_t a{};
  std::uint64_t b{};
};
struct sequence {
  std::uint32_t n{};
  const std::int64_t* p{};
};

}  // namespace

template <>
struct rpc::ndr::layout<cached> {
  using type = cached;
  using members = fields<field<"value", &type::value>, field<"cache", &type::cache, ignored>,
                         field<"last", &type::last>>;
};
template <>
struct rpc::operation<holder> {
  RPC_TEST_OPERATION(holder);
  using parameters = ndr::parameters<ndr::in_out<"p", &call::p, ndr::ref<>>>;
};
template <>
struct rpc::operation<maker> {
  RPC_TEST_OPERATION(maker);
  using parameters = ndr::parameters<ndr::result<"made", &call::made, ndr::unique<>>>;
};

template <>
struct rpc::ndr::layout<mapping> {
  using type = mapping;
  using members = fields<field<"kind", &type::kind>, field<"base", &type::base, int3264>,
                         field<"offsets", &type::offsets, fixed<2, int3264>>>;
};
template <>
struct rpc::operation<mapped> {
  RPC_TEST_OPERATION(mapped);
  using parameters = ndr::parameters<ndr::in<"p", &call::p, ndr::ref<>>>;
};
template <>
struct rpc::operation<numbers> {
  RPC_TEST_OPERATION(numbers);
  using parameters =
      ndr::parameters<ndr::in<"a", &call::a, ndr::int3264>, ndr::in<"b", &call::b, ndr::int3264>>;
};
template <>
struct rpc::operation<sequence> {
  RPC_TEST_OPERATION(sequence);
  static ndr::checked p_size(const sequence& self) { return self.n; }
  using parameters =
      ndr::parameters<ndr::in<"n", &call::n>,
                      ndr::in<"p", &call::p, ndr::ref<ndr::conformant<&p_size, ndr::int3264>>>>;
};

namespace {

TEST(Ignored, ANullPointerStandsForIt) {
  cached value{5, &value, 6};
  row("pointer with `ignore`", one<cached*, rpc::ndr::ref<>>{&value}, "05000000 00000000 06 EE",
      "05000000 00000000 0000000000000000 06 00000000000000 EE", "00000005 00020000 06 EE");
}

TEST(Ignored, IsNullOnTheServerWhateverArrives) {
  for (const auto order : {std::endian::little, std::endian::big}) {
    const bool little = order == std::endian::little;
    const received<holder> got(ndr20, little ? "05000000 00000200 06" : "00000005 00020000 06",
                               order);
    EXPECT_EQ(got.frame.p->value, 5);
    EXPECT_EQ(got.frame.p->cache, nullptr);
    EXPECT_EQ(got.frame.p->last, 6);
    const received<holder> wide(ndr64,
                                little ? "05000000 00000000 0000020000000000 06 00000000000000"
                                       : "00000005 00000000 0000000000020000 06 00000000000000",
                                order);
    EXPECT_EQ(wide.frame.p->value, 5);
    EXPECT_EQ(wide.frame.p->cache, nullptr);
    EXPECT_EQ(wide.frame.p->last, 6);
  }
}

TEST(Ignored, StaysWhatItIsOnTheClient) {
  cached c{5, &c, 6};
  holder frame{&c};
  rpc::buffer message = bytes("07000000 00000200 08");
  unmarshal_response(ndr20, std::endian::little, message.bytes(), frame);
  EXPECT_EQ(c.value, 7);
  EXPECT_EQ(c.cache, &c);
  EXPECT_EQ(c.last, 8);
}

TEST(Ignored, IsNullInNewMemoryOfTheClient) {
  maker frame;
  rpc::buffer message = bytes("00000200 07000000 00000200 08");
  unmarshal_response(ndr20, std::endian::little, message.bytes(), frame);
  const std::unique_ptr<cached, decltype(&rpc::free)> made(frame.made, rpc::free);
  EXPECT_EQ(made->value, 7);
  EXPECT_EQ(made->cache, nullptr);
}

TEST(Int3264, IsAsWideAsThePointersOfTheSyntax) {
  row("integer of 64 bits with `int3264` (experimental)", one<std::int64_t, rpc::ndr::int3264>{-2},
      "FEFFFFFF EE", "FEFFFFFFFFFFFFFF EE", "FFFFFFFE EE");
  EXPECT_EQ(request(ndr64, numbers{-2, 0xFFFFFFFE}), hex("feffffffffffffff feffffff00000000"));
  mapping m{1, 2, {3, -4}};
  EXPECT_EQ(request(ndr20, mapped{&m}), hex("01 000000 02000000 03000000 fcffffff"));
  EXPECT_EQ(request(ndr64, mapped{&m}),
            hex("01 00000000000000 0200000000000000 0300000000000000 fcffffffffffffff"));
}

TEST(Int3264, IsExtendedByItsSignOrByZeros) {
  for (const auto order : {std::endian::little, std::endian::big}) {
    const bool little = order == std::endian::little;
    const received<numbers> narrow(ndr20, little ? "feffffff feffffff" : "fffffffe fffffffe",
                                   order);
    EXPECT_EQ(narrow.frame.a, -2);
    EXPECT_EQ(narrow.frame.b, 0xFFFFFFFE);
    const received<numbers> wide(
        ndr64, little ? "0000000000000080 0100000001000000" : "8000000000000000 0000000100000001",
        order);
    EXPECT_EQ(wide.frame.a, std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(wide.frame.b, 0x1'0000'0001);
  }
  const received<mapped> got(ndr20, "01 000000 02000000 03000000 fcffffff");
  EXPECT_EQ(got.frame.p->base, 2u);
  EXPECT_EQ(got.frame.p->offsets[0], 3);
  EXPECT_EQ(got.frame.p->offsets[1], -4);
}

TEST(Int3264, WhatHasNoRoomIsNotSent) {
  constexpr std::int64_t low = std::numeric_limits<std::int32_t>::min();
  EXPECT_EQ(request(ndr20, numbers{low, 0xFFFFFFFF}), hex("00000080 ffffffff"));
  for (const numbers& n : {numbers{low - 1, 0}, numbers{INT64_C(1) << 31, 0}}) {
    const auto [code, text] = failure_of([&] { request(ndr20, n); });
    EXPECT_EQ(code, rpc::status::invalid_bound);
    EXPECT_TRUE(text.starts_with("numbers: 'a': the value " + std::to_string(n.a) +
                                 " has no room in 32 bits"));
  }
  EXPECT_EQ(failure_of([] { request(ndr20, numbers{0, UINT64_C(1) << 32}); }).first,
            rpc::status::invalid_bound);
  EXPECT_EQ(request(ndr64, numbers{INT64_C(1) << 31, UINT64_C(1) << 32}),
            hex("0000008000000000 0000000001000000"));
}

TEST(Int3264, StaysInTheMessageWhereItHasItsMemoryForm) {
  const received<sequence> narrow(ndr20, "02000000 02000000 01000000 ffffffff");
  EXPECT_FALSE(narrow.in_message(narrow.frame.p));
  EXPECT_EQ(narrow.frame.p[1], -1);
  const received<sequence> wide(
      ndr64, "02000000 00000000 0200000000000000 0100000000000000 ffffffffffffffff");
  EXPECT_TRUE(wide.in_message(wide.frame.p));
  EXPECT_EQ(wide.frame.p[1], -1);
}

}  // namespace

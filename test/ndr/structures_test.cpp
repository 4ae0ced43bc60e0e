// Structures: aligned to their widest member; a conformant array at the end hoists its max_count
// (C706 14.3.6, 14.3.7).
#include "wire.h"

#include <cstdint>
#include <cstring>

using namespace wire_test;

namespace {

struct inner {
  std::uint8_t a;
  std::int64_t b;
};
struct outer {
  std::uint8_t first;
  inner second;
  std::uint16_t third;
};
#pragma pack(push, 2)
struct packed {
  char c;
  std::int32_t l;
  char c2;
};
#pragma pack(pop)
struct flag_pair {
  bool a;
  bool b;
};
struct open {
  std::uint32_t x;
  std::uint16_t tail[1];
};
struct open_hyper {
  std::int64_t h;
  std::uint32_t n;
  char tail[1];
};
struct nested_open {
  std::uint8_t before;
  open last;
};

template <class T>
struct by_pointer {
  T* p{};
};
struct by_value {
  std::uint8_t before{};
  outer o{};
};

}  // namespace

template <>
struct rpc::ndr::layout<inner> {
  using type = inner;
  using members = fields<field<"a", &type::a>, field<"b", &type::b>>;
};
template <>
struct rpc::ndr::layout<outer> {
  using type = outer;
  using members = fields<field<"first", &type::first>, field<"second", &type::second>,
                         field<"third", &type::third>>;
};
template <>
struct rpc::ndr::layout<packed> {
  using type = packed;
  static constexpr bool natural_layout = false;
  using members = fields<field<"c", &type::c>, field<"l", &type::l>, field<"c2", &type::c2>>;
};
template <>
struct rpc::ndr::layout<flag_pair> {
  using type = flag_pair;
  using members = fields<field<"a", &type::a>, field<"b", &type::b>>;
};
template <>
struct rpc::ndr::layout<open> {
  using type = open;
  static checked tail_size(const type& self) { return checked(self.x); }
  using members = fields<field<"x", &type::x>, field<"tail", &type::tail, conformant<&tail_size>>>;
};
template <>
struct rpc::ndr::layout<open_hyper> {
  using type = open_hyper;
  static checked tail_size(const type& self) { return checked(self.n); }
  using members = fields<field<"h", &type::h>, field<"n", &type::n>,
                         field<"tail", &type::tail, conformant<&tail_size>>>;
};
template <>
struct rpc::ndr::layout<nested_open> {
  using type = nested_open;
  using members = fields<field<"before", &type::before>, field<"last", &type::last>>;
};
template <class T>
struct rpc::operation<by_pointer<T>> {
  RPC_TEST_OPERATION(by_pointer<T>);
  using parameters = ndr::parameters<ndr::in<"p", &call::p, ndr::ref<>>>;
};
template <>
struct rpc::operation<by_value> {
  RPC_TEST_OPERATION(by_value);
  using parameters = ndr::parameters<ndr::in<"before", &call::before>, ndr::in<"o", &call::o>>;
};

namespace {

// An object with an open end, in storage for its elements.
template <class T, std::size_t Bytes = 64>
struct storage {
  alignas(T) std::byte bytes[Bytes]{};
  T* object() { return reinterpret_cast<T*>(bytes); }
};

// What a flag says counts, not that it is there.
struct says_yes {
  static constexpr bool natural_layout = true;
  static constexpr bool ndr64 = true;
};
struct says_no {
  static constexpr bool natural_layout = false;
  static constexpr bool ndr64 = false;
};
struct says_nothing {};
static_assert(!rpc::ndr::unnatural<says_yes> && rpc::ndr::unnatural<says_no> &&
              !rpc::ndr::unnatural<says_nothing>);
static_assert(!rpc::lacks_ndr64<says_yes> && rpc::lacks_ndr64<says_no> &&
              !rpc::lacks_ndr64<says_nothing>);

TEST(Structures, AlignToTheirWidestMemberAtEveryLevel) {
  const by_value frame{7, {1, {2, 3}, 4}};
  EXPECT_EQ(request(ndr20, frame),
            hex("07 00000000000000 01 00000000000000 02 00000000000000 0300000000000000 0400"));
  EXPECT_EQ(request(ndr64, frame), hex("07 00000000000000 01 00000000000000 02 00000000000000 "
                                       "0300000000000000 0400 000000000000"));
  const received<by_value> big(
      ndr20, "07 00000000000000 01 00000000000000 02 00000000000000 0000000000000003 0004",
      std::endian::big);
  EXPECT_EQ(big.frame.o.second.b, 3);
  EXPECT_EQ(big.frame.o.third, 4);
}

TEST(Structures, PackingIsOfMemoryOnly) {
  packed p{'a', 2, 'b'};
  EXPECT_EQ(request(ndr20, by_pointer<packed>{&p}), hex("61 000000 02000000 62"));
  EXPECT_EQ(request(ndr64, by_pointer<packed>{&p}), hex("61 000000 02000000 62 000000"));
  const received<by_pointer<packed>> got(ndr64, "61 000000 02000000 62 000000");
  EXPECT_FALSE(got.in_message(got.frame.p));
  EXPECT_EQ(std::int32_t{got.frame.p->l}, 2);
  EXPECT_EQ(got.frame.p->c2, 'b');
}

TEST(Structures, NoByteOfTheirPaddingLeaves) {
  storage<inner> dirty;
  std::memset(dirty.bytes, 0xA5, sizeof dirty.bytes);
  dirty.object()->a = 1;
  dirty.object()->b = 2;
  EXPECT_EQ(request(ndr20, by_pointer<inner>{dirty.object()}),
            hex("01 00000000000000 0200000000000000"));
  EXPECT_EQ(request(ndr64, by_pointer<inner>{dirty.object()}),
            hex("01 00000000000000 0200000000000000"));
}

TEST(Structures, WithBooleansAreNormalised) {
  const received<by_pointer<flag_pair>> got(ndr20, "02 00");
  EXPECT_TRUE(got.in_message(got.frame.p));
  EXPECT_EQ(std::bit_cast<std::uint8_t>(got.frame.p->a), 1);
  EXPECT_EQ(hex(got.message), hex("01 00"));
}

TEST(Structures, OfMemoryFormStayInTheMessage) {
  // A received padding byte is neither checked nor sent back.
  const received<by_pointer<inner>> got(ndr20, "01 eeeeeeeeeeeeee 0200000000000000");
  EXPECT_TRUE(got.in_message(got.frame.p));
  EXPECT_EQ(got.frame.p->b, 2);
}

TEST(Structures, HoistTheCountOfAConformantEnd) {
  storage<open> s;
  s.object()->x = 3;
  const std::uint16_t tail[] = {1, 2, 3};
  std::memcpy(s.object()->tail, tail, sizeof tail);
  EXPECT_EQ(request(ndr20, by_pointer<open>{s.object()}), hex("03000000 03000000 0100 0200 0300"));
  EXPECT_EQ(request(ndr64, by_pointer<open>{s.object()}),
            hex("0300000000000000 03000000 0100 0200 0300"));
  const received<by_pointer<open>> got(ndr20, "00000003 00000003 0001 0002 0003", std::endian::big);
  EXPECT_EQ(got.frame.p->x, 3U);
  EXPECT_EQ(std::memcmp(got.frame.p->tail, tail, sizeof tail), 0);
  storage<open> none;
  EXPECT_EQ(request(ndr20, by_pointer<open>{none.object()}), hex("00000000 00000000"));
}

// max_count is aligned to itself, then the structure to its widest member. Before the elements
// NDR64 has the gap that would otherwise be behind the last fixed member.
TEST(Structures, AlignAfterTheHoistedCount) {
  storage<open_hyper> s;
  s.object()->h = 1;
  s.object()->n = 2;
  std::memcpy(s.object()->tail, "ab", 2);
  EXPECT_EQ(request(ndr20, by_pointer<open_hyper>{s.object()}),
            hex("02000000 00000000 0100000000000000 02000000 6162"));
  EXPECT_EQ(request(ndr64, by_pointer<open_hyper>{s.object()}),
            hex("0200000000000000 0100000000000000 02000000 00000000 6162"));
  const received<by_pointer<open_hyper>> got(
      ndr64, "0200000000000000 0100000000000000 02000000 00000000 6162");
  EXPECT_EQ(std::memcmp(got.frame.p->tail, "ab", 2), 0);
}

TEST(Structures, HoistTheCountOfANestedEnd) {
  storage<nested_open> s;
  s.object()->before = 9;
  s.object()->last.x = 1;
  s.object()->last.tail[0] = 5;
  EXPECT_EQ(request(ndr20, by_pointer<nested_open>{s.object()}),
            hex("01000000 09 000000 01000000 0500"));
  const received<by_pointer<nested_open>> got(ndr20, "01000000 09 000000 01000000 0500");
  EXPECT_EQ(got.frame.p->last.tail[0], 5);
}

TEST(Structures, RefuseEndsThatDisagreeWithTheirCount) {
  for (const char* stub :
       {"02000000 03000000 0100 0200 0300", "04000000 03000000 0100 0200 0300 0400",
        "ffffffff ffffffff 0100", "03000000 03000000 0100 0200"}) {
    const auto [code, text] = failure_of([&] { received<by_pointer<open>>(ndr20, stub); });
    EXPECT_EQ(code, rpc::status::bad_stub_data) << stub;
    EXPECT_NE(text.find("'p"), std::string::npos) << text;
  }
}

}  // namespace

// Arrays of [ref] pointers: in NDR20 nothing comes in place of the elements, in NDR64 a referent id
// for each; the referents come later in both, as those of all embedded pointers.
#include "row.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

using namespace wire_test;

namespace {

using rpc::ndr::ref;

struct conformant_frame {
  std::uint32_t n{};
  std::uint32_t** a{};
};
struct varying_frame {
  std::uint8_t length{};
  std::uint32_t** a{};
  std::uint8_t end = 0xEE;
};
struct in_the_middle {
  std::uint8_t a;
  std::uint32_t* p[2];
  std::uint8_t b;
};
struct before_a_pointer {
  std::uint8_t a;
  std::uint32_t* p[2];
  std::uint32_t* q;
};
struct at_the_end {
  std::uint8_t n;
  std::uint16_t* p[1];
};
struct with_parts {
  std::uint8_t n;
  std::uint32_t* p[3];
  std::uint8_t b;
};
#pragma pack(push, 1)
struct packed_pointers {
  std::uint8_t a;
  std::uint32_t* p[2];
};
#pragma pack(pop)
struct leaf {
  std::uint32_t* deep;
};
struct holder {
  std::uint16_t* always;
};
struct only_pointers {
  std::uint16_t* p[2];
};
struct texts {
  std::uint8_t a;
  std::vector<std::string> words;
  std::array<std::string, 2> pair;
};

}  // namespace

template <>
struct rpc::operation<conformant_frame> {
  RPC_TEST_OPERATION(conformant_frame);
  static ndr::checked size(const call& self) { return ndr::checked(self.n); }
  using parameters =
      ndr::parameters<ndr::in<"n", &call::n>,
                      ndr::in_out<"a", &call::a, ref<ndr::conformant<&size, ref<>>>>>;
};
template <>
struct rpc::operation<varying_frame> {
  RPC_TEST_OPERATION(varying_frame);
  static ndr::checked size(const call& self) { return ndr::checked(self.length) + 1; }
  static ndr::checked length(const call& self) { return ndr::checked(self.length); }
  using parameters = ndr::parameters<
      ndr::in<"length", &call::length>,
      ndr::in<"a", &call::a, ref<ndr::conformant_varying<&size, &length, nullptr, ref<>>>>,
      ndr::in<"end", &call::end>>;
};
template <>
struct rpc::ndr::layout<in_the_middle> {
  using type = in_the_middle;
  using members =
      fields<field<"a", &type::a>, field<"p", &type::p, fixed<2, ref<>>>, field<"b", &type::b>>;
};
template <>
struct rpc::ndr::layout<before_a_pointer> {
  using type = before_a_pointer;
  using members = fields<field<"a", &type::a>, field<"p", &type::p, fixed<2, ref<>>>,
                         field<"q", &type::q, ref<>>>;
};
template <>
struct rpc::ndr::layout<at_the_end> {
  using type = at_the_end;
  static checked size(const type& self) { return checked(self.n); }
  using members = fields<field<"n", &type::n>, field<"p", &type::p, conformant<&size, ref<>>>>;
};
template <>
struct rpc::ndr::layout<with_parts> {
  using type = with_parts;
  static checked length(const type& self) { return checked(self.n); }
  using members =
      fields<field<"n", &type::n>, field<"p", &type::p, varying<3, &length, nullptr, ref<>>>,
             field<"b", &type::b>>;
};
template <>
struct rpc::ndr::layout<packed_pointers> {
  using type = packed_pointers;
  static constexpr bool natural_layout = false;
  using members = fields<field<"a", &type::a>, field<"p", &type::p, fixed<2, ref<>>>>;
};
template <>
struct rpc::ndr::layout<leaf> {
  using type = leaf;
  using members = fields<field<"deep", &type::deep, unique<>>>;
};
template <>
struct rpc::ndr::layout<holder> {
  using type = holder;
  using members = fields<field<"always", &type::always, ref<>>>;
};
template <>
struct rpc::ndr::layout<only_pointers> {
  using type = only_pointers;
  using members = fields<field<"p", &type::p, fixed<2, ref<>>>>;
};
template <>
struct rpc::ndr::layout<texts> {
  using type = texts;
  using members =
      fields<field<"a", &type::a>, field<"words", &type::words, unique<counted<ref<string>>>>,
             field<"pair", &type::pair, fixed<2, ref<string>>>>;
};

namespace {

std::uint32_t ones = 0x11111111, twos = 0x22222222, threes = 0x33333333, fours = 0x44444444;
std::uint16_t aa = 0xAAAA, bb = 0xBBBB;

const std::string id0 = "0000020000000000", id1 = "0400020000000000", id2 = "0800020000000000",
                  id3 = "0c00020000000000";

constexpr char name[] = "array of `ref` pointers";

TEST(RefArrays, AsParameters) {
  std::uint32_t* two[] = {&ones, &twos};
  row("array of `ref` pointers", conformant_frame{2, two}, "02000000 02000000 11111111 22222222",
      "02000000 00000000 0200000000000000" + id0 + id1 + "11111111 22222222",
      "00000002 00000002 11111111 22222222");
  row(name, conformant_frame{0, two}, "00000000 00000000", "00000000 00000000 0000000000000000",
      "00000000 00000000");
  row(name, varying_frame{2, two}, "02 000000 03000000 00000000 02000000 11111111 22222222 EE",
      "02 00000000000000 0300000000000000 0000000000000000 0200000000000000" + id0 + id1 +
          "11111111 22222222 EE",
      "02 000000 00000003 00000000 00000002 11111111 22222222 EE");
  row(name, one<std::uint32_t**, ref<rpc::ndr::fixed<2, ref<>>>>{two}, "11111111 22222222 EE",
      id0 + id1 + "11111111 22222222 EE", "11111111 22222222 EE");
}

// What Wine 8 sends for this array of five.
TEST(RefArrays, AsWineSendsThem) {
  std::uint32_t values[] = {3, 5, 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFC};
  std::uint32_t* five[] = {&values[0], &values[1], &values[2], &values[3], &values[4]};
  const char stub[] = "05000000 05000000 03000000 05000000 feffffff ffffffff fcffffff";
  EXPECT_EQ(request(ndr20, conformant_frame{5, five}), hex(stub));
  const received<conformant_frame> got(ndr20, stub);
  EXPECT_EQ(*got.frame.a[4], 0xFFFFFFFCU);
}

// The structure is aligned to 4, but there is no padding before what is not there.
TEST(RefArrays, InStructures) {
  row(name, one<in_the_middle>{{0xAA, {&ones, &twos}, 0xBB}}, "AA BB 0000 11111111 22222222 EE",
      "AA 00000000000000" + id0 + id1 + "BB 00000000000000 11111111 22222222 EE",
      "AA BB 0000 11111111 22222222 EE");
  row(name, one<before_a_pointer>{{0xAA, {&ones, &twos}, &threes}},
      "AA 000000 00000200 11111111 22222222 33333333 EE",
      "AA 00000000000000" + id0 + id1 + id2 + "11111111 22222222 33333333 EE",
      "AA 000000 00000200 11111111 22222222 33333333 EE");
  row(name, one<with_parts>{{2, {&ones, &twos}, 0xBB}},
      "02 000000 00000000 02000000 BB 000000 11111111 22222222 EE",
      "02 00000000000000 0000000000000000 0200000000000000" + id0 + id1 +
          "BB 00000000000000 11111111 22222222 EE",
      "02 000000 00000000 00000002 BB 000000 11111111 22222222 EE");
  row(name, one<packed_pointers>{{0xAA, {&ones, &twos}}}, "AA 000000 11111111 22222222 EE",
      "AA 00000000000000" + id0 + id1 + "11111111 22222222 EE", "AA 000000 11111111 22222222 EE");
}

TEST(RefArrays, AtTheEndOfStructures) {
  alignas(at_the_end) std::byte memory[sizeof(at_the_end) + sizeof(void*)]{};
  auto* const open = new (memory) at_the_end{2, {&aa}};
  open->p[1] = &bb;
  row(name, one<at_the_end*, ref<>>{open}, "02000000 02 00 aaaa bbbb EE",
      "0200000000000000 02 00000000000000" + id0 + id1 + "aaaa bbbb EE",
      "00000002 02 00 aaaa bbbb EE");
}

TEST(RefArrays, OfMoreThanOneDimension) {
  std::uint32_t* rows[2][2] = {{&ones, &twos}, {&threes, &fours}};
  row(name, one<std::uint32_t*(*)[2], ref<rpc::ndr::fixed<2, rpc::ndr::fixed<2, ref<>>>>>{rows},
      "11111111 22222222 33333333 44444444 EE",
      id0 + id1 + id2 + id3 + "11111111 22222222 33333333 44444444 EE",
      "11111111 22222222 33333333 44444444 EE");
}

// Each referent is followed by its own before the next one.
TEST(RefArrays, OfWhatHoldsPointers) {
  leaf first{&ones}, second{&twos};
  leaf* two[] = {&first, &second};
  row(name, one<leaf**, ref<rpc::ndr::fixed<2, ref<>>>>{two},
      "00000200 11111111 04000200 22222222 EE",
      id0 + id1 + id2 + "11111111 00000000" + id3 + "22222222 EE",
      "00000200 11111111 00020004 22222222 EE");
}

// An array of structures with such pointers is not one, nor is a pointer to one.
TEST(RefArrays, AreNotStructuresNorSinglePointers) {
  holder two[] = {{&aa}, {&bb}};
  row(name, one<holder*, ref<rpc::ndr::fixed<2>>>{two}, "00000200 04000200 aaaa bbbb EE",
      id0 + id1 + "aaaa bbbb EE", "00000200 00020004 aaaa bbbb EE");
  std::uint32_t* single = &ones;
  row(name, one<std::uint32_t**, ref<ref<>>>{&single}, "00000200 11111111 EE", id0 + "11111111 EE",
      "00000200 11111111 EE");
  row(name, one<std::uint32_t**, ref<rpc::ndr::fixed<1, ref<>>>>{&single}, "11111111 EE",
      id0 + "11111111 EE", "11111111 EE");
}

// Structures of nothing else have no bytes themselves.
TEST(RefArrays, InArraysOfStructures) {
  only_pointers two[] = {{{&aa, &bb}}, {{&bb, &aa}}};
  row(name, one<only_pointers*, ref<rpc::ndr::fixed<2>>>{two}, "aaaa bbbb bbbb aaaa EE",
      id0 + id1 + id2 + id3 + "aaaa bbbb bbbb aaaa EE", "aaaa bbbb bbbb aaaa EE");
}

TEST(RefArrays, OfStandardClasses) {
  row(name, one<texts>{{0xAA, {"x", "y"}, {"z", ""}}},
      "AA 000000 00000200"
      "02000000 02000000 00000000 02000000 7800 0000 02000000 00000000 02000000 7900 0000"
      "02000000 00000000 02000000 7a00 0000 01000000 00000000 01000000 00 EE",
      "AA 00000000000000" + id0 + id1 + id2 + "0200000000000000" + id3 + "1000020000000000" +
          "0200000000000000 0000000000000000 0200000000000000 7800 000000000000"
          "0200000000000000 0000000000000000 0200000000000000 7900 000000000000"
          "0200000000000000 0000000000000000 0200000000000000 7a00 000000000000"
          "0100000000000000 0000000000000000 0100000000000000 00 EE",
      "AA 000000 00020000"
      "00000002 00000002 00000000 00000002 7800 0000 00000002 00000000 00000002 7900 0000"
      "00000002 00000000 00000002 7a00 0000 00000001 00000000 00000001 00 EE");
}

TEST(RefArrays, AreReadIntoTheStorageOfTheCaller) {
  std::uint32_t first = 1, second = 2;
  std::uint32_t* two[] = {&first, &second};
  conformant_frame frame{2, two};
  receive(frame, "02000000 11111111 22222222");
  EXPECT_EQ(two[0], &first);
  EXPECT_EQ(first, ones);
  EXPECT_EQ(second, twos);
}

TEST(RefArrays, WithANullAreNotSent) {
  std::uint32_t* two[] = {&ones, nullptr};
  for (const auto syntax : {ndr20, ndr64}) {
    const auto [code, text] = failure_of([&] { request(syntax, conformant_frame{2, two}); });
    EXPECT_EQ(code, rpc::status::null_ref_pointer) << text;
  }
}

TEST(RefArrays, OfMoreElementsThanBytesAreRefused) {
  const auto [code, text] =
      failure_of([] { received<conformant_frame>(ndr20, "09000000 09000000 11111111 22222222"); });
  EXPECT_EQ(code, rpc::status::bad_stub_data);
  EXPECT_NE(text.find("a count of 9 elements, but 8 bytes are left"), std::string::npos) << text;
  const auto [end, too_early] =
      failure_of([] { received<conformant_frame>(ndr20, "03000000 03000000 11111111 22222222"); });
  EXPECT_EQ(end, rpc::status::bad_stub_data);
  EXPECT_NE(too_early.find("the data end too early"), std::string::npos) << too_early;
}

}  // namespace

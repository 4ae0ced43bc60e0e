// Arrays of which a part travels, as members: in place in a structure, at its end, and behind it,
// as counted strings have them.
#include "wire.h"

#include <cstdint>
#include <string>

using namespace wire_test;

namespace {

struct in_place {
  std::uint8_t used;
  std::int16_t a[4];
  std::uint8_t after;
};
struct holds_part {
  in_place* p{};
};

struct open_end {
  std::uint32_t size;
  std::uint32_t used;
  std::uint16_t tail[1];
};
struct in_open {
  open_end* o{};
};
struct in_out_open {
  open_end* o{};
};

struct counted_string {
  std::uint16_t length;
  std::uint16_t maximum;
  char16_t* buffer;
};
struct one_string {
  counted_string* s{};
};
struct strings {
  std::uint32_t n{};
  counted_string* s{};
};

}  // namespace

template <>
struct rpc::ndr::layout<in_place> {
  using type = in_place;
  static checked a_length(const type& self) { return checked(self.used); }
  using members = fields<field<"used", &type::used>, field<"a", &type::a, varying<4, &a_length>>,
                         field<"after", &type::after>>;
};
template <>
struct rpc::operation<holds_part> {
  RPC_TEST_OPERATION(holds_part);
  using parameters = ndr::parameters<ndr::in_out<"p", &call::p, ndr::ref<>>>;
};
template <>
struct rpc::ndr::layout<open_end> {
  using type = open_end;
  static checked tail_size(const type& self) { return checked(self.size); }
  static checked tail_length(const type& self) { return checked(self.used); }
  using members = fields<field<"size", &type::size>, field<"used", &type::used>,
                         field<"tail", &type::tail, conformant_varying<&tail_size, &tail_length>>>;
};
template <>
struct rpc::operation<in_open> {
  RPC_TEST_OPERATION(in_open);
  using parameters = ndr::parameters<ndr::in<"o", &call::o, ndr::unique<>>>;
};
template <>
struct rpc::operation<in_out_open> {
  RPC_TEST_OPERATION(in_out_open);
  using parameters = ndr::parameters<ndr::in_out<"o", &call::o, ndr::ref<>>>;
};
template <>
struct rpc::ndr::layout<counted_string> {
  using type = counted_string;
  static checked buffer_size(const type& self) { return checked(self.maximum) / 2; }
  static checked buffer_length(const type& self) { return checked(self.length) / 2; }
  using members = fields<
      field<"length", &type::length>, field<"maximum", &type::maximum>,
      field<"buffer", &type::buffer, unique<conformant_varying<&buffer_size, &buffer_length>>>>;
};
template <>
struct rpc::operation<one_string> {
  RPC_TEST_OPERATION(one_string);
  using parameters = ndr::parameters<ndr::in_out<"s", &call::s, ndr::ref<>>>;
};
template <>
struct rpc::operation<strings> {
  RPC_TEST_OPERATION(strings);
  static ndr::checked s_size(const call& self) { return ndr::checked(self.n); }
  using parameters = ndr::parameters<ndr::in<"n", &call::n>,
                                     ndr::in<"s", &call::s, ndr::ref<ndr::conformant<&s_size>>>>;
};

namespace {

TEST(VaryingMembers, InAStructureIsInPlace) {
  in_place p{2, {1, 2, 3, 4}, 9};
  EXPECT_EQ(request(ndr20, holds_part{&p}), hex("02 000000 00000000 02000000 0100 0200 09"));
  EXPECT_EQ(request(ndr64, holds_part{&p}),
            hex("02 00000000000000 0000000000000000 0200000000000000 0100 0200 09 000000"));
  const received<holds_part> got(ndr20, "01 000000 00000000 00000001 0007 09", std::endian::big);
  EXPECT_EQ(got.frame.p->a[0], 7);
  for (int i = 1; i < 4; ++i) EXPECT_EQ(got.frame.p->a[i], 0);
  EXPECT_EQ(got.frame.p->after, 9);
  EXPECT_EQ(
      failure_of([] { received<holds_part>(ndr20, "02 000000 00000000 01000000 0700 09"); }).first,
      rpc::status::bad_stub_data);
}

TEST(VaryingMembers, AtTheEndOfAStructureHasItsMaxCountBeforeIt) {
  rpc::arena memory;
  auto* o = static_cast<open_end*>(memory.allocate_zeroed(sizeof(open_end) + 8, 4));
  *o = {4, 2, {1}};
  o->tail[1] = 2;
  EXPECT_EQ(request(ndr20, in_out_open{o}),
            hex("04000000 04000000 02000000 00000000 02000000 0100 0200"));
  EXPECT_EQ(request(ndr64, in_out_open{o}),
            hex("0400000000000000 04000000 02000000 0000000000000000 0200000000000000 0100 0200"));
  received<in_open> got(ndr20, "00000200 04000000 04000000 01000000 00000000 01000000 0700");
  EXPECT_EQ(got.frame.o->tail[0], 7);
  for (int i = 1; i < 4; ++i) EXPECT_EQ(got.frame.o->tail[i], 0);
  const received<in_open> big(ndr20, "00020000 00000002 00000002 00000001 00000000 00000001 0007",
                              std::endian::big);
  EXPECT_EQ(big.frame.o->tail[0], 7);
  EXPECT_EQ(failure_of([] {
              received<in_open>(ndr20,
                                "00000200 04000000 04000000 05000000 00000000 05000000 0700");
            }).first,
            rpc::status::bad_stub_data);
  EXPECT_EQ(failure_of([] {
              received<in_open>(ndr20, "00000200 ffffffff ffffffff 00000000 00000000 00000000",
                                std::endian::little, 0x10000);
            }).first,
            rpc::status::out_of_memory);
  EXPECT_EQ(failure_of([] {
              received<in_open>(ndr64,
                                "0000020000000000 ffffffffffffff7f 00000000 00000000 "
                                "0000000000000000 0000000000000000");
            }).first,
            rpc::status::out_of_memory);
  in_out_open frame{o};
  receive(frame, "04000000 04000000 03000000 00000000 03000000 0700 0800 0900");
  EXPECT_EQ(o->used, 3u);
  EXPECT_EQ(o->tail[2], 9);
  EXPECT_EQ(o->tail[3], 0);
}

// RPC_UNICODE_STRING (MS-DTYP 2.3.10).
TEST(VaryingMembers, CountedStringsAreStructuresOfLengthsInBytes) {
  char16_t ab[3] = {u'a', u'b', u'x'};
  counted_string s{4, 6, ab};
  EXPECT_EQ(request(ndr20, one_string{&s}),
            hex("0400 0600 00000200 03000000 00000000 02000000 6100 6200"));
  EXPECT_EQ(request(ndr64, one_string{&s}),
            hex("0400 0600 00000000 0000020000000000 0300000000000000 0000000000000000 "
                "0200000000000000 6100 6200"));
  const received<one_string> got(ndr20, "0400 0400 00000200 02000000 00000000 02000000 6100 6200");
  EXPECT_FALSE(got.in_message(got.frame.s->buffer));
  EXPECT_EQ(got.frame.s->buffer[1], u'b');
  const received<one_string> big(ndr20, "0002 0004 00020000 00000002 00000000 00000001 0061",
                                 std::endian::big);
  EXPECT_EQ(big.frame.s->buffer[0], u'a');
  EXPECT_EQ(big.frame.s->buffer[1], u'\0');
  EXPECT_EQ(received<one_string>(ndr20, "0000 0000 00000000").frame.s->buffer, nullptr);
  EXPECT_EQ(failure_of([] { received<one_string>(ndr20, "0200 0200 00000000"); }).first,
            rpc::status::bad_stub_data);
}

// All of the array's structures first, then what their pointers lead to (C706 14.3.12.3).
TEST(VaryingMembers, ManyCountedStringsHaveTheirCharactersLast) {
  char16_t a[1] = {u'a'}, b[2] = {u'b'};
  counted_string s[3] = {{2, 2, a}, {0, 0, nullptr}, {2, 4, b}};
  const std::string stub =
      "03000000 03000000 0200 0200 00000200 0000 0000 00000000 0200 0400 04000200"
      "01000000 00000000 01000000 6100 0000 02000000 00000000 01000000 6200";
  EXPECT_EQ(request(ndr20, strings{3, s}), hex(stub));
  const received<strings> got(ndr20, stub);
  EXPECT_EQ(got.frame.s[0].buffer[0], u'a');
  EXPECT_EQ(got.frame.s[1].buffer, nullptr);
  EXPECT_EQ(got.frame.s[2].buffer[0], u'b');
  EXPECT_EQ(got.frame.s[2].buffer[1], u'\0');
}

TEST(VaryingMembers, ResultsFillTheStringsOfTheCaller) {
  char16_t room[4] = {u'x', u'x', u'x', u'x'};
  counted_string s{2, 6, room};
  one_string frame{&s};
  receive(frame, "0400 0600 00000200 03000000 00000000 02000000 6100 6200");
  EXPECT_EQ(s.length, 4);
  EXPECT_EQ(s.buffer, room);
  EXPECT_EQ(std::u16string(room, 4), u"abxx");
  EXPECT_EQ(failure_of([&] {
              receive(frame, "0800 0800 00000200 04000000 00000000 04000000 6100 6200 6300 6400");
            }).first,
            rpc::status::byte_count_too_small);
  EXPECT_EQ(room[3], u'x');
}

}  // namespace

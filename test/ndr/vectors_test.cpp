// The rows of the table in docs/wire.md, in its order: for each a value, and its bytes in NDR20, in
// NDR64 and from a big-endian sender in NDR20, derived by hand from C706 14 and MS-RPCE 2.2.5. What
// depends on more than one value is in call_vectors_test.cpp.
#include "row.h"

using namespace wire_test;

namespace {

struct numbers {
  std::uint8_t a;
  std::int16_t b;
  std::int32_t c;
  std::int64_t d;
  float e;
  double f;
};
struct booleans {
  bool yes, no;
};
struct letters {
  char narrow;
  char16_t wide;
};
enum class small : std::uint16_t {};
struct enumerations {
  small a, b;
};
enum class large : std::int32_t {};
struct large_inside {
  char a;
  large b;
};
struct gaps {
  std::int16_t a;
  std::int64_t b;
  std::uint8_t c;
};
#pragma pack(push, 1)
struct packed_gaps {
  std::int16_t a;
  std::int64_t b;
  std::uint8_t c;
};
#pragma pack(pop)
struct open_end {
  std::int64_t v;
  std::uint8_t n;
  std::uint16_t tail[1];
};
struct text_end {
  std::uint8_t n;
  char16_t s[1];
};
struct pointers {
  std::int16_t* always;
  std::int16_t* maybe;
  std::int16_t* none;
};
union choice {
  std::uint8_t octet;
  std::int32_t number;
};
union ms_choice {
  std::uint8_t octet;
  std::int32_t number;
};
struct tagged {
  std::uint8_t tag;
  choice u;
};

}  // namespace

template <>
struct rpc::ndr::layout<numbers> {
  using type = numbers;
  using members = fields<field<"a", &type::a>, field<"b", &type::b>, field<"c", &type::c>,
                         field<"d", &type::d>, field<"e", &type::e>, field<"f", &type::f>>;
};
template <>
struct rpc::ndr::layout<booleans> {
  using type = booleans;
  using members = fields<field<"yes", &type::yes>, field<"no", &type::no>>;
};
template <>
struct rpc::ndr::layout<letters> {
  using type = letters;
  using members = fields<field<"narrow", &type::narrow>, field<"wide", &type::wide>>;
};
template <>
struct rpc::ndr::layout<enumerations> {
  using type = enumerations;
  using members = fields<field<"a", &type::a>, field<"b", &type::b>>;
};
template <>
struct rpc::ndr::layout<large_inside> {
  using type = large_inside;
  using members = fields<field<"a", &type::a>, field<"b", &type::b>>;
};
template <>
struct rpc::ndr::layout<small> {
  using wire = enum16<>;
};
template <>
struct rpc::ndr::layout<large> {
  using wire = enum32<>;
};
template <>
struct rpc::ndr::layout<gaps> {
  using type = gaps;
  using members = fields<field<"a", &type::a>, field<"b", &type::b>, field<"c", &type::c>>;
};
template <>
struct rpc::ndr::layout<packed_gaps> {
  using type = packed_gaps;
  static constexpr bool natural_layout = false;
  using members = fields<field<"a", &type::a>, field<"b", &type::b>, field<"c", &type::c>>;
};
template <>
struct rpc::ndr::layout<open_end> {
  using type = open_end;
  static checked tail_size(const type& self) { return checked(self.n); }
  using members = fields<field<"v", &type::v>, field<"n", &type::n>,
                         field<"tail", &type::tail, conformant<&tail_size>>>;
};
template <>
struct rpc::ndr::layout<text_end> {
  using type = text_end;
  static checked s_size(const type& self) { return checked(self.n); }
  using members = fields<field<"n", &type::n>, field<"s", &type::s, sized_string<&s_size>>>;
};
template <>
struct rpc::ndr::layout<pointers> {
  using type = pointers;
  using members =
      fields<field<"always", &type::always, ref<>>, field<"maybe", &type::maybe, unique<>>,
             field<"none", &type::none, unique<>>>;
};
template <>
struct rpc::ndr::layout<choice> {
  using type = choice;
  using tag = std::uint8_t;
  using arms = ndr::arms<arm<cases<1>, "octet", &type::octet>,
                         arm<cases<2>, "number", &type::number>, empty_arm<cases<0>>>;
};
template <>
struct rpc::ndr::layout<ms_choice> {
  using type = ms_choice;
  using tag = std::uint8_t;
  static constexpr bool ms_union = true;
  using arms =
      ndr::arms<arm<cases<1>, "octet", &type::octet>, arm<cases<2>, "number", &type::number>>;
};
template <>
struct rpc::ndr::layout<tagged> {
  using type = tagged;
  static constexpr bool encapsulated = true;
  static checked u_tag(const type& self) { return checked(self.tag); }
  using members = fields<field<"tag", &type::tag>, field<"u", &type::u, switched<&u_tag>>>;
};

namespace {

using namespace rpc::ndr;

template <auto Size>
using array_of = ref<conformant<Size>>;
template <auto Size>
using rows_of = ref<conformant<Size, fixed<3>>>;
template <auto Size>
using string_of = ref<sized_string<Size>>;

TEST(Vectors, Scalars) {
  row("integers of 1, 2, 4, 8 bytes, `float`, `double`",
      one<numbers>{{1, 0x0203, 0x04050607, 0x08090A0B0C0D0E0F, 1, -2}},
      "01 00 0302 07060504 0F0E0D0C0B0A0908 0000803F 00000000 00000000000000C0 EE",
      "01 00 0302 07060504 0F0E0D0C0B0A0908 0000803F 00000000 00000000000000C0 EE",
      "01 00 0203 04050607 08090A0B0C0D0E0F 3F800000 00000000 C000000000000000 EE");
  row("`bool`", one<booleans>{{true, false}}, "01 00 EE", "01 00 EE", "FF 00 EE");
  row("`char`, `char16_t`", one<letters>{{'a', u'\u20AC'}}, "61 00 AC20 EE", "61 00 AC20 EE",
      "61 00 20AC EE");
  row("enumeration", one<enumerations>{{small{3}, small{0x7FFF}}}, "0300 FF7F EE",
      "03000000 FF7F0000 EE", "0003 7FFF EE");
  row("enumeration with `v1_enum`", one<large_inside>{{'a', large{70000}}}, "61 000000 70110100 EE",
      "61 000000 70110100 EE", "61 000000 00011170 EE");
}

TEST(Vectors, Structures) {
  row("structure", one<gaps>{{1, 2, 3}}, "0100 000000000000 0200000000000000 03 EE",
      "0100 000000000000 0200000000000000 03 00000000000000 EE",
      "0001 000000000000 0000000000000002 03 EE");
  row("structure with `#pragma pack`, `packed` or `alignas`", one<packed_gaps>{{1, 2, 3}},
      "0100 000000000000 0200000000000000 03 EE",
      "0100 000000000000 0200000000000000 03 00000000000000 EE",
      "0001 000000000000 0000000000000002 03 EE");

  alignas(open_end) std::byte memory[sizeof(open_end) + 8]{};
  auto* open = new (memory) open_end{7, 2, {1}};
  open->tail[1] = 2;  // NOLINT(clang-analyzer-security.ArrayBound): the memory is larger
  row("conformant array that ends a structure", one<open_end*, ref<>>{open},
      "02000000 00000000 0700000000000000 02 00 0100 0200 EE",
      "0200000000000000 0700000000000000 02 00000000000000 0100 0200 EE",
      "00000002 00000000 0000000000000007 02 00 0001 0002 EE");
}

TEST(Vectors, Arrays) {
  std::int32_t two_numbers[] = {1, 2};
  row("fixed array", one<std::int32_t*, ref<fixed<2>>>{two_numbers}, "01000000 02000000 EE",
      "01000000 02000000 EE", "00000001 00000002 EE");
  std::uint16_t shorts[] = {1, 2};
  row("conformant array", two<std::uint16_t, std::uint16_t*, array_of>{2, shorts},
      "0200 0000 02000000 0100 0200 EE", "0200 000000000000 0200000000000000 0100 0200 EE",
      "0002 0000 00000002 0001 0002 EE");
}

TEST(Vectors, ArraysOfArrays) {
  std::int16_t table[2][3] = {{1, 2, 3}, {4, 5, 6}};
  row("array of arrays", one<std::int16_t(*)[3], ref<fixed<2, fixed<3>>>>{table},
      "0100 0200 0300 0400 0500 0600 EE", "0100 0200 0300 0400 0500 0600 EE",
      "0001 0002 0003 0004 0005 0006 EE");
  row("array of arrays", two<std::uint16_t, std::int16_t(*)[3], rows_of>{2, table},
      "0200 0000 02000000 0100 0200 0300 0400 0500 0600 EE",
      "0200 000000000000 0200000000000000 0100 0200 0300 0400 0500 0600 EE",
      "0002 0000 00000002 0001 0002 0003 0004 0005 0006 EE");
}

TEST(Vectors, Strings) {
  char16_t wide[] = u"hi";
  char narrow[8] = "hi";
  row("string as a pointee", one<char16_t*, ref<string>>{wide},
      "03000000 00000000 03000000 6800 6900 0000 EE",
      "0300000000000000 0000000000000000 0300000000000000 6800 6900 0000 EE",
      "00000003 00000000 00000003 0068 0069 0000 EE");
  row("string with `size_is`, also at the end of a structure",
      two<std::uint8_t, char*, string_of>{5, narrow},
      "05 000000 05000000 00000000 03000000 686900 EE",
      "05 00000000000000 0500000000000000 0000000000000000 0300000000000000 686900 EE",
      "05 000000 00000005 00000000 00000003 686900 EE");
  alignas(text_end) std::byte memory[sizeof(text_end) + 8]{};
  auto* open = new (memory) text_end{5, {u'h'}};
  open->s[1] = u'i';  // NOLINT(clang-analyzer-security.ArrayBound): the memory is larger
  row("string with `size_is`, also at the end of a structure", one<text_end*, ref<>>{open},
      "05000000 05 000000 00000000 03000000 6800 6900 0000 EE",
      "0500000000000000 05 00000000000000 0000000000000000 0300000000000000 6800 6900 0000 EE",
      "00000005 05 000000 00000000 00000003 0068 0069 0000 EE");
  row("string in a fixed array", one<char*, ref<fixed_string<8>>>{narrow},
      "00000000 03000000 686900 EE", "0000000000000000 0300000000000000 686900 EE",
      "00000000 00000003 686900 EE");
}

TEST(Vectors, Pointers) {
  std::int16_t numbers[] = {1, 2};
  row("top-level `ref` pointer, `T&`, `T*&`", one<std::int16_t*, ref<>>{numbers}, "0100 EE",
      "0100 EE", "0001 EE");
  std::int16_t* first = numbers;
  row("top-level `ref` pointer, `T&`, `T*&`", one<std::int16_t**, reseatable<>>{&first}, "0100 EE",
      "0100 EE", "0001 EE");
  row("`unique` pointer, embedded `ref` pointer",
      one<pointers>{{&numbers[0], &numbers[1], nullptr}}, "00000200 04000200 00000000 0100 0200 EE",
      "0000020000000000 0400020000000000 0000000000000000 0100 0200 EE",
      "00020000 00020004 00000000 0001 0002 EE");
}

TEST(Vectors, Unions) {
  choice octet{.octet = 9};
  choice number{.number = 7};
  row("union", two<std::uint8_t, choice, switched>{2, number}, "02 02 0000 07000000 EE",
      "02 000000 02 000000 07000000 EE", "02 02 0000 00000007 EE");
  row("union", two<std::uint8_t, choice, switched>{1, octet}, "01 01 09 EE",
      "01 000000 01 000000 09 EE", "01 01 09 EE");
  row("union with `ms_union`", two<std::uint8_t, ms_choice, switched>{1, {.octet = 9}},
      "01 01 0000 09 EE", "01 000000 01 000000 09 EE", "01 01 0000 09 EE");
  row("arm without data (`rpc::none`, `empty_case`)", two<std::uint8_t, choice, switched>{0, octet},
      "00 00 EE", "00 000000 00 000000 EE", "00 00 EE");
  row("encapsulated union (`union_switch`)", one<tagged>{{2, number}}, "02 000000 07000000 EE",
      "02 000000 07000000 EE", "02 000000 00000007 EE");
  row("encapsulated union (`union_switch`)", one<tagged>{{1, octet}}, "01 09 EE", "01 000000 09 EE",
      "01 09 EE");
}

}  // namespace

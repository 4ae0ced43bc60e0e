// Unions (C706 14.3.8, MS-RPCE 2.2.4.5 and 2.2.5.3.4.4). The bytes named "Windows" were sent by a
// Windows peer for the same declaration.
#include "wire.h"

#include <rpc/none.h>

#include <cstdint>
#include <cstring>

using namespace wire_test;

namespace {

enum class level : std::int32_t {};

union value {
  rpc::none none;
  char c;
  std::int16_t s;
  std::int32_t l;
  std::int64_t h;
};
union ms_value {
  char c;
  std::int64_t h;
};
struct holder {
  level selector;
  value v;
};
struct by_value {
  level selector{};
  value v{};
  char after{};
};
struct by_value_ms {
  level selector{};
  ms_value v{};
  char after{};
};
struct returned {
  holder* h{};
  char* after{};
};
union with_pointer {
  char* text;
  std::int32_t number;
};
struct pointer_holder {
  std::uint8_t tag;
  with_pointer u;
};
struct of_pointers {
  pointer_holder* p{};
};
union defaulted {
  std::int32_t one;
  std::uint8_t other;
};
struct with_default {
  std::uint16_t tag{};
  defaulted u{};
};
// An encapsulated union: [ms_union] on the union within does not concern it.
struct selected {
  level selector;
  ms_value v;
};
struct of_encapsulated {
  selected e{};
  char after{};
};
struct encapsulated_pointer {
  std::uint8_t tag;
  with_pointer u;
};
struct elements {
  std::uint32_t n{};
  encapsulated_pointer* all{};
};
struct updated {
  encapsulated_pointer* e{};
};
union of_any_tag {
  std::uint8_t octet;
};
struct by_bool {
  int tag{};
  of_any_tag u{};
};
enum flag { off, on };
union by_flag_value {
  std::uint8_t octet;
};
struct by_flag {
  int tag{};
  by_flag_value u{};
};
union by_char_value {
  std::uint8_t octet;
  std::uint32_t word;
};
struct by_char {
  char tag{};
  by_char_value u{};
};
union with_row {
  std::uint16_t* row;
  std::uint8_t octet;
};
struct of_row {
  std::uint8_t* tag{};
  with_row* u{};
};

}  // namespace

template <>
struct rpc::ndr::layout<level> {
  using wire = enum16<>;
};
template <>
struct rpc::ndr::layout<value> {
  using type = value;
  using tag = level;
  using arms =
      ndr::arms<empty_arm<cases<0>>, arm<cases<1>, "c", &type::c>, arm<cases<2>, "s", &type::s>,
                arm<cases<4>, "l", &type::l>, arm<cases<8>, "h", &type::h>>;
};
template <>
struct rpc::ndr::layout<ms_value> {
  using type = ms_value;
  using tag = level;
  using arms = ndr::arms<arm<cases<1>, "c", &type::c>, arm<cases<8>, "h", &type::h>>;
  static constexpr bool ms_union = true;
};
template <>
struct rpc::ndr::layout<holder> {
  using type = holder;
  static checked v_tag(const type& self) { return checked(self.selector); }
  using members =
      fields<field<"selector", &type::selector>, field<"v", &type::v, switched<&v_tag>>>;
};
template <>
struct rpc::ndr::layout<with_pointer> {
  using type = with_pointer;
  using tag = std::uint8_t;
  using arms = ndr::arms<arm<cases<1, 3>, "text", &type::text, unique<string>>,
                         arm<cases<2>, "number", &type::number>>;
};
template <>
struct rpc::ndr::layout<pointer_holder> {
  using type = pointer_holder;
  static checked u_tag(const type& self) { return checked(self.tag); }
  using members = fields<field<"tag", &type::tag>, field<"u", &type::u, switched<&u_tag>>>;
};
template <>
struct rpc::ndr::layout<defaulted> {
  using type = defaulted;
  using tag = std::uint16_t;
  using arms = ndr::arms<arm<cases<1>, "one", &type::one>, default_arm<"other", &type::other>>;
};
template <>
struct rpc::ndr::layout<selected> {
  using type = selected;
  static constexpr bool encapsulated = true;
  static checked v_tag(const type& self) { return checked(self.selector); }
  using members =
      fields<field<"selector", &type::selector>, field<"v", &type::v, switched<&v_tag>>>;
};
template <>
struct rpc::ndr::layout<encapsulated_pointer> {
  using type = encapsulated_pointer;
  static constexpr bool encapsulated = true;
  static checked u_tag(const type& self) { return checked(self.tag); }
  using members = fields<field<"tag", &type::tag>, field<"u", &type::u, switched<&u_tag>>>;
};
template <>
struct rpc::ndr::layout<of_any_tag> {
  using type = of_any_tag;
  using tag = bool;
  using arms = ndr::arms<empty_arm<cases<1>>, default_arm<"octet", &type::octet>>;
};
template <>
struct rpc::ndr::layout<flag> {
  using wire = enum16<0, 1>;
};
template <>
struct rpc::ndr::layout<by_flag_value> {
  using type = by_flag_value;
  using tag = flag;
  using arms = ndr::arms<default_arm<"octet", &type::octet>>;
};
template <>
struct rpc::ndr::layout<by_char_value> {
  using type = by_char_value;
  using tag = char;
  using arms =
      ndr::arms<arm<cases<200>, "octet", &type::octet>, arm<cases<97>, "word", &type::word>>;
};
template <>
struct rpc::ndr::layout<with_row> {
  using type = with_row;
  using tag = std::uint8_t;
  static checked row_size(const type&) { return checked(2); }
  using arms = ndr::arms<arm<cases<1>, "row", &type::row, unique<conformant<&row_size>>>,
                         arm<cases<2>, "octet", &type::octet>>;
};
template <>
struct rpc::operation<of_encapsulated> {
  RPC_TEST_OPERATION(of_encapsulated);
  using parameters = ndr::parameters<ndr::in<"e", &call::e>, ndr::in<"after", &call::after>>;
};
template <>
struct rpc::operation<elements> {
  RPC_TEST_OPERATION(elements);
  static ndr::checked all_size(const call& self) { return ndr::checked(self.n); }
  using parameters =
      ndr::parameters<ndr::in<"n", &call::n>,
                      ndr::in<"all", &call::all, ndr::ref<ndr::conformant<&all_size>>>>;
};
template <>
struct rpc::operation<updated> {
  RPC_TEST_OPERATION(updated);
  using parameters = ndr::parameters<ndr::in_out<"e", &call::e, ndr::ref<>>>;
};
template <>
struct rpc::operation<by_bool> {
  RPC_TEST_OPERATION(by_bool);
  static ndr::checked u_tag(const call& self) { return ndr::checked(self.tag); }
  using parameters = ndr::parameters<ndr::in<"u", &call::u, ndr::switched<&u_tag>>>;
};
template <>
struct rpc::operation<by_flag> {
  RPC_TEST_OPERATION(by_flag);
  static ndr::checked u_tag(const call& self) { return ndr::checked(self.tag); }
  using parameters = ndr::parameters<ndr::in<"u", &call::u, ndr::switched<&u_tag>>>;
};
template <>
struct rpc::operation<by_char> {
  RPC_TEST_OPERATION(by_char);
  static ndr::checked u_tag(const call& self) { return ndr::checked(self.tag); }
  using parameters =
      ndr::parameters<ndr::in<"tag", &call::tag>, ndr::in<"u", &call::u, ndr::switched<&u_tag>>>;
};
template <>
struct rpc::operation<of_row> {
  RPC_TEST_OPERATION(of_row);
  static ndr::checked u_tag(const call& self) { return ndr::pointee(self.tag); }
  using parameters = ndr::parameters<ndr::in_out<"tag", &call::tag, ndr::ref<>>,
                                     ndr::in_out<"u", &call::u, ndr::ref<ndr::switched<&u_tag>>>>;
};
template <>
struct rpc::operation<by_value> {
  RPC_TEST_OPERATION(by_value);
  static ndr::checked v_tag(const call& self) { return ndr::checked(self.selector); }
  using parameters = ndr::parameters<ndr::in<"selector", &call::selector>,
                                     ndr::in<"v", &call::v, ndr::switched<&v_tag>>,
                                     ndr::in<"after", &call::after>>;
};
template <>
struct rpc::operation<by_value_ms> {
  RPC_TEST_OPERATION(by_value_ms);
  static ndr::checked v_tag(const call& self) { return ndr::checked(self.selector); }
  using parameters = ndr::parameters<ndr::in<"selector", &call::selector>,
                                     ndr::in<"v", &call::v, ndr::switched<&v_tag>>,
                                     ndr::in<"after", &call::after>>;
};
template <>
struct rpc::operation<returned> {
  RPC_TEST_OPERATION(returned);
  using parameters = ndr::parameters<ndr::out<"h", &call::h, ndr::ref<>>,
                                     ndr::in_out<"after", &call::after, ndr::ref<>>>;
};
template <>
struct rpc::operation<of_pointers> {
  RPC_TEST_OPERATION(of_pointers);
  using parameters = ndr::parameters<ndr::in<"p", &call::p, ndr::ref<>>>;
};
template <>
struct rpc::operation<with_default> {
  RPC_TEST_OPERATION(with_default);
  static ndr::checked u_tag(const call& self) { return ndr::checked(self.tag); }
  using parameters =
      ndr::parameters<ndr::in<"tag", &call::tag>, ndr::in<"u", &call::u, ndr::switched<&u_tag>>>;
};

namespace {

template <class U>
U all_ones() {
  U u;
  std::memset(static_cast<void*>(&u), 0xFF, sizeof u);
  return u;
}

struct windows_bytes {
  int selector;
  const char* ndr20;
  const char* ndr64;
};

TEST(Unions, OfParametersAreThoseOfWindows) {
  for (const auto& [selector, small, large] : {
           windows_bytes{0, "0000 0000 63", "00000000 00000000 00000000 00000000 63"},
           windows_bytes{1, "0100 0100 ff 63", "01000000 00000000 01000000 00000000 ff 63"},
           windows_bytes{2, "0200 0200 ffff 63", "02000000 00000000 02000000 00000000 ffff 63"},
           windows_bytes{4, "0400 0400 ffffffff 63",
                         "04000000 00000000 04000000 00000000 ffffffff 63"},
           windows_bytes{8, "0800 0800 00000000 ffffffffffffffff 63",
                         "08000000 00000000 08000000 00000000 ffffffffffffffff 63"},
       }) {
    const by_value frame{static_cast<level>(selector), all_ones<value>(), 'c'};
    EXPECT_EQ(request(ndr20, frame), hex(small));
    EXPECT_EQ(request(ndr64, frame), hex(large));
    for (const auto& [syntax, stub] : {std::pair{ndr20, small}, std::pair{ndr64, large}}) {
      const received<by_value> got(syntax, stub);
      EXPECT_EQ(static_cast<int>(got.frame.selector), selector);
      EXPECT_EQ(got.frame.after, 'c');
      if (selector == 8) {
        EXPECT_EQ(got.frame.v.h, -1);
      }
    }
  }
}

// A structure that holds a union has a gap behind it in NDR64; the union alone has none.
TEST(Unions, OfFieldsAreThoseOfWindows) {
  char after = 'c';
  holder h{static_cast<level>(2), all_ones<value>()};
  EXPECT_EQ(response(ndr20, returned{&h, &after}), hex("0200 0200 ffff 63"));
  EXPECT_EQ(response(ndr64, returned{&h, &after}),
            hex("02000000 00000000 02000000 00000000 ffff 000000000000 63"));
}

TEST(Unions, WithMsUnionAlignTheArmToTheLargest) {
  const by_value_ms frame{static_cast<level>(1), all_ones<ms_value>(), 'c'};
  EXPECT_EQ(request(ndr20, frame), hex("0100 0100 00000000 ff 63"));
  EXPECT_EQ(request(ndr64, frame), hex("01000000 00000000 01000000 00000000 ff 63"));
}

TEST(Unions, OfABigEndianPeerAreRead) {
  const received<by_value> got(ndr20, "0004 0004 01020304 63", std::endian::big);
  EXPECT_EQ(got.frame.v.l, 0x01020304);
}

TEST(Unions, ReferentsOfAnArmComeAfterTheStructure) {
  char text[] = "a";
  pointer_holder h{3, {text}};
  EXPECT_EQ(request(ndr20, of_pointers{&h}),
            hex("03 03 0000 00000200 02000000 00000000 02000000 6100"));
  EXPECT_EQ(
      request(ndr64, of_pointers{&h}),
      hex("03 00000000000000 03 00000000000000 0000020000000000 0200000000000000 0000000000000000"
          "0200000000000000 6100"));
  const received<of_pointers> got(ndr20, "03 03 0000 00000200 02000000 00000000 02000000 6100");
  EXPECT_STREQ(got.frame.p->u.text, "a");
}

TEST(Unions, DefaultTakesWhatNoCaseHas) {
  with_default frame{7, {}};
  frame.u.other = 0x55;
  EXPECT_EQ(request(ndr20, frame), hex("0700 0700 55"));
  EXPECT_EQ(received<with_default>(ndr20, "0700 0700 55").frame.u.other, 0x55);
  EXPECT_EQ(received<with_default>(ndr20, "0100 0100 78563412").frame.u.one, 0x12345678);
}

TEST(Unions, WhoseDiscriminantsDisagreeAreRefused) {
  const auto [code, text] = failure_of([] { received<by_value>(ndr20, "0100 0200 ffff 63"); });
  EXPECT_EQ(code, rpc::status::bad_stub_data);
  EXPECT_NE(text.find("discriminant is 2, but its expression says 1"), std::string::npos) << text;
  EXPECT_EQ(failure_of([] { received<of_pointers>(ndr20, "01 02 0000 05000000"); }).first,
            rpc::status::bad_stub_data);
}

TEST(Unions, WithoutAnArmForTheirDiscriminantAreRefused) {
  const auto [code, text] = failure_of([] { received<by_value>(ndr20, "0300 0300 ffff 63"); });
  EXPECT_EQ(code, rpc::status::bad_stub_data);
  EXPECT_NE(text.find("by_value: 'v': the discriminant 3 selects no arm"), std::string::npos)
      << text;
  EXPECT_EQ(failure_of([] { request(ndr20, by_value{static_cast<level>(3), {}, 'c'}); }).first,
            rpc::status::invalid_tag);
}

// One discriminant; NDR64 aligns the whole to the largest arm and leaves no gap behind it, where a
// structure that holds a union has one.
TEST(Unions, ThatAreEncapsulatedSendTheirDiscriminantOnce) {
  const of_encapsulated frame{{static_cast<level>(1), all_ones<ms_value>()}, 'c'};
  EXPECT_EQ(request(ndr20, frame), hex("0100 ff 63"));
  EXPECT_EQ(request(ndr64, frame), hex("01000000 00000000 ff 63"));
  for (const auto& [syntax, stub, sender] :
       {std::tuple{ndr20, "0800 000000000000 8877665544332211 63", std::endian::little},
        std::tuple{ndr20, "0008 000000000000 1122334455667788 63", std::endian::big},
        std::tuple{ndr64, "08000000 00000000 8877665544332211 63", std::endian::little}}) {
    const received<of_encapsulated> got(syntax, stub, sender);
    EXPECT_EQ(static_cast<int>(got.frame.e.selector), 8);
    EXPECT_EQ(got.frame.e.v.h, 0x1122334455667788);
    EXPECT_EQ(got.frame.after, 'c');
  }
}

TEST(Unions, ThatAreEncapsulatedMayBeElements) {
  char text[] = "a";
  encapsulated_pointer all[] = {{3, {text}}, {2, {.number = 7}}};
  constexpr auto small =
      "02000000 02000000 03 000000 00000200 02 000000 07000000 02000000 00000000 02000000 6100";
  constexpr auto large =
      "02000000 00000000 0200000000000000 03 00000000000000 0000020000000000"
      "02 00000000000000 07000000 00000000 0200000000000000 0000000000000000 0200000000000000 6100";
  EXPECT_EQ(request(ndr20, elements{2, all}), hex(small));
  EXPECT_EQ(request(ndr64, elements{2, all}), hex(large));
  for (const auto& [syntax, stub] : {std::pair{ndr20, small}, std::pair{ndr64, large}}) {
    const received<elements> got(syntax, stub);
    EXPECT_STREQ(got.frame.all[0].u.text, "a");
    EXPECT_EQ(got.frame.all[1].u.number, 7);
  }
}

TEST(Unions, ThatAreEncapsulatedNameTheirMembersInErrors) {
  const auto [code, text] = failure_of([] { received<of_encapsulated>(ndr20, "0300 ff 63"); });
  EXPECT_EQ(code, rpc::status::bad_stub_data);
  EXPECT_NE(text.find("of_encapsulated: 'e.v': the discriminant 3 selects no arm"),
            std::string::npos)
      << text;
  EXPECT_EQ(failure_of([] { received<of_encapsulated>(ndr20, "01"); }).first,
            rpc::status::bad_stub_data);
  const auto [own, why] =
      failure_of([] { request(ndr20, of_encapsulated{{static_cast<level>(3), {}}, 'c'}); });
  EXPECT_EQ(own, rpc::status::invalid_tag);
  EXPECT_NE(why.find("'e.v': the discriminant 3 selects no arm"), std::string::npos) << why;
}

// The caller's text is written into while the arm stays, and left alone when it changes.
TEST(Unions, ThatAreEncapsulatedKeepTheArmOfTheCaller) {
  char text[] = "before";
  encapsulated_pointer e{3, {text}};
  auto stub = bytes("03 000000 00000200 02000000 00000000 02000000 6100");
  updated frame{&e};
  unmarshal_response(ndr20, std::endian::little, stub.bytes(), frame);
  EXPECT_EQ(e.u.text, text);
  EXPECT_STREQ(text, "a");
  stub = bytes("02 000000 2a000000");
  unmarshal_response(ndr20, std::endian::little, stub.bytes(), frame);
  EXPECT_EQ(e.tag, 2);
  EXPECT_EQ(e.u.number, 42);
  EXPECT_STREQ(text, "a");
}

TEST(Unions, RefuseDiscriminantsThatTheirTypeCannotHold) {
  EXPECT_EQ(request(ndr20, by_bool{0, {5}}), hex("00 05"));
  EXPECT_EQ(request(ndr20, by_bool{1, {5}}), hex("01"));
  EXPECT_EQ(failure_of([] { request(ndr20, by_bool{2, {5}}); }).first, rpc::status::invalid_tag);
  EXPECT_EQ(request(ndr20, by_flag{1, {5}}), hex("0100 05"));
  for (const int wrong : {-1, 2, 70000})
    EXPECT_EQ(failure_of([=] { request(ndr20, by_flag{wrong, {5}}); }).first,
              rpc::status::invalid_tag);
}

TEST(Unions, TakeCharactersAsUnsigned) {
  EXPECT_EQ(request(ndr20, by_char{'\xC8', {5}}), hex("c8 c8 05"));
  EXPECT_EQ(received<by_char>(ndr20, "c8 c8 05").frame.u.octet, 5);
  EXPECT_EQ(received<by_char>(ndr20, "61 61 0000 07000000").frame.u.word, 7u);
}

TEST(Unions, MaySizeAnArmByAConstant) {
  std::uint8_t tag = 1;
  std::uint16_t row[] = {1, 2};
  with_row u{row};
  constexpr auto small = "01 01 0000 00000200 02000000 0100 0200";
  constexpr auto large =
      "01 00000000000000 01 00000000000000 0000020000000000 0200000000000000 0100 0200";
  EXPECT_EQ(request(ndr20, of_row{&tag, &u}), hex(small));
  EXPECT_EQ(request(ndr64, of_row{&tag, &u}), hex(large));
  EXPECT_EQ(received<of_row>(ndr64, large).frame.u->row[1], 2);
  const auto [code, text] =
      failure_of([] { received<of_row>(ndr20, "01 01 0000 00000200 03000000 0100 0200 0300"); });
  EXPECT_EQ(code, rpc::status::bad_stub_data);
  EXPECT_NE(text.find("of_row: 'u': max_count is 3, but its expression says 2"), std::string::npos)
      << text;
  auto stub = bytes("01 01 0000 00000200 02000000 0700 0800");
  of_row frame{&tag, &u};
  unmarshal_response(ndr20, std::endian::little, stub.bytes(), frame);
  EXPECT_EQ(u.row, row);
  EXPECT_EQ(row[1], 8);
}

}  // namespace

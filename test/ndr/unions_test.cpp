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
      if (selector == 8) EXPECT_EQ(got.frame.v.h, -1);
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

}  // namespace

// [string]: counts that include the terminator (C706 14.3.4).
#include "wire.h"

#include <array>
#include <cstdint>
#include <string>

using namespace wire_test;

namespace {

struct plain_string {
  const char* s{};
};
struct octets {
  std::uint8_t* s{};
};
struct maybe_wide {
  const char16_t* s{};
};
struct sized {
  std::uint32_t n{};
  char* s{};
};
struct label {
  char text[6];
  std::uint8_t after;
};
struct in_array {
  label* l{};
};
struct constants {
  const char16_t text[4];
  const std::array<std::uint16_t, 2> numbers;
};
struct of_constants {
  constants* c{};
};
struct array_parameter {
  char* s{};
};

}  // namespace

template <>
struct rpc::ndr::layout<label> {
  using type = label;
  using members = fields<field<"text", &type::text, string>, field<"after", &type::after>>;
};
template <>
struct rpc::ndr::layout<constants> {
  using type = constants;
  using members = fields<field<"text", &type::text, string>, field<"numbers", &type::numbers>>;
};
template <>
struct rpc::operation<of_constants> {
  RPC_TEST_OPERATION(of_constants);
  using parameters = ndr::parameters<ndr::in<"c", &call::c, ndr::ref<>>>;
};
template <>
struct rpc::operation<plain_string> {
  RPC_TEST_OPERATION(plain_string);
  using parameters = ndr::parameters<ndr::in<"s", &call::s, ndr::ref<ndr::string>>>;
};
template <>
struct rpc::operation<octets> {
  RPC_TEST_OPERATION(octets);
  using parameters = ndr::parameters<ndr::in<"s", &call::s, ndr::ref<ndr::string>>>;
};
template <>
struct rpc::operation<maybe_wide> {
  RPC_TEST_OPERATION(maybe_wide);
  using parameters = ndr::parameters<ndr::in<"s", &call::s, ndr::unique<ndr::string>>>;
};
template <>
struct rpc::operation<sized> {
  RPC_TEST_OPERATION(sized);
  static ndr::checked s_size(const call& self) { return ndr::checked(self.n); }
  using parameters =
      ndr::parameters<ndr::in<"n", &call::n>,
                      ndr::in_out<"s", &call::s, ndr::ref<ndr::sized_string<&s_size>>>>;
};
template <>
struct rpc::operation<in_array> {
  RPC_TEST_OPERATION(in_array);
  using parameters = ndr::parameters<ndr::in<"l", &call::l, ndr::ref<>>>;
};
template <>
struct rpc::operation<array_parameter> {
  RPC_TEST_OPERATION(array_parameter);
  using parameters = ndr::parameters<ndr::in<"s", &call::s, ndr::ref<ndr::fixed_string<6>>>>;
};

namespace {

TEST(Strings, OfARefPointerHaveNoReferentId) {
  EXPECT_EQ(request(ndr20, plain_string{"hi"}), hex("03000000 00000000 03000000 686900"));
  EXPECT_EQ(request(ndr64, plain_string{"hi"}),
            hex("0300000000000000 0000000000000000 0300000000000000 686900"));
  EXPECT_EQ(request(ndr20, plain_string{""}), hex("01000000 00000000 01000000 00"));
}

TEST(Strings, MayBeOfBytes) {
  std::uint8_t bytes[] = {0xC3, 0xA9, 0};
  EXPECT_EQ(request(ndr20, octets{bytes}), hex("03000000 00000000 03000000 c3a900"));
  EXPECT_EQ(received<octets>(ndr20, "02000000 00000000 02000000 ff00").frame.s[0], 0xFF);
}

TEST(Strings, OfAUniquePointerFollowItsId) {
  EXPECT_EQ(request(ndr20, maybe_wide{u"h\u00e9"}),
            hex("00000200 03000000 00000000 03000000 6800 e900 0000"));
  EXPECT_EQ(
      request(ndr64, maybe_wide{u"h\u00e9"}),
      hex("0000020000000000 0300000000000000 0000000000000000 0300000000000000 6800 e900 0000"));
  EXPECT_EQ(request(ndr20, maybe_wide{nullptr}), hex("00000000"));
  EXPECT_EQ(received<maybe_wide>(ndr64, "0000000000000000").frame.s, nullptr);
}

TEST(Strings, AreReadFromBothByteOrders) {
  EXPECT_STREQ(received<plain_string>(ndr20, "03000000 00000000 03000000 686900").frame.s, "hi");
  const received<maybe_wide> big(ndr20, "12345678 00000003 00000000 00000003 0068 00e9 0000",
                                 std::endian::big);
  EXPECT_EQ(std::u16string(big.frame.s), u"h\u00e9");
}

TEST(Strings, StayInTheMessageUnlessTheirBytesMustBeSwapped) {
  const received<plain_string> narrow(ndr20, "03000000 00000000 03000000 686900",
                                      std::endian::little);
  EXPECT_TRUE(narrow.in_message(narrow.frame.s));
  const received<maybe_wide> big(ndr20, "12345678 00000001 00000000 00000001 0000",
                                 std::endian::big);
  EXPECT_FALSE(big.in_message(big.frame.s));
}

// The example SizedString of the specification: the implementation may fill all of size_is.
TEST(Strings, WithSizeIsGetStorageOfThatSize) {
  char text[8] = "hi";
  EXPECT_EQ(request(ndr20, sized{8, text}), hex("08000000 08000000 00000000 03000000 686900"));
  received<sized> got(ndr20, "08000000 08000000 00000000 03000000 686900");
  EXPECT_FALSE(got.in_message(got.frame.s));
  EXPECT_EQ(std::string(got.frame.s, 8), std::string("hi\0\0\0\0\0\0", 8));
}

TEST(Strings, WithoutATerminatorInTheirArrayAreNotSent) {
  char full[3] = {'a', 'b', 'c'};
  const auto [code, text] = failure_of([&] { request(ndr20, sized{3, full}); });
  EXPECT_EQ(code, rpc::status::invalid_bound);
  EXPECT_NE(text.find("'s': the string has no terminator"), std::string::npos) << text;
}

TEST(Strings, OfAFixedArrayHaveNoMaxCount) {
  label l{"abc", 9};
  EXPECT_EQ(request(ndr20, in_array{&l}), hex("00000000 04000000 61626300 09"));
  // NDR64 closes the structure with a gap up to its alignment, that of the counts.
  EXPECT_EQ(request(ndr64, in_array{&l}),
            hex("0000000000000000 0400000000000000 61626300 09 000000"));
  const received<in_array> got(ndr20, "00000000 02000000 6100 09");
  EXPECT_STREQ(got.frame.l->text, "a");
  EXPECT_EQ(got.frame.l->after, 9);
}

TEST(Strings, OfAnArrayParameterHaveNoMaxCount) {
  char text[6] = "abc";
  EXPECT_EQ(request(ndr20, array_parameter{text}), hex("00000000 04000000 61626300"));
  EXPECT_EQ(request(ndr64, array_parameter{text}),
            hex("0000000000000000 0400000000000000 61626300"));
  // The implementation may use all of the array.
  const received<array_parameter> got(ndr20, "00000000 02000000 6100");
  EXPECT_EQ(std::string(got.frame.s, 6), std::string("a\0\0\0\0\0", 6));
  const char* too_long = "00000000 07000000 61616161616100";
  EXPECT_EQ(failure_of([&] { received<array_parameter>(ndr20, too_long); }).first,
            rpc::status::bad_stub_data);
}

struct bad_string {
  const char* what;
  const char* stub;
};

TEST(Strings, ThatBreakTheirRulesAreRefused) {
  for (const auto& [what, stub] : {
           bad_string{"no terminator", "03000000 00000000 03000000 686941"},
           bad_string{"no characters", "00000000 00000000 00000000"},
           bad_string{"more than max_count", "02000000 00000000 03000000 686900"},
           bad_string{"an offset", "03000000 01000000 02000000 6900"},
           bad_string{"more than the message", "ffffffff 00000000 ffffffff 6900"},
           bad_string{"a cut count", "03000000 00000000 0300"},
       }) {
    const auto [code, text] = failure_of([&, data = stub] { received<plain_string>(ndr20, data); });
    EXPECT_EQ(code, rpc::status::bad_stub_data) << what;
    EXPECT_NE(text.find("plain_string: 's'"), std::string::npos) << text;
  }
  EXPECT_EQ(
      failure_of([] { received<in_array>(ndr20, "00000000 07000000 61616161616100 09"); }).first,
      rpc::status::bad_stub_data)
      << "longer than its fixed array";
  EXPECT_EQ(failure_of([] {
              received<sized>(ndr20, "08000000 09000000 00000000 03000000 686900");
            }).first,
            rpc::status::bad_stub_data)
      << "max_count is not size_is";
}

TEST(Strings, AndOtherMembersMayBeConstant) {
  constants c{u"ab", {7, 8}};
  const char* bytes = "00000000 03000000 610062000000 0700 0800";
  EXPECT_EQ(request(ndr20, of_constants{&c}), hex(bytes));
  const received<of_constants> got(ndr20, bytes);
  EXPECT_EQ(std::u16string(got.frame.c->text), u"ab");
  EXPECT_EQ(got.frame.c->numbers[1], 8);
}

TEST(Strings, AHugeSizeIsIsChargedToTheCallsBudget) {
  const auto code = failure_of([] {
                      received<sized>(ndr20, "ffffffff ffffffff 00000000 03000000 686900");
                    }).first;
  EXPECT_EQ(code, rpc::status::out_of_memory);
}

}  // namespace

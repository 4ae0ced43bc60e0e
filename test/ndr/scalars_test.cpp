// Scalars: aligned to their size from the beginning of the stub data (C706 14.2).
#include "wire.h"

#include <cstdint>

using namespace wire_test;

namespace {

enum class colour : std::int32_t { red = 1, blue = 0x7FFF, beyond = 0x8000 };
enum bits { none = 0, one = 1, four = 4 };  // C++ lets it hold 0 to 7
enum class signed_code : std::int32_t { minus_one = -1 };

struct all_scalars {
  std::uint8_t u8{};
  std::int16_t i16{};
  bool flag{};
  std::int32_t i32{};
  char letter{};
  std::int64_t i64{};
  char16_t wide{};
  float f32{};
  double f64{};
};
struct enums {
  colour small{};
  signed_code wide{};
};
struct old_enum {
  bits value{};
};
struct ranged {
  std::int32_t value{};
};

}  // namespace

template <>
struct rpc::ndr::layout<colour> {
  using wire = enum16<>;
};
template <>
struct rpc::ndr::layout<bits> {
  using wire = enum16<0, 7>;
};
template <>
struct rpc::ndr::layout<signed_code> {
  using wire = enum32<>;
};
template <>
struct rpc::operation<all_scalars> {
  RPC_TEST_OPERATION(all_scalars);
  using parameters = ndr::parameters<
      ndr::in<"u8", &call::u8>, ndr::in<"i16", &call::i16>, ndr::in<"flag", &call::flag>,
      ndr::in<"i32", &call::i32>, ndr::in<"letter", &call::letter>, ndr::in<"i64", &call::i64>,
      ndr::in<"wide", &call::wide>, ndr::in<"f32", &call::f32>, ndr::in<"f64", &call::f64>>;
};
template <>
struct rpc::operation<enums> {
  RPC_TEST_OPERATION(enums);
  using parameters = ndr::parameters<ndr::in<"small", &call::small>, ndr::in<"wide", &call::wide>>;
};
template <>
struct rpc::operation<old_enum> {
  RPC_TEST_OPERATION(old_enum);
  using parameters = ndr::parameters<ndr::in<"value", &call::value>>;
};
template <>
struct rpc::operation<ranged> {
  RPC_TEST_OPERATION(ranged);
  using parameters = ndr::parameters<ndr::in<"value", &call::value, ndr::range<-2, 10>>>;
};

namespace {

constexpr std::string_view scalars_little =
    "7f 00 feff 01 000000 78563412 61 000000 0807060504030201 e900 0000 0000c03f 00000000000004c0";
constexpr std::string_view scalars_big =
    "7f 00 fffe 01 000000 12345678 61 000000 0102030405060708 00e9 0000 3fc00000 c004000000000000";

const all_scalars scalars{0x7F,      -2,   true, 0x12345678, 'a', 0x0102030405060708,
                          u'\u00e9', 1.5F, -2.5};

TEST(Scalars, TravelAlignedInBothSyntaxes) {
  EXPECT_EQ(request(ndr20, scalars), hex(scalars_little));
  EXPECT_EQ(request(ndr64, scalars), hex(scalars_little));
}

void expect_scalars(const all_scalars& got) {
  EXPECT_EQ(got.u8, 0x7F);
  EXPECT_EQ(got.i16, -2);
  EXPECT_TRUE(got.flag);
  EXPECT_EQ(got.i32, 0x12345678);
  EXPECT_EQ(got.letter, 'a');
  EXPECT_EQ(got.i64, 0x0102030405060708);
  EXPECT_EQ(got.wide, u'\u00e9');
  EXPECT_EQ(got.f32, 1.5F);
  EXPECT_EQ(got.f64, -2.5);
}

TEST(Scalars, AreReadFromBothByteOrders) {
  expect_scalars(received<all_scalars>(ndr20, scalars_little).frame);
  expect_scalars(received<all_scalars>(ndr64, scalars_little).frame);
  expect_scalars(received<all_scalars>(ndr20, scalars_big, std::endian::big).frame);
}

TEST(Scalars, PaddingOfThePeerIsIgnored) {
  std::string dirty(scalars_little);
  dirty[3] = dirty[4] = 'd';  // the byte between u8 and i16
  expect_scalars(received<all_scalars>(ndr20, dirty).frame);
}

TEST(Booleans, AnyByteButZeroIsTrue) {
  std::string other(scalars_little);
  other.replace(11, 2, "ff");
  const received<all_scalars> got(ndr20, other);
  EXPECT_EQ(std::bit_cast<std::uint8_t>(got.frame.flag), 1);
}

TEST(Enumerations, HaveSixteenBitsInNdr20AndThirtyTwoInNdr64) {
  const enums frame{colour::blue, signed_code::minus_one};
  EXPECT_EQ(request(ndr20, frame), hex("ff7f 0000 ffffffff"));
  EXPECT_EQ(request(ndr64, frame), hex("ff7f0000 ffffffff"));
  const received<enums> got(ndr20, "7fff 0000 ffffffff", std::endian::big);
  EXPECT_EQ(got.frame.small, colour::blue);
  EXPECT_EQ(got.frame.wide, signed_code::minus_one);
}

TEST(Enumerations, ValuesBeyondFifteenBitsNeitherLeaveNorArrive) {
  const auto [code, text] = failure_of([] { request(ndr20, enums{colour::beyond, {}}); });
  EXPECT_EQ(code, rpc::status::enum_value_out_of_range);
  EXPECT_NE(text.find("enums: 'small'"), std::string::npos) << text;
  for (const auto& [syntax, stub] :
       {std::pair{ndr20, "0080 0000 00000000"}, std::pair{ndr64, "00800000 00000000"},
        std::pair{ndr64, "ffffffff 00000000"}}) {
    EXPECT_EQ(failure_of([&] { received<enums>(syntax, stub); }).first, rpc::status::bad_stub_data)
        << stub;
  }
}

TEST(Enumerations, ValuesThatTheTypeCannotHoldAreRefused) {
  EXPECT_EQ(received<old_enum>(ndr20, "0700").frame.value, static_cast<bits>(7));
  EXPECT_EQ(failure_of([] { received<old_enum>(ndr20, "0800"); }).first,
            rpc::status::bad_stub_data);
}

TEST(Range, BothEndsAreIncluded) {
  EXPECT_EQ(received<ranged>(ndr20, "feffffff").frame.value, -2);
  EXPECT_EQ(received<ranged>(ndr20, "0a000000").frame.value, 10);
  for (const char* outside : {"fdffffff", "0b000000"}) {
    const auto [code, text] = failure_of([&] { received<ranged>(ndr20, outside); });
    EXPECT_EQ(code, rpc::status::bad_stub_data);
    EXPECT_NE(text.find("ranged: 'value': the value"), std::string::npos) << text;
  }
}

}  // namespace

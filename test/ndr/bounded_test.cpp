// [range] on arrays and strings, [disable_consistency_check], strings at the end of structures.
#include "wire.h"

#include <cstdint>
#include <span>
#include <string>

using namespace wire_test;

namespace {

struct bounded_array {
  std::uint32_t n{};
  std::uint8_t* a{};
};
struct bounded_part {
  std::uint32_t n{};
  std::uint8_t* a{};
};
struct bounded_text {
  char16_t* s{};
};
struct bounded_label {
  char* s{};
};
struct label {
  char text[8];
};
struct in_place {
  label* l{};
};
struct note {
  std::uint16_t room;
  char text[1];
};
struct one_note {
  note* n{};
};
struct unchecked {
  std::uint32_t n{};
  std::uint8_t* a{};
};
struct checked_span {
  std::uint32_t n{};
  std::span<std::uint8_t> a;
};
struct unchecked_span : checked_span {};

}  // namespace

template <>
struct rpc::operation<bounded_array> {
  RPC_TEST_OPERATION(bounded_array);
  static ndr::checked a_size(const call& self) { return ndr::checked(self.n); }
  using parameters = ndr::parameters<
      ndr::in<"n", &call::n>,
      ndr::in_out<"a", &call::a, ndr::unique<ndr::bounded<1, 3, ndr::conformant<&a_size>>>>>;
};
template <>
struct rpc::operation<bounded_part> {
  RPC_TEST_OPERATION(bounded_part);
  static ndr::checked a_size(const call& self) { return ndr::checked(self.n); }
  static ndr::checked a_length(const call&) { return ndr::checked(1); }
  using parameters = ndr::parameters<
      ndr::in<"n", &call::n>,
      ndr::in<"a", &call::a,
              ndr::ref<ndr::bounded<1, 3, ndr::conformant_varying<&a_size, &a_length>>>>>;
};
template <>
struct rpc::operation<bounded_text> {
  RPC_TEST_OPERATION(bounded_text);
  using parameters =
      ndr::parameters<ndr::in<"s", &call::s, ndr::ref<ndr::bounded<2, 3, ndr::string>>>>;
};
template <>
struct rpc::operation<bounded_label> {
  RPC_TEST_OPERATION(bounded_label);
  using parameters =
      ndr::parameters<ndr::in<"s", &call::s, ndr::ref<ndr::bounded<2, 3, ndr::fixed_string<8>>>>>;
};
template <>
struct rpc::ndr::layout<label> {
  using type = label;
  using members = fields<field<"text", &type::text, bounded<2, 3, string>>>;
};
template <>
struct rpc::operation<in_place> {
  RPC_TEST_OPERATION(in_place);
  using parameters = ndr::parameters<ndr::in<"l", &call::l, ndr::ref<>>>;
};
template <>
struct rpc::ndr::layout<note> {
  using type = note;
  static checked text_size(const type& self) { return checked(self.room); }
  using members = fields<field<"room", &type::room>,
                         field<"text", &type::text, bounded<0, 8, sized_string<&text_size>>>>;
};
template <>
struct rpc::operation<one_note> {
  RPC_TEST_OPERATION(one_note);
  using parameters = ndr::parameters<ndr::in_out<"n", &call::n, ndr::ref<>>>;
};
template <>
struct rpc::operation<unchecked> {
  RPC_TEST_OPERATION(unchecked);
  static ndr::checked a_size(const call& self) { return ndr::checked(self.n); }
  using parameters = ndr::parameters<
      ndr::in<"n", &call::n>,
      ndr::in<"a", &call::a,
              ndr::unique<ndr::disable_consistency_check<ndr::conformant<&a_size>>>>>;
};
template <>
struct rpc::operation<checked_span> {
  RPC_TEST_OPERATION(checked_span);
  static ndr::checked a_size(const call& self) { return ndr::checked(self.n); }
  using parameters = ndr::parameters<ndr::in<"n", &call::n>,
                                     ndr::in<"a", &call::a, ndr::unique<ndr::conformant<&a_size>>>>;
};
template <>
struct rpc::operation<unchecked_span> {
  RPC_TEST_OPERATION(unchecked_span);
  static ndr::checked a_size(const call& self) { return ndr::checked(self.n); }
  using parameters = ndr::parameters<
      ndr::in<"n", &checked_span::n>,
      ndr::in<"a", &checked_span::a,
              ndr::unique<ndr::disable_consistency_check<ndr::conformant<&a_size>>>>>;
};

namespace {

template <class Frame>
std::string refusal(rpc::ndr::syntax s, std::string_view stub) {
  const auto [code, text] = failure_of([&] { received<Frame>(s, stub); });
  EXPECT_EQ(code, rpc::status::bad_stub_data) << stub;
  return text;
}

TEST(Bounds, LimitTheSizeOfAnArray) {
  EXPECT_EQ(received<bounded_array>(ndr20, "03000000 00000200 03000000 070809").frame.a[2], 9);
  EXPECT_EQ(received<bounded_array>(ndr64, "01000000 00000000 0000020000000000 0100000000000000 07")
                .frame.a[0],
            7);
  EXPECT_NE(refusal<bounded_array>(ndr20, "04000000 00000200 04000000 0708090a")
                .find("bounded_array: 'a': a count of 4 is outside the range 1 to 3"),
            std::string::npos);
  refusal<bounded_array>(ndr64, "00000000 00000000 0000020000000000 0100000001000000 07");
  refusal<bounded_array>(ndr20, "00000000 00000200 00000000");
  EXPECT_NE(refusal<bounded_array>(ndr20, "00000000 00000200 0300").find("end too early"),
            std::string::npos);
  EXPECT_EQ(received<bounded_array>(ndr20, "00000000 00000000").frame.a, nullptr)
      << "null has no size to be bounded";
}

TEST(Bounds, LimitTheStorageOfAnArrayOfWhichAPartTravels) {
  EXPECT_EQ(received<bounded_part>(ndr20, "03000000 03000000 00000000 01000000 07").frame.a[0], 7);
  refusal<bounded_part>(ndr20, "04000000 04000000 00000000 01000000 07");
}

TEST(Bounds, OfAStringCountItsTerminator) {
  EXPECT_EQ(std::u16string(
                received<bounded_text>(ndr20, "03000000 00000000 03000000 6800 6900 0000").frame.s),
            u"hi");
  refusal<bounded_text>(ndr20, "04000000 00000000 04000000 6800 6900 6900 0000");
  refusal<bounded_text>(ndr20, "01000000 00000000 01000000 0000");
  refusal<bounded_text>(ndr64, "0100000000000000 0000000000000000 0100000000000000 0000");
  EXPECT_STREQ(received<bounded_label>(ndr20, "00000000 03000000 686900").frame.s, "hi");
  refusal<bounded_label>(ndr20, "00000000 04000000 68696900");
  EXPECT_STREQ(received<in_place>(ndr20, "00000000 03000000 686900").frame.l->text, "hi");
  EXPECT_NE(refusal<in_place>(ndr20, "00000000 04000000 68696900").find("'l.text'"),
            std::string::npos);
}

TEST(Strings, MayEndAStructure) {
  rpc::arena memory;
  auto* n = static_cast<note*>(memory.allocate_zeroed(16, 2));
  *n = {5, {'h'}};
  n->text[1] = 'i';
  EXPECT_EQ(request(ndr20, one_note{n}), hex("05000000 0500 0000 00000000 03000000 686900"));
  EXPECT_EQ(request(ndr64, one_note{n}),
            hex("0500000000000000 0500 000000000000 0000000000000000 0300000000000000 686900"));
  const received<one_note> got(ndr20, "00000005 0005 0000 00000000 00000003 686900",
                               std::endian::big);
  EXPECT_EQ(std::string(got.frame.n->text, 5), std::string("hi\0\0\0", 5));
  for (const char* stub : {"05000000 0500 0000 00000000 06000000 686868686800",
                           "05000000 0400 0000 00000000 03000000 686900",
                           "05000000 0500 0000 00000000 03000000 686969",
                           "09000000 0900 0000 00000000 03000000 686900"})
    refusal<one_note>(ndr20, stub);
  n->text[2] = n->text[3] = n->text[4] = 'i';
  EXPECT_EQ(failure_of([&] { request(ndr20, one_note{n}); }).first, rpc::status::invalid_bound);
}

TEST(ConsistencyChecks, CanBeDisabledForNullArrays) {
  const received<unchecked> got(ndr20, "05000000 00000000");
  EXPECT_EQ(got.frame.n, 5u);
  EXPECT_EQ(got.frame.a, nullptr);
  refusal<unchecked>(ndr20, "05000000 00000200 02000000 0708");
  EXPECT_EQ(received<unchecked>(ndr64, "05000000 00000000 0000000000000000").frame.n, 5u);
}

TEST(ConsistencyChecks, SayWhatDisablesThem) {
  const std::string sentence =
      "bounded_array: 'a': the pointer is null, but the count of its array is 2, which only "
      "[disable_consistency_check] allows";
  EXPECT_NE(refusal<bounded_array>(ndr20, "02000000 00000000").find(sentence), std::string::npos);
  EXPECT_NE(refusal<bounded_array>(ndr64, "02000000 00000000 0000000000000000").find(sentence),
            std::string::npos);
}

TEST(ConsistencyChecks, CanBeDisabledForNullSpans) {
  refusal<checked_span>(ndr20, "05000000 00000000");
  const received<unchecked_span> got(ndr20, "05000000 00000000");
  EXPECT_EQ(got.frame.n, 5u);
  EXPECT_TRUE(got.frame.a.empty());
  refusal<unchecked_span>(ndr20, "05000000 00000200 02000000 0708");
  EXPECT_EQ(received<unchecked_span>(ndr20, "02000000 00000200 02000000 0708").frame.a[1], 8);
}

}  // namespace

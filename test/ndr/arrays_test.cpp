// Arrays: fixed ones have no counts, conformant ones a max_count before them (C706 14.3.3).
#include "wire.h"

#include <cstdint>
#include <vector>

using namespace wire_test;

namespace {

struct triple {
  std::int32_t a;
  std::uint8_t b;
};
struct fixed_parameter {
  std::int16_t* a{};
};
struct matrix {
  std::uint8_t before{};
  std::int32_t (*a)[2]{};
};
struct counted {
  std::uint32_t n{};
  std::int64_t* a{};
};
struct size_last {
  std::uint16_t* a{};
  std::uint8_t n{};
};
struct of_structures {
  std::uint32_t n{};
  triple* a{};
};
struct half {
  std::int32_t n{};
  std::uint8_t* a{};
};

}  // namespace

template <>
struct rpc::ndr::layout<triple> {
  using type = triple;
  using members = fields<field<"a", &type::a>, field<"b", &type::b>>;
};
template <>
struct rpc::operation<fixed_parameter> {
  RPC_TEST_OPERATION(fixed_parameter);
  using parameters = ndr::parameters<ndr::in_out<"a", &call::a, ndr::ref<ndr::fixed<3>>>>;
};
template <>
struct rpc::operation<matrix> {
  RPC_TEST_OPERATION(matrix);
  using parameters = ndr::parameters<ndr::in<"before", &call::before>,
                                     ndr::in<"a", &call::a, ndr::ref<ndr::fixed<2>>>>;
};
template <>
struct rpc::operation<counted> {
  RPC_TEST_OPERATION(counted);
  static ndr::checked a_size(const call& self) { return ndr::checked(self.n); }
  using parameters = ndr::parameters<ndr::in<"n", &call::n>,
                                     ndr::in<"a", &call::a, ndr::ref<ndr::conformant<&a_size>>>>;
};
template <>
struct rpc::operation<size_last> {
  RPC_TEST_OPERATION(size_last);
  static ndr::checked a_size(const call& self) { return ndr::checked(self.n); }
  using parameters = ndr::parameters<ndr::in<"a", &call::a, ndr::unique<ndr::conformant<&a_size>>>,
                                     ndr::in<"n", &call::n>>;
};
template <>
struct rpc::operation<of_structures> {
  RPC_TEST_OPERATION(of_structures);
  static ndr::checked a_size(const call& self) { return ndr::checked(self.n); }
  using parameters = ndr::parameters<ndr::in<"n", &call::n>,
                                     ndr::in<"a", &call::a, ndr::ref<ndr::conformant<&a_size>>>>;
};
template <>
struct rpc::operation<half> {
  RPC_TEST_OPERATION(half);
  static ndr::checked a_size(const call& self) { return ndr::checked(self.n) / 2; }
  using parameters =
      ndr::parameters<ndr::in<"n", &call::n>,
                      ndr::in_out<"a", &call::a, ndr::ref<ndr::conformant<&a_size>>>>;
};

namespace {

TEST(Arrays, OfFixedSizeAreTheirElements) {
  std::int16_t a[3] = {1, -1, 0x0203};
  EXPECT_EQ(request(ndr20, fixed_parameter{a}), hex("0100 ffff 0302"));
  EXPECT_EQ(request(ndr64, fixed_parameter{a}), hex("0100 ffff 0302"));
  const received<fixed_parameter> big(ndr20, "0001 ffff 0203", std::endian::big);
  EXPECT_EQ(big.frame.a[2], 0x0203);
}

TEST(Arrays, OfSeveralDimensionsAreRowAfterRow) {
  std::int32_t a[2][2] = {{1, 2}, {3, 4}};
  EXPECT_EQ(request(ndr20, matrix{9, a}), hex("09 000000 01000000 02000000 03000000 04000000"));
  const received<matrix> got(ndr20, "09 000000 01000000 02000000 03000000 04000000");
  EXPECT_EQ(got.frame.a[1][0], 3);
}

// max_count has the alignment of a count, the elements have their own.
TEST(Arrays, ConformantOnesBeginWithMaxCount) {
  std::int64_t a[2] = {1, -1};
  EXPECT_EQ(request(ndr20, counted{2, a}),
            hex("02000000 02000000 0100000000000000 ffffffffffffffff"));
  EXPECT_EQ(request(ndr64, counted{2, a}),
            hex("02000000 00000000 0200000000000000 0100000000000000 ffffffffffffffff"));
  EXPECT_EQ(request(ndr20, counted{0, a}), hex("00000000 00000000"));
}

TEST(Arrays, MayPrecedeTheirSize) {
  std::uint16_t a[3] = {1, 2, 3};
  EXPECT_EQ(request(ndr20, size_last{a, 3}), hex("00000200 03000000 0100 0200 0300 03"));
  const received<size_last> got(ndr20, "01000000 03000000 0100 0200 0300 03");
  EXPECT_EQ(got.frame.n, 3);
  EXPECT_EQ(got.frame.a[2], 3);
}

// NDR20 has no gap behind the last structure, NDR64 has one behind each.
TEST(Arrays, OfStructuresAlignEachElement) {
  triple a[2] = {{1, 2}, {3, 4}};
  EXPECT_EQ(request(ndr20, of_structures{2, a}),
            hex("02000000 02000000 01000000 02 000000 03000000 04"));
  EXPECT_EQ(request(ndr64, of_structures{2, a}),
            hex("02000000 00000000 0200000000000000 01000000 02 000000 03000000 04 000000"));
  for (const auto& [syntax, stub] :
       {std::pair{ndr20, "02000000 02000000 01000000 02 eeeeee 03000000 04"},
        std::pair{ndr64,
                  "02000000 00000000 0200000000000000 01000000 02 eeeeee 03000000 04 eeeeee"}}) {
    const received<of_structures> got(syntax, stub);
    EXPECT_EQ(got.frame.a[1].a, 3);
    EXPECT_EQ(got.frame.a[1].b, 4);
  }
}

TEST(Arrays, WhoseMemoryFormIsTheWireFormStayInTheMessage) {
  const received<counted> little(ndr20, "01000000 01000000 0700000000000000");
  EXPECT_TRUE(little.in_message(little.frame.a));
  const received<counted> big(ndr20, "00000001 00000001 0000000000000007", std::endian::big);
  EXPECT_FALSE(big.in_message(big.frame.a));
  EXPECT_EQ(big.frame.a[0], 7);
  // A trailing pad in memory that NDR20 does not have: copied (server-stub-memory). NDR64 has it.
  const received<of_structures> ndr20_pads(ndr20, "01000000 01000000 01000000 02");
  EXPECT_FALSE(ndr20_pads.in_message(ndr20_pads.frame.a));
  const received<of_structures> ndr64_pads(ndr64,
                                           "01000000 00000000 0100000000000000 01000000 02 000000");
  EXPECT_TRUE(ndr64_pads.in_message(ndr64_pads.frame.a));
}

TEST(Arrays, ExpressionsSizeThem) {
  std::uint8_t a[2] = {5, 6};
  EXPECT_EQ(request(ndr20, half{5, a}), hex("05000000 02000000 05 06"));
  const auto [code, text] = failure_of([&] { request(ndr20, half{-4, a}); });
  EXPECT_EQ(code, rpc::status::invalid_bound);
  EXPECT_NE(text.find("half: 'a': size_is is -2"), std::string::npos) << text;
}

struct bad_counts {
  const char* what;
  rpc::ndr::syntax syntax;
  const char* stub;
};

TEST(Arrays, CountsThatDisagreeOrExceedTheMessageAreRefused) {
  for (const auto& [what, syntax, stub] : {
           bad_counts{"size 0x1000, max_count 0", ndr20, "00100000 00000000"},
           bad_counts{"size 0, max_count 0x1000", ndr20, "00000000 00100000"},
           bad_counts{"size 1, max_count 2", ndr20,
                      "01000000 02000000 01000000000000000200000000000000"},
           bad_counts{"a product beyond 32 bits", ndr20, "01000020 01000020 0100000000000000"},
           bad_counts{"a product beyond 64 bits", ndr64,
                      "01000000 00000000 0100000000000020 0100000000000000"},
           // Ends that wrap around an address space of 32 bits, to what has come and to other
           // places.
           bad_counts{"an end at the beginning", ndr20, "00000020 00000020 0100000000000000"},
           bad_counts{"an end before the end", ndr20, "ffffff1f ffffff1f 0100000000000000"},
           bad_counts{"an end half-way round", ndr20, "00000010 00000010 0100000000000000"},
           bad_counts{"as many as there are numbers", ndr20, "ffffffff ffffffff 0100000000000000"},
           bad_counts{"high half of an NDR64 count", ndr64,
                      "04000000 00000000 0400000001000000 01000000"},
           bad_counts{"one element too few", ndr20,
                      "02000000 02000000 0100000000000000 ffffffffffffff"},
       }) {
    const auto [code, text] =
        failure_of([&, s = syntax, data = stub] { received<counted>(s, data); });
    EXPECT_EQ(code, rpc::status::bad_stub_data) << what;
    EXPECT_NE(text.find("counted: 'a'"), std::string::npos) << what << ": " << text;
  }
}

TEST(Arrays, ANullPointerHasNoElements) {
  EXPECT_EQ(received<size_last>(ndr20, "00000000 00").frame.a, nullptr);
  const auto [code, text] = failure_of([] { received<size_last>(ndr20, "00000000 01"); });
  EXPECT_EQ(code, rpc::status::bad_stub_data);
  EXPECT_NE(text.find("pointer is null"), std::string::npos) << text;
}

}  // namespace

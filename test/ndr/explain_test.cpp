// The layout of a request, field by field.
#include "wire.h"

#include <rpc/ndr/explain.h>

#include <cstdint>
#include <string>
#include <vector>

using namespace wire_test;

namespace {

struct point {
  std::int16_t x;
  point* next;
};
struct frame {
  char letter{};
  std::uint32_t n{};
  std::uint8_t* a{};
  point* p{};
};

}  // namespace

template <>
struct rpc::ndr::layout<point> {
  using type = point;
  using members = fields<field<"x", &type::x>, field<"next", &type::next, unique<>>>;
};
template <>
struct rpc::operation<frame> {
  RPC_TEST_OPERATION(frame);
  static ndr::checked a_size(const call& self) { return ndr::checked(self.n); }
  using parameters = ndr::parameters<ndr::in<"letter", &call::letter>, ndr::in<"n", &call::n>,
                                     ndr::in<"a", &call::a, ndr::ref<ndr::conformant<&a_size>>>,
                                     ndr::in<"p", &call::p, ndr::unique<>>>;
};

namespace {

std::vector<std::string> rows(rpc::ndr::syntax s, std::string_view stub) {
  rpc::buffer message = bytes(stub);
  std::vector<std::string> text;
  for (const auto& row : rpc::ndr::explain_request<frame>(s, std::endian::little, message.bytes()))
    text.push_back(std::to_string(row.offset) + '+' + std::to_string(row.size) + ' ' + row.name +
                   ' ' + row.value);
  return text;
}

TEST(Explain, NamesEveryScalarInTheOrderOfTheWire) {
  EXPECT_EQ(rows(ndr20,
                 "61 000000 02000000 02000000 05 06 0000 00000200"
                 "0700 0000 04000200 0800 0000 00000000"),
            (std::vector<std::string>{"0+1 letter 'a'", "4+4 n 2", "8+4 a.max_count 2",
                                      "12+1 a[0] 5", "13+1 a[1] 6", "16+4 p.referent 0x20000",
                                      "20+2 p.x 7", "24+4 p.next.referent 0x20004",
                                      "28+2 p.next.x 8", "32+4 p.next.next.referent null"}));
}

TEST(Explain, KnowsNdr64) {
  EXPECT_EQ(rows(ndr64, "61 000000 01000000 0100000000000000 05 00000000000000 0000000000000000"),
            (std::vector<std::string>{"0+1 letter 'a'", "4+4 n 1", "8+8 a.max_count 1",
                                      "16+1 a[0] 5", "24+8 p.referent null"}));
}

TEST(Explain, RefusesWhatAServerRefuses) {
  EXPECT_EQ(failure_of([] { rows(ndr20, "61 000000 02000000 03000000 050607 00 00000000"); }).first,
            rpc::status::bad_stub_data);
}

}  // namespace

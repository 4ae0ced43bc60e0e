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
struct text {
  char16_t* s{};
};
struct answered {
  std::uint32_t n{};
  std::uint8_t* a{};
  std::uint32_t result{};
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
template <>
struct rpc::operation<text> {
  RPC_TEST_OPERATION(text);
  using parameters = ndr::parameters<ndr::in<"s", &call::s, ndr::ref<ndr::string>>>;
};
template <>
struct rpc::operation<answered> {
  RPC_TEST_OPERATION(answered);
  static ndr::checked a_size(const call& self) { return ndr::checked(self.n); }
  using parameters = ndr::parameters<ndr::in<"n", &call::n>,
                                     ndr::out<"a", &call::a, ndr::ref<ndr::conformant<&a_size>>>,
                                     ndr::result<"return value", &call::result>>;
};

namespace {

// What is reported of a message, and the error if there is one.
class Explain : public ::testing::Test {
 protected:
  using lines = std::vector<std::string>;

  template <class Explained>
  lines rows(std::string_view stub, Explained explained) {
    rpc::buffer message = bytes(stub);
    lines text;
    const auto add = [&](const rpc::ndr::explained& row) {
      text.push_back(std::to_string(row.offset) + '+' + std::to_string(row.size) + ' ' +
                     std::string(row.name) + ' ' + std::string(row.value));
    };
    const rpc::ndr::outcome end =
        explained(rpc::ndr::message{std::endian::little, message.bytes()}, rpc::ndr::report(add));
    text.push_back(std::to_string(end.read) + ' ' + end.error);
    return text;
  }
  template <class Frame = frame>
  lines request(rpc::ndr::syntax s, std::string_view stub) {
    return rows(stub, [&](const auto& m, const auto& to) {
      return rpc::ndr::explain_request<Frame>(s, m, to);
    });
  }
  lines response(std::string_view stub, const char* request = nullptr) {
    rpc::buffer sent = bytes(request == nullptr ? "" : request);
    const rpc::ndr::message known{std::endian::little, sent.bytes()};
    return rows(stub, [&](const auto& m, const auto& to) {
      return rpc::ndr::explain_response<answered>(ndr20, m, request == nullptr ? nullptr : &known,
                                                  to);
    });
  }
};

TEST_F(Explain, NamesEveryScalarInTheOrderOfTheWire) {
  EXPECT_EQ(request(ndr20,
                    "61 000000 02000000 02000000 05 06 0000 00000200"
                    "0700 0000 04000200 0800 0000 00000000"),
            (lines{"0+1 letter 'a'", "4+4 n 2", "8+4 a.max_count 2", "12+2 a 2 bytes",
                   "16+4 p.referent 0x20000", "20+2 p.x 7", "24+4 p.next.referent 0x20004",
                   "28+2 p.next.x 8", "32+4 p.next.next.referent null", "36 "}));
}

TEST_F(Explain, KnowsNdr64) {
  EXPECT_EQ(
      request(ndr64, "61 000000 01000000 0100000000000000 05 00000000000000 0000000000000000"),
      (lines{"0+1 letter 'a'", "4+4 n 1", "8+8 a.max_count 1", "16+1 a 1 byte",
             "24+8 p.referent null", "32 "}));
}

TEST_F(Explain, TellsWhatIsLeftUnread) {
  EXPECT_EQ(request(ndr20, "61 000000 00000000 00000000 00000000 FFFF").back(), "16 ");
}

TEST_F(Explain, ReportsWhatComesBeforeAnError) {
  EXPECT_EQ(request(ndr20, "0A 000000 02000000 03000000 050607 00 00000000"),
            (lines{"0+1 letter '\\x0a'", "4+4 n 2", "8+4 a.max_count 3", "12+3 a 3 bytes",
                   "16+4 p.referent null",
                   "20 'a': max_count is 3, but its expression says 2 (at byte 20)"}));
  EXPECT_EQ(request(ndr20, "61 000000 02"),
            (lines{"0+1 letter 'a'",
                   "1 'n': the data end too early: 7 bytes wanted, 4 left (at byte 1)"}));
}

TEST_F(Explain, ShortensTheNamesOfALongList) {
  std::string stub = "61 000000 00000000 00000000 00000200";
  for (int i = 0; i < 30; ++i) stub += "0700 0000 00000200";
  std::string path = "..";
  for (int i = 0; i < 24; ++i) path += ".next";
  EXPECT_EQ(*(request(ndr20, stub).end() - 2), "252+4 " + path + ".referent 0x20000");
}

TEST_F(Explain, WritesStringsAsText) {
  EXPECT_EQ(request<text>(ndr20, "03000000 00000000 03000000 4100 E900 0000"),
            (lines{"0+4 s.max_count 3", "4+4 s.offset 0", "8+4 s.actual_count 3",
                   "12+6 s \"A\\u00e9\"", "18 "}));
}

TEST_F(Explain, ComparesAResponseWithItsRequest) {
  const std::string_view good = "02000000 0506 0000 2A000000";
  const lines fields{"0+4 a.max_count 2", "4+2 a 2 bytes", "8+4 return value 42"};
  lines all = fields;
  all.emplace_back("12 ");
  EXPECT_EQ(response(good, "02000000"), all);
  EXPECT_EQ(response(good), all);        // no request
  EXPECT_EQ(response(good, "02"), all);  // one that cannot be read
  all.back() = "12 'a': max_count is 2, but its expression says 3 (at byte 12)";
  EXPECT_EQ(response(good, "03000000"), all);
}

}  // namespace

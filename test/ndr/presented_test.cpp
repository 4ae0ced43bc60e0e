// Objects that travel as others: transmit_as and its relatives.
#include "wire.h"

#include <chrono>
#include <cstdint>
#include <list>
#include <stdexcept>
#include <string>
#include <vector>

using namespace wire_test;

namespace {

using seconds = std::chrono::seconds;

// Refuses negative amounts, and counts what it allocates for the wire.
class money {
 public:
  money() = default;
  explicit money(std::int64_t cents) : cents_(cents) {}
  [[nodiscard]] std::int64_t cents() const { return cents_; }

 private:
  std::int64_t cents_ = 0;
};
struct amount {
  std::string currency;
  std::int64_t cents;
};
int amounts_alive = 0;

struct bill {
  std::uint8_t number{};
  seconds due{};
  money sum;
  std::vector<money> parts;
};

template <class T, class Shape>
struct value {
  T v{};
};

}  // namespace

template <>
struct rpc::wire_form<seconds> {
  static std::int32_t to_wire(seconds value) { return static_cast<std::int32_t>(value.count()); }
  static seconds from_wire(std::int32_t wire) { return seconds(wire); }
};
template <>
struct rpc::wire_form<money> {
  static amount to_wire(const money& value) {
    if (value.cents() < 0) throw std::domain_error("debts do not travel");
    ++amounts_alive;
    return {"EUR", value.cents()};
  }
  static money from_wire(const amount& wire) {
    if (wire.currency != "EUR") throw std::domain_error("foreign money");
    return money(wire.cents);
  }
  static void release(amount&) noexcept { --amounts_alive; }
};
template <>
struct rpc::wire_form<std::list<std::int16_t>> {
  static std::vector<std::int16_t> to_wire(const std::list<std::int16_t>& value) {
    return {value.begin(), value.end()};
  }
  static std::list<std::int16_t> from_wire(const std::vector<std::int16_t>& wire) {
    return {wire.begin(), wire.end()};
  }
};

namespace rpc::ndr {

using money_shape = presented<amount>;

template <>
struct layout<amount> {
  using type = amount;
  using members =
      fields<field<"currency", &type::currency, unique<string>>, field<"cents", &type::cents>>;
};
template <>
struct layout<bill> {
  using type = bill;
  using members =
      fields<field<"number", &type::number>, field<"due", &type::due, presented<std::int32_t>>,
             field<"sum", &type::sum, money_shape>,
             field<"parts", &type::parts, unique<counted<money_shape>>>>;
};

}  // namespace rpc::ndr

template <class T, class Shape>
struct rpc::operation<value<T, Shape>> {
  using call = value<T, Shape>;
  static constexpr std::uint16_t opnum = 0;
  static constexpr char name[] = "value";
  using parameters = ndr::parameters<ndr::in_out<"v", &call::v, Shape>>;
};

namespace {

namespace ndr = rpc::ndr;
using whole_bill = value<bill*, ndr::ref<>>;
using one_sum = value<money, ndr::money_shape>;

TEST(Presented, AScalarIsConvertedInPlace) {
  const value<seconds, ndr::presented<std::int32_t>> frame{seconds(7)};
  EXPECT_EQ(request(ndr20, frame), hex("07000000"));
  EXPECT_EQ((received<value<seconds, ndr::presented<std::int32_t>>>(ndr64, "07000000").frame.v),
            seconds(7));
  EXPECT_EQ(
      (received<value<seconds, ndr::presented<std::int32_t>>>(ndr20, "00000007", std::endian::big)
           .frame.v),
      seconds(7));
}

TEST(Presented, AListIsAnArray) {
  using list =
      value<std::list<std::int16_t>, ndr::presented<std::vector<std::int16_t>, ndr::counted<>>>;
  EXPECT_EQ(request(ndr20, list{{1, 2}}), hex("02000000 0100 0200"));
  EXPECT_EQ(received<list>(ndr64, "0200000000000000 0100 0200").frame.v,
            (std::list<std::int16_t>{1, 2}));
}

TEST(Presented, WhatLeadsElsewhereIsConvertedWhenAllIsThere) {
  bill b{1, seconds(2), money(300), {money(100), money(200)}};
  const std::string sent = request(ndr20, whole_bill{&b});
  EXPECT_EQ(amounts_alive, 0);
  EXPECT_EQ(sent, hex("01 000000 02000000"                           // number, due
                      "00000200 00000000 2c01000000000000"           // sum
                      "04000200"                                     // parts, gap
                      "04000000 00000000 04000000 45555200"          // EUR
                      "02000000 08000200 00000000 6400000000000000"  // parts
                      "0c000200 00000000 c800000000000000"
                      "04000000 00000000 04000000 45555200"
                      "04000000 00000000 04000000 45555200"));
  for (const auto syntax : {ndr20, ndr64}) {
    received<whole_bill> got(syntax, request(syntax, whole_bill{&b}));
    EXPECT_EQ(got.frame.v->due, seconds(2));
    EXPECT_EQ(got.frame.v->sum.cents(), 300);
    EXPECT_EQ(got.frame.v->parts.at(1).cents(), 200);
  }
}

TEST(Presented, ExceptionsOfTheProgramAreFailures) {
  const auto sending = failure_of([] { request(ndr20, one_sum{money(-1)}); });
  EXPECT_EQ(sending.first, rpc::status::fault_unspec);
  EXPECT_NE(sending.second.find("value: 'v': the conversion failed: debts do not travel"),
            std::string::npos)
      << sending.second;
  const auto receiving = failure_of([] {
    received<one_sum>(ndr20, "00000200 00000000 0100000000000000 02000000 00000000 02000000 5800");
  });
  EXPECT_EQ(receiving.first, rpc::status::bad_stub_data);
  EXPECT_NE(receiving.second.find("foreign money"), std::string::npos) << receiving.second;
  EXPECT_EQ(amounts_alive, 0);
}

TEST(Presented, NothingIsConvertedOfWhatIsRefused) {
  EXPECT_EQ(
      failure_of([] { received<one_sum>(ndr20, "00000200 00000000 0100000000000000"); }).first,
      rpc::status::bad_stub_data);
  EXPECT_EQ(failure_of([] {
              received<one_sum>(ndr20, request(ndr20, one_sum{money(1)}), std::endian::little, 8);
            }).first,
            rpc::status::out_of_memory);
}

}  // namespace

// transmit_as, represent_as, wire_marshal and user_marshal through generated stubs.

#include "presented.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "peers.h"

namespace {

class converting : public presented::service {
 public:
  presented::when tomorrow(presented::when now) override { return now + std::chrono::days(1); }
  money add(const money& a, const money& b) override { return money(a.cents() + b.cents()); }
  void negate(money& sum) override { sum = money(-sum.cents()); }
  presented::bill pay(const presented::bill& b) override {
    presented::bill rest = b;
    for (const money& part : b.parts) rest.sum = money(rest.sum.cents() - part.cents());
    rest.parts.clear();
    return rest;
  }
  angle opposite(angle to) override {
    to.turn(180);
    return to;
  }
  presented::list reversed(const presented::list& numbers) override {
    return {numbers.rbegin(), numbers.rend()};
  }
  presented::dictionary inverted(const presented::dictionary& words) override {
    presented::dictionary result;
    for (const auto& [key, value] : words) result[value] = key;
    return result;
  }
};

class conversions : public testing::TestWithParam<meeting> {
 protected:
  peers<presented::service, converting> peers_{GetParam()};
  presented::client client_{peers_.connection()};
};

INSTANTIATE_TEST_SUITE_P(all, conversions, testing::ValuesIn(meetings), meeting_name);

TEST_P(conversions, of_parameters_and_results) {
  const std::chrono::sys_seconds now(std::chrono::seconds(1'700'000'000));
  EXPECT_EQ(client_.tomorrow(now) - now, std::chrono::hours(24));
  EXPECT_EQ(client_.add(money(2), money(3)).cents(), 5);
  money sum(7);
  client_.negate(sum);
  EXPECT_EQ(sum.cents(), -7);
  EXPECT_EQ(client_.opposite(angle()).degrees(), 180);
  EXPECT_EQ(client_.reversed({1, 2, 3}), (presented::list{3, 2, 1}));
  EXPECT_EQ(client_.inverted({{"a", "b"}}), (presented::dictionary{{"b", "a"}}));
}

TEST_P(conversions, of_fields_and_elements) {
  const std::chrono::sys_seconds due(std::chrono::seconds(5));
  const presented::bill rest = client_.pay({due, money(100), {money(30), money(20)}});
  EXPECT_EQ(rest.due, due);
  EXPECT_EQ(rest.sum.cents(), 50);
  EXPECT_TRUE(rest.parts.empty());
}

std::string error_of(const auto& act) {
  try {
    act();
  } catch (const rpc::error& e) {
    return e.what();
  }
  return "no error";
}

TEST_P(conversions, that_throw) {
  // Before anything is sent, in the server's request, in its response, and in the client.
  EXPECT_NE(error_of([&] { (void)client_.add(money(13), money(0)); }).find("an unlucky amount"),
            std::string::npos);
  EXPECT_NE(error_of([&] { (void)client_.add(money(17), money(0)); }).find("0x6F7"),
            std::string::npos);
  EXPECT_NE(error_of([&] { (void)client_.add(money(6), money(7)); }).find("fault_unspec"),
            std::string::npos);
  EXPECT_NE(error_of([&] { (void)client_.add(money(8), money(9)); }).find("nobody wants"),
            std::string::npos);
  EXPECT_EQ(client_.add(money(1), money(1)).cents(), 2);
}

}  // namespace

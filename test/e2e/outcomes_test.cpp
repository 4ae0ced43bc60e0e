// comm_status, fault_status, partial_ignore.

#include "outcomes.h"

#include <rpc/async.h>

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <string>

#include "peers.h"

namespace {

class implementation : public outcomes::service {
 public:
  void comm(std::uint32_t code, std::uint32_t* status) override { *status = end(code); }
  std::uint32_t fault(std::uint32_t code) override { return end(code); }
  std::uint32_t both(std::uint32_t code, std::uint32_t& status) override {
    status = 2;
    return end(code);
  }
  std::int32_t move_left(outcomes::position* previous, std::uint32_t n,
                         std::int32_t* trail) override {
    if (previous != nullptr) {
      EXPECT_EQ(previous->x, 0);
      EXPECT_EQ(previous->name, nullptr);
      previous->x = 5;
      previous->name = rpc::allocate_array<char>(2);
      previous->name[0] = 'p';
    }
    for (std::uint32_t i = 0; trail != nullptr && i < n; ++i) {
      EXPECT_EQ(trail[i], 0);
      trail[i] = static_cast<std::int32_t>(i);
    }
    return 4;
  }
  std::uint32_t feed(rpc::pipe<std::uint8_t>& data) override {
    std::uint8_t first = 0;
    return data.pull({&first, 1}) == 0 ? 1 : end(first);
  }

 private:
  // 0: as it should.
  static std::uint32_t end(std::uint32_t code) {
    if (code != 0) throw rpc::error(static_cast<rpc::status>(code), "as asked");
    return 1;
  }
};

constexpr auto unavailable = static_cast<std::uint32_t>(rpc::status::server_unavailable);
constexpr auto denied = static_cast<std::uint32_t>(rpc::status::access_denied);

class outcomes_over : public testing::TestWithParam<meeting> {
 protected:
  peers<outcomes::service, implementation> peers_{GetParam()};
  outcomes::client client_{peers_.connection()};
};

INSTANTIATE_TEST_SUITE_P(meetings, outcomes_over, testing::ValuesIn(meetings), meeting_name);

TEST_P(outcomes_over, of_calls_that_do_not_wait) {
  const auto client = rpc::async(client_);
  std::uint32_t status = 9;
  client.comm(unavailable, &status).get();
  EXPECT_EQ(status, unavailable);
  EXPECT_EQ(client.fault(denied).get(), denied);
  EXPECT_EQ(client.both(denied, status).get(), 0u);
  EXPECT_EQ(status, denied);
  EXPECT_EQ(client.both(0, status).get(), 1u);
  EXPECT_EQ(status, 2u);
  EXPECT_THROW(client.comm(1, nullptr).get(), rpc::error);
  EXPECT_THROW(client.comm(denied, &status).get(), rpc::error);
  outcomes::position previous{3, nullptr};
  std::int32_t trail[3] = {7, 7, 7};
  EXPECT_EQ(client.move_left(&previous, 3, trail).get(), 4);
  EXPECT_EQ(previous.x, 5);
  EXPECT_STREQ(previous.name, "p");
  EXPECT_EQ(trail[2], 2);
  rpc::free(previous.name);
  // Not sent, and told in the place that is for it.
  const auto late = rpc::async(rpc::with(client_, {.deadline = std::chrono::steady_clock::now()}));
  late.comm(0, &status).get();
  EXPECT_EQ(status, static_cast<std::uint32_t>(rpc::status::call_timed_out));
}

TEST_P(outcomes_over, comm_status_takes_errors_of_communication) {
  std::uint32_t status = 9;
  client_.comm(0, &status);
  EXPECT_EQ(status, 1u) << "what the implementation says";
  client_.comm(unavailable, &status);
  EXPECT_EQ(status, unavailable);
  EXPECT_THROW(client_.comm(denied, &status), rpc::error);
  EXPECT_THROW(client_.comm(0, nullptr), rpc::error) << "there is no place for it";
}

TEST_P(outcomes_over, fault_status_takes_all_others) {
  EXPECT_EQ(client_.fault(0), 1u);
  EXPECT_EQ(client_.fault(denied), denied);
  EXPECT_THROW((void)client_.fault(unavailable), rpc::error);
}

TEST_P(outcomes_over, a_call_with_pipes_has_a_status) {
  const auto feed = [&](auto give) {
    rpc::source<std::uint8_t> data(give);
    return client_.feed(data);
  };
  EXPECT_EQ(feed([](std::span<std::uint8_t>) { return std::size_t{0}; }), 1u);
  EXPECT_EQ(feed([&, given = false](std::span<std::uint8_t> into) mutable {
              into[0] = static_cast<std::uint8_t>(denied);
              return std::size_t{!std::exchange(given, true)};
            }),
            denied);
  const auto throwing = [](rpc::status code) {
    return [code](std::span<std::uint8_t>) -> std::size_t { throw rpc::error(code); };
  };
  EXPECT_EQ(feed(throwing(rpc::status::access_denied)), denied);
  EXPECT_THROW(feed(throwing(rpc::status::ok)), rpc::error) << "0 would be taken for success";
}

TEST_P(outcomes_over, an_operation_may_have_both) {
  std::uint32_t status = 9;
  EXPECT_EQ(client_.both(0, status), 1u);
  EXPECT_EQ(status, 2u);
  EXPECT_EQ(client_.both(unavailable, status), unavailable);
  EXPECT_EQ(client_.both(denied, status), 0u);
  EXPECT_EQ(status, denied);
}

TEST_P(outcomes_over, a_server_that_has_stopped_is_a_comm_status) {
  std::uint32_t status = 0;
  peers_.server().stop();
  client_.comm(0, &status);
  EXPECT_TRUE(rpc::is_communication_error(static_cast<rpc::status>(status))) << status;
}

TEST_P(outcomes_over, partial_ignore_brings_results_to_who_wants_them) {
  outcomes::position previous{1, reinterpret_cast<char*>(1)};
  std::int32_t trail[3] = {7, 7, 7};
  EXPECT_EQ(client_.move_left(&previous, 3, trail), 4);
  EXPECT_EQ(previous.x, 5);
  EXPECT_STREQ(previous.name, "p");
  rpc::free(previous.name);
  EXPECT_EQ(trail[2], 2);
  EXPECT_EQ(client_.move_left(nullptr, 3, nullptr), 4);
}

}  // namespace

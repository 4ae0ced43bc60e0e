// Parameters, types and namespaces may have the names that generated code uses.

#include "awkward.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <numeric>

#include "peers.h"

namespace {

using namespace app;

class awkward : public app::rpc::service {
 public:
  void value(std::int32_t value, app::rpc::std interface, app::rpc::call* call) override {
    call->type = 0;  // fewer: rpc-check: ignore=change-size-var
    call->members = value;
    call->call = interface.value;
    call->checked = std::accumulate(call->self, call->self + 2, 0);
  }
  std::int32_t request(std::int32_t to, std::int32_t c, std::int32_t self,
                       std::int32_t peer) override {
    return 1000 * to + 100 * c + 10 * self + peer;
  }
  void result(std::int32_t return_value, std::int32_t* result) override {
    *result = return_value + 1;
  }
  std::int32_t return_value(std::int32_t return_value) override { return -return_value; }
  void ndr_names(std::int32_t opnum, std::int32_t name, std::int32_t parameters, std::int32_t run,
                 const std::int32_t* ndr, std::int32_t& checked) override {
    checked = opnum + name + run + std::accumulate(ndr, ndr + parameters, 0);
  }
  void run(app::rpc::operation* operation) override {
    if (operation->tag == app::rpc::tag) operation->layout.cases.value *= 2;
  }
  std::int32_t name(std::int32_t unnamed) override { return unnamed + 5; }
  std::int32_t binding_(std::int32_t binding_) override { return binding_ + 6; }
  app::rpc::std interface_(const app::rpc::std& std) override { return {std.value + 7}; }
};

class awkward_over : public testing::TestWithParam<meeting> {
 protected:
  peers<app::rpc::service, awkward> peers_{GetParam()};
  app::rpc::client client_{peers_.connection()};
};

INSTANTIATE_TEST_SUITE_P(all, awkward_over, testing::ValuesIn(meetings), meeting_name);

TEST_P(awkward_over, names) {
  std::int32_t numbers[] = {3, 4};
  app::rpc::call call{2, 0, 0, numbers, 0};
  client_.value(10, {20}, &call);
  EXPECT_EQ(call.members, 10);
  EXPECT_EQ(call.call, 20);
  EXPECT_EQ(call.checked, 7);

  EXPECT_EQ(client_.request(1, 2, 3, 4), 1234);
  std::int32_t result = 0;
  client_.result(41, &result);
  EXPECT_EQ(result, 42);
  EXPECT_EQ(client_.return_value(8), -8);
  client_.ndr_names(1, 2, 2, 4, numbers, result);
  EXPECT_EQ(result, 14);
  EXPECT_EQ(client_.name(1), 6);
  EXPECT_EQ(client_.binding_(1), 7);
  EXPECT_EQ(client_.interface_({1}).value, 8);

  app::rpc::operation operation{app::rpc::tag, {.cases = {21}}};
  client_.run(&operation);
  EXPECT_EQ(operation.layout.cases.value, 42);
}

}  // namespace

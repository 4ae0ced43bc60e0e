// Pointers that do not travel, and integers as wide as pointers, through generated stubs.

#include "machine.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>

#include "peers.h"

namespace {

class machines : public machine::service {
 public:
  std::int32_t sum(const machine::cursor* list) override {
    std::int32_t total = 0;
    for (; list != nullptr; list = list->next) {
      if (list->cache != nullptr || list->state != nullptr || list->notify != nullptr) return -1;
      total += list->position;
    }
    return total;
  }
  void advance(machine::cursor* c, std::int32_t by) override {
    c->position += by;
    c->cache = this;  // which nobody learns
  }
  machine::cursor* make(std::int32_t position) override {
    auto* const made = rpc::allocate<machine::cursor>();
    *made = {position, this, nullptr, [](int) {}, nullptr};
    return made;
  }

  machine::offset difference(std::size_t a, std::size_t b) override {
    return static_cast<machine::offset>(a - b);
  }
  void grow(machine::region* r, machine::offset by) override {
    r->size += static_cast<std::size_t>(by);
    for (machine::offset& hole : r->holes) hole -= by;
  }
  void negate(std::uint32_t count, long* numbers) override {
    for (std::uint32_t i = 0; i < count; ++i) numbers[i] = -numbers[i];
  }
};

class machine_over : public testing::TestWithParam<meeting> {
 protected:
  peers<machine::service, machines> peers_{GetParam()};
  machine::client client_{peers_.connection()};
};

INSTANTIATE_TEST_SUITE_P(all, machine_over, testing::ValuesIn(meetings), meeting_name);

TEST_P(machine_over, ignored_pointers_stay_where_they_are) {
  int here = 0;
  auto* const state = reinterpret_cast<machine::opaque*>(&here);
  void (*const notify)(int) = [](int) {};
  machine::cursor second{20, &here, state, notify, nullptr};
  machine::cursor first{1, &here, state, notify, &second};
  EXPECT_EQ(client_.sum(&first), 21);

  client_.advance(&first, 4);
  EXPECT_EQ(first.position, 5);
  EXPECT_EQ(first.cache, &here);
  EXPECT_EQ(first.state, state);
  EXPECT_EQ(first.notify, notify);
  EXPECT_EQ(first.next, &second);
  EXPECT_EQ(second.cache, &here);

  const std::unique_ptr<machine::cursor, decltype(&rpc::free)> made(client_.make(7), rpc::free);
  EXPECT_EQ(made->position, 7);
  EXPECT_EQ(made->cache, nullptr);
  EXPECT_EQ(made->state, nullptr);
  EXPECT_EQ(made->notify, nullptr);
}

TEST_P(machine_over, integers_as_wide_as_pointers) {
  EXPECT_EQ(client_.difference(3, 5), -2);
  EXPECT_EQ(client_.difference(0xFFFFFFFF, 0x80000000), 0x7FFFFFFF);
  machine::region r{1, 0xFFFFFF00, {-1, 5}};
  client_.grow(&r, 0xFF);
  EXPECT_EQ(r.size, 0xFFFFFFFFu);
  EXPECT_EQ(r.holes[0], -0x100);
  EXPECT_EQ(r.holes[1], -0xFA);
  long numbers[] = {1, -2};
  client_.negate(2, numbers);
  EXPECT_EQ(numbers[0], -1);
  EXPECT_EQ(numbers[1], 2);
}

TEST_P(machine_over, what_has_no_room_in_32_bits_needs_ndr64) {
  const std::size_t large = std::size_t{1} << 40;
  machine::region r{1, 0xFFFFFFFF, {}};
  if (GetParam().ndr64) {
    EXPECT_EQ(client_.difference(large, 1), 0xFF'FFFF'FFFF);
    client_.grow(&r, 1);
    EXPECT_EQ(r.size, 0x1'0000'0000u);
  } else {
    EXPECT_THROW((void)client_.difference(large, 1), rpc::error);
    EXPECT_THROW((void)client_.difference(0xFFFFFFFF, 1), rpc::error);  // the server's result
    EXPECT_THROW(client_.grow(&r, 1), rpc::error);
    EXPECT_EQ(r.size, 0xFFFFFFFFu);
  }
}

}  // namespace

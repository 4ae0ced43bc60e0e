// A list of a million nodes, on stacks of 256 KiB: nothing recurses over data.

#include "list.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <utility>
#include <vector>

#include "peers.h"
#include "small_stack.h"

namespace {

constexpr std::int32_t length = 1'000'000;
constexpr std::int64_t total = std::int64_t{length} * (length + 1) / 2;

class lists : public list::service {
 public:
  std::int64_t sum(const list::node* head) override {
    std::int64_t result = 0;
    for (; head != nullptr; head = head->next) result += head->value;
    return result;
  }

  void reverse(list::node** head) override {
    list::node* reversed = nullptr;
    while (*head != nullptr) {
      // The same nodes in another order.
      list::node* moved = std::exchange(*head, (*head)->next);  // rpc-check: ignore=relink-next
      // rpc-check: ignore=relink-next
      moved->next = std::exchange(reversed, moved);
    }
    *head = reversed;
  }

  list::node* count_down(std::int32_t from) override {
    list::node* head = nullptr;
    for (std::int32_t i = 1; i <= from; ++i) {
      auto* added = rpc::allocate<list::node>();
      *added = {i, head};
      head = added;
    }
    return head;
  }
};

rpc::server_options large() {
  rpc::server_options options;
  options.max_request = 64u << 20;
  options.base_call_memory = 64u << 20;
  options.max_call_memory = 512u << 20;
  return options;
}

class million : public testing::TestWithParam<meeting> {
 protected:
  million() : nodes_(length) {
    for (std::int32_t i = 0; i < length; ++i) {
      const auto at = static_cast<std::size_t>(i);
      nodes_[at] = {i + 1, i + 1 < length ? &nodes_[at + 1] : nullptr};
    }
  }

  std::vector<list::node> nodes_;
  peers<list::service, lists> peers_{GetParam(), large()};
  list::client client_{peers_.connection()};
};

INSTANTIATE_TEST_SUITE_P(all, million, testing::ValuesIn(meetings), meeting_name);

TEST_P(million, to_the_server) { EXPECT_EQ(client_.sum(nodes_.data()), total); }

TEST_P(million, there_and_back) {
  list::node* head = nodes_.data();
  client_.reverse(&head);
  std::int32_t expected = length;
  for (const list::node* n = head; n != nullptr; n = n->next) ASSERT_EQ(n->value, expected--);
  EXPECT_EQ(expected, 0);
}

TEST_P(million, from_the_server) {
  std::int32_t expected = length;
  list::node* head = client_.count_down(length);
  while (head != nullptr) {
    ASSERT_EQ(head->value, expected--);
    rpc::free(std::exchange(head, head->next));
  }
  EXPECT_EQ(expected, 0);
}

TEST_P(million, too_many_for_the_limit) {
  peers<list::service, lists> strict(GetParam());
  list::client client(strict.connection());
  EXPECT_THROW((void)client.sum(nodes_.data()), rpc::error);
}

}  // namespace

int main(int count, char** arguments) { return run_with_a_small_stack(count, arguments); }

// std::shared_ptr through generated stubs, on a stack of 256 KiB: identity in both directions, and
// no object is left when nobody needs it.

#include "network.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <set>
#include <utility>
#include <vector>

#include "peers.h"
#include "small_stack.h"

namespace {

using node = std::shared_ptr<network::node>;
using person = std::shared_ptr<network::person>;

constexpr std::int32_t length = 1'000'000;

node make(std::int32_t value, node next = nullptr) {
  return std::make_shared<network::node>(network::node{value, std::move(next)});
}

node make_ring(std::int32_t size) {
  const node last = make(size);
  node first = last;
  for (std::int32_t i = size - 1; i > 0; --i) first = make(i, first);
  last->next = first;
  return first;
}

class graphs : public network::service {
 public:
  std::uint32_t count(const node& first) override {
    std::set<const network::node*> met;
    for (const auto* n = first.get(); n != nullptr && met.insert(n).second; n = n->next.get()) {
    }
    return static_cast<std::uint32_t>(met.size());
  }
  std::int64_t sum(node list) override {
    std::int64_t total = 0;
    for (; list != nullptr; list = list->next) total += list->value;
    return total;
  }
  bool same(node a, node b) override { return a == b; }
  void extend(node& first, std::int32_t value) override {
    std::set<network::node*> met;
    for (auto* n = first.get(); met.insert(n).second; n = n->next.get()) n->value *= 2;
    first->next = make(value, first->next);
  }
  node ring(std::int32_t size) override { return make_ring(size); }
  void reverse(node& list) override {
    node reversed;
    while (list != nullptr) {
      node next = std::exchange(list->next, std::move(reversed));
      reversed = std::exchange(list, std::move(next));
    }
    list = std::move(reversed);
  }
  node exchange(node with) override { return std::exchange(kept_, std::move(with)); }
  void introduce(std::vector<person>& people) override {
    for (const person& one : people) {
      for (const person& other : people)
        if (one != other) one->friends.push_back(other);
      one->address = people.front()->address;
    }
  }

  ~graphs() override { rpc::release(kept_); }

 private:
  node kept_;
};

rpc::server_options large() {
  rpc::server_options options;
  options.max_request = 64u << 20;
  options.base_call_memory = 256u << 20;
  options.max_call_memory = 512u << 20;
  return options;
}

class shared : public testing::TestWithParam<meeting> {
 protected:
  peers<network::service, graphs> peers_{GetParam(), large()};
  network::client client_{peers_.connection()};
};

INSTANTIATE_TEST_SUITE_P(all, shared, testing::ValuesIn(meetings), meeting_name);

TEST_P(shared, identity) {
  node list = make(1, make(2));
  EXPECT_EQ(client_.count(list), 2u);
  EXPECT_EQ(client_.count(nullptr), 0u);
  EXPECT_EQ(client_.sum(list), 3);
  EXPECT_TRUE(client_.same(list, list));
  EXPECT_FALSE(client_.same(list, list->next));
  EXPECT_TRUE(client_.same(nullptr, nullptr));
  EXPECT_EQ(list.use_count(), 1);
}

TEST_P(shared, rings_both_ways) {
  node first = make_ring(3);
  const std::weak_ptr<network::node> watched = first;
  const auto* const second = first->next.get();
  EXPECT_EQ(client_.count(first), 3u);
  client_.extend(first, 9);
  EXPECT_EQ(first, watched.lock());
  EXPECT_EQ(first->value, 2);
  EXPECT_EQ(first->next->value, 9);
  EXPECT_EQ(first->next->next.get(), second);
  EXPECT_EQ(second->value, 4);
  EXPECT_EQ(second->next->next, first);
  rpc::release(first);
  EXPECT_TRUE(watched.expired());

  node made = client_.ring(5);
  EXPECT_EQ(client_.count(made), 5u);
  EXPECT_EQ(made->value, 1);
  EXPECT_EQ(made->next->next->next->next->next, made);
  rpc::release(made);
}

TEST_P(shared, the_server_may_keep_what_it_gets) {
  node first = make_ring(4);
  EXPECT_EQ(client_.exchange(first), nullptr);
  rpc::release(first);
  node back = client_.exchange(make(7));
  ASSERT_NE(back, nullptr);
  EXPECT_EQ(client_.count(back), 4u);
  EXPECT_EQ(back->next->next->next->next, back);
  rpc::release(back);
  back = client_.exchange(nullptr);
  EXPECT_EQ(back->value, 7);
  EXPECT_EQ(back->next, nullptr);
}

TEST_P(shared, objects_of_many_parts) {
  std::vector<person> people;
  for (const char* name : {"ann", "ben", "cy"})
    people.push_back(std::make_shared<network::person>(network::person{name, {}, nullptr}));
  people.push_back(people.front());
  people.front()->address = std::make_shared<std::string>("here");
  std::vector<person> before = people;
  client_.introduce(people);
  EXPECT_EQ(people, before);
  EXPECT_EQ(people[1]->name, "ben");
  EXPECT_EQ(people[1]->friends, (std::vector{people[0], people[2], people[0]}));
  EXPECT_EQ(*people[2]->address, "here");
  EXPECT_EQ(people[2]->address, people[0]->address);
  const std::weak_ptr<network::person> watched = people[0];
  rpc::release(before);
  EXPECT_EQ(people[1]->friends.size(), 3u);
  rpc::release(people);
  EXPECT_TRUE(watched.expired());
}

TEST_P(shared, lists_of_a_million) {
  node list;
  for (std::int32_t i = length; i > 0; --i) list = make(i, std::move(list));
  EXPECT_EQ(client_.sum(list), std::int64_t{length} * (length + 1) / 2);
  const node first = list;
  client_.reverse(list);
  EXPECT_EQ(list->value, length);
  EXPECT_EQ(first->value, 1);
  EXPECT_EQ(first->next, nullptr);
  rpc::release(list);
}

TEST_P(shared, long_rings) {
  node made = client_.ring(length / 4);
  const std::weak_ptr<network::node> watched = made->next;
  EXPECT_EQ(client_.count(made), std::uint32_t{length / 4});
  rpc::release(made);
  EXPECT_TRUE(watched.expired());
}

}  // namespace

int main(int count, char** arguments) { return run_with_a_small_stack(count, arguments); }

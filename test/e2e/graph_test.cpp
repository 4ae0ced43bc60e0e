// Full pointers through generated stubs: identity in both directions of a call.

#include "graph.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "peers.h"

namespace {

class service : public graph::service {
 public:
  std::int32_t count(const graph::node* first) override {
    std::set<const graph::node*> met;
    for (; first != nullptr && met.size() < 10 && met.insert(first).second; first = first->next) {
    }
    return static_cast<std::int32_t>(met.size());
  }

  void extend(graph::node* first, std::int32_t value) override {
    std::set<graph::node*> met;
    for (graph::node* n = first; n != nullptr && met.insert(n).second; n = n->next) n->value *= 2;
    if (first == nullptr || first->next == nullptr) return;
    auto* const added = rpc::allocate<graph::node>();
    *added = {value, first->next, first};
    // It takes the old one along.
    first->next->previous = added;  // rpc-check: ignore=relink-next
    first->next = added;            // rpc-check: ignore=relink-next
  }

  void last(graph::node* first, graph::node** found) override {
    if (first == nullptr) return;
    while (first->next != nullptr) first = first->next;
    first->value = 99;
    *found = first;
  }

  graph::node* ring(std::int32_t length) override {
    graph::node* first = nullptr;
    for (std::int32_t i = 0; i < length; ++i) {
      auto* const added = rpc::allocate<graph::node>();
      *added = {i, first, nullptr};
      if (first == nullptr) {
        *added = {i, added, added};
      } else {
        *added = {i, first, first->previous};
        first->previous->next = added;
        first->previous = added;
      }
      first = first == nullptr ? added : first;
    }
    return first;
  }

  bool same(std::int32_t* a, std::int32_t* b) override { return a == b; }

  void swap(graph::text* t) override { std::swap(t->first, t->second); }

  void shorten(graph::measured* a, graph::measured* b) override {
    if (a->numbers != b->numbers) return;
    if (a->count > 0) a->numbers[0] = -1;
    a->count = b->count = 1;  // fewer: rpc-check: ignore=change-size-var
  }

  std::int32_t add(std::int32_t** a, graph::always* b) override {
    return (a == nullptr ? 0 : **a) + (b == nullptr ? 0 : **b);
  }

  void* begin() override { return &visited_; }

  std::int32_t visit(void* walk, const graph::node* next, const std::int64_t* weight) override {
    auto& visited = *static_cast<std::int32_t*>(walk);
    return visited += count(next) * static_cast<std::int32_t>(*weight);
  }

 private:
  std::int32_t visited_ = 0;
};

rpc::server_options large() {
  rpc::server_options options;
  options.base_call_memory = 64u << 20;
  return options;
}

class graphs : public testing::TestWithParam<meeting> {
 protected:
  peers<graph::service, service> peers_{GetParam(), large()};
  graph::client client_{peers_.connection()};
};

TEST_P(graphs, EndWhereTheyBegan) {
  graph::node third{3, nullptr, nullptr}, second{2, &third, nullptr}, first{1, &second, &third};
  EXPECT_EQ(client_.count(&first), 3);
  third.next = &first;
  EXPECT_EQ(client_.count(&first), 3);
  first.next = &first;
  EXPECT_EQ(client_.count(&first), 1);
  EXPECT_EQ(client_.count(nullptr), 0);
}

TEST_P(graphs, ArriveWithContexts) {
  graph::node second{2, nullptr, nullptr}, first{1, &second, nullptr};
  second.next = &first;
  void* const walk = client_.begin();
  const std::int64_t one = 1, ten = 10;
  EXPECT_EQ(client_.visit(walk, &first, &one), 2);
  EXPECT_EQ(client_.visit(walk, &first, &ten), 22);
}

TEST_P(graphs, ComeBackAsTheObjectsThatWereSent) {
  graph::node second{2, nullptr, nullptr}, first{1, &second, &second};
  second.next = second.previous = &first;
  client_.extend(&first, 7);
  EXPECT_EQ(first.value, 2);
  EXPECT_EQ(second.value, 4);
  EXPECT_EQ(second.next, &first);
  EXPECT_EQ(first.previous, &second);
  graph::node* const added = first.next;
  EXPECT_EQ(second.previous, added);
  EXPECT_EQ(added->value, 7);
  EXPECT_EQ(added->next, &second);
  EXPECT_EQ(added->previous, &first);
  rpc::free(added);
}

TEST_P(graphs, MayBeAnsweredWithAPartOfThem) {
  graph::node second{2, nullptr, nullptr}, first{1, &second, nullptr};
  graph::node* found = nullptr;
  client_.last(&first, &found);
  EXPECT_EQ(found, &second);
  EXPECT_EQ(second.value, 99);
}

TEST_P(graphs, AreMadeByTheServer) {
  graph::node* const first = client_.ring(5);
  std::vector<graph::node*> all;
  graph::node* n = first;
  for (std::int32_t i = 0; i < 5; ++i, n = n->next) {
    EXPECT_EQ(n->value, i);
    EXPECT_EQ(n->next->previous, n);
    all.push_back(n);
  }
  EXPECT_EQ(n, first);
  for (graph::node* each : all) rpc::free(each);
}

TEST_P(graphs, ShareBetweenParameters) {
  std::int32_t one = 1, other = 1;
  EXPECT_TRUE(client_.same(&one, &one));
  EXPECT_FALSE(client_.same(&one, &other));
  EXPECT_TRUE(client_.same(nullptr, nullptr));
}

TEST_P(graphs, KeepStringsApartAndTogether) {
  char16_t a[] = u"first", b[] = u"second";
  graph::text t{a, b};
  client_.swap(&t);
  EXPECT_EQ(t.first, b);
  EXPECT_EQ(t.second, a);
  t = {a, a};
  client_.swap(&t);
  EXPECT_EQ(t.first, a);
  EXPECT_EQ(t.second, a);
  EXPECT_EQ(std::u16string(a), u"first");
}

TEST_P(graphs, KeepArraysAndTheirPlaces) {
  std::int32_t numbers[] = {1, 2};
  graph::measured a{2, numbers}, b{2, numbers};
  client_.shorten(&a, &b);
  EXPECT_EQ(a.count, 1U);
  EXPECT_EQ(a.numbers, numbers);
  EXPECT_EQ(b.numbers, numbers);
  EXPECT_EQ(numbers[0], -1);
  EXPECT_EQ(numbers[1], 2);
}

TEST_P(graphs, OfAHundredThousandNodesTravel) {
  constexpr std::int32_t length = 100'000;
  graph::node* const first = client_.ring(length);
  client_.extend(first, 1);
  graph::node* const added = first->next;
  EXPECT_EQ(added->value, 1);
  EXPECT_EQ(added->next->value, 2);
  graph::node* n = added->next;
  rpc::free(added);
  while (n != first) rpc::free(std::exchange(n, n->next));
  rpc::free(first);
}

INSTANTIATE_TEST_SUITE_P(everywhere, graphs, testing::ValuesIn(meetings), meeting_name);

TEST_P(graphs, ClassesOfEveryPointer) {
  std::int32_t numbers[] = {1, 20};
  std::int32_t *one = &numbers[0], *twenty = &numbers[1], *none = nullptr;
  EXPECT_EQ(client_.add(&one, &twenty), 21);
  EXPECT_EQ(client_.add(nullptr, &twenty), 20);
  EXPECT_EQ(client_.add(&one, nullptr), 1);
  EXPECT_THROW((void)client_.add(&none, nullptr), rpc::error);
  EXPECT_THROW((void)client_.add(nullptr, &none), rpc::error);
}

}  // namespace

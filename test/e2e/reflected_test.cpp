// reflect_deletions (pointer-types, "the client-side stub will deallocate the pointer referent"):
// what the implementation releases behind full pointers, the client releases.

#include "reflected.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <utility>
#include <vector>

#include "peers.h"

namespace {

using namespace reflected;

class gardener : public reflected::service {
 public:
  std::int32_t prune(node* list, std::int32_t kept) override {
    std::int32_t count = 0;
    for (node* at = list; at != nullptr; --kept) {
      node* const next = at->next;
      if (kept <= 0) {
        rpc::free(at);
        ++count;
      }
      at = next;
    }
    return count;
  }
  void drop_first(pair* nodes) override { rpc::free(std::exchange(nodes->first, nullptr)); }
  void replace_first(pair* nodes) override {
    // The new node may well lie where the old one was.
    rpc::free(nodes->first);
    nodes->first = rpc::allocate<node>();
    nodes->first->value = 9;
  }
  void forget_first(pair* nodes) override { rpc::free(nodes->first); }
  void move_text(char* text) override { rpc::free(rpc::reallocate(text, 100)); }
  void drop_and_fail(node* list) override {
    rpc::free(list);
    throw rpc::error(rpc::status::access_denied);
  }
  void drop_and_answer_badly(node* list, std::int32_t* digit) override {
    rpc::free(list);
    *digit = 2;
  }
  void free_own(node*) override { rpc::free(rpc::allocate(1)); }
  // The client keeps what is not reflected. rpc-check: ignore=free-stub-owned
  void prune_here(node* list) override { rpc::free(list); }
};

// The client's memory: what is alive, in order.
std::vector<void*> alive;

void* allocate(std::size_t size) {
  alive.push_back(std::malloc(size));
  return alive.back();
}
void release(void* memory) {
  const auto found = std::ranges::find(alive, memory);
  ASSERT_NE(found, alive.end()) << "released twice, or never allocated";
  alive.erase(found);
  std::free(memory);
}

node* make(std::int32_t value, node* next = nullptr) {
  node* made = rpc::allocate<node>();
  *made = {value, next};
  return made;
}

using places = std::vector<void*>;

class reflected_over : public testing::TestWithParam<meeting> {
 protected:
  ~reflected_over() override {
    for (void* memory : std::exchange(alive, {})) std::free(memory);
  }

  const rpc::user_allocator_scope scope_{{&allocate, &release}};
  peers<reflected::service, gardener> peers_{GetParam()};
  reflected::client client_{peers_.connection()};
};

INSTANTIATE_TEST_SUITE_P(meetings, reflected_over, testing::ValuesIn(meetings), meeting_name);

TEST_P(reflected_over, in_data_are_released_on_the_client) {
  node* third = make(3);
  node* second = make(2, third);
  node* first = make(1, second);
  EXPECT_EQ(client_.prune(first, 2), 1);
  EXPECT_EQ(alive, (places{second, first}));
  EXPECT_EQ(second->next, third) << "an [in] pointer is not written";
  second->next = nullptr;
  EXPECT_EQ(client_.prune(first, 0), 2);
  EXPECT_EQ(alive, places{});
}

TEST_P(reflected_over, an_object_with_aliases_is_released_once) {
  node* ring = make(1);
  ring->next = ring;
  pair nodes{ring, ring};
  client_.drop_first(&nodes);
  EXPECT_EQ(nodes.first, nullptr);
  ASSERT_NE(nodes.second, ring) << "the server's second pointer led to what it had released";
  EXPECT_EQ(alive, places{nodes.second});
}

TEST_P(reflected_over, orphans_that_were_released_are_none) {
  pair nodes{make(1), make(2)};
  rpc::orphans found;
  client_.drop_first(&nodes);
  EXPECT_EQ(nodes.first, nullptr);
  EXPECT_EQ(alive, places{nodes.second});
  EXPECT_TRUE(found.found().empty());
}

TEST_P(reflected_over, what_takes_the_place_of_a_released_object_is_another) {
  node* old = make(1);
  pair nodes{old, make(2)};
  client_.replace_first(&nodes);
  EXPECT_EQ(nodes.first->value, 9);
  EXPECT_NE(nodes.first, old);
  EXPECT_EQ(alive, (places{nodes.second, nodes.first}));
}

TEST_P(reflected_over, a_pointer_to_what_was_released_brings_a_copy) {
  node* old = make(1);
  pair nodes{old, nullptr};
  client_.forget_first(&nodes);
  EXPECT_EQ(nodes.first->value, 1);
  EXPECT_EQ(alive, places{nodes.first});
  EXPECT_NE(nodes.first, old);
}

TEST_P(reflected_over, what_was_reallocated_has_been_released) {
  auto* text = static_cast<char*>(rpc::allocate(5));
  std::memcpy(text, "text", 5);
  client_.move_text(text);
  EXPECT_EQ(alive, places{});
}

TEST_P(reflected_over, nothing_is_released_by_a_call_that_fails) {
  node* only = make(1);
  EXPECT_THROW(client_.drop_and_fail(only), rpc::error);
  EXPECT_EQ(alive, places{only});
  std::int32_t digit = 0;
  EXPECT_THROW(client_.drop_and_answer_badly(only, &digit), rpc::error);
  EXPECT_EQ(alive, places{only});
}

TEST_P(reflected_over, what_did_not_come_from_the_client_is_nobodys_business) {
  node* only = make(1);
  client_.free_own(only);
  EXPECT_EQ(alive, places{only});
}

TEST_P(reflected_over, without_it_clients_keep_what_they_have) {
  node* only = make(1);
  client_.prune_here(only);
  EXPECT_EQ(alive, places{only});
}

}  // namespace

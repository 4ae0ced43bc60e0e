// Memory in which a program has a say (server-stub-memory, "Server-side Function Implementations
// and Outbound Data Marshaling" and "Releasing Allocated Memory"), and memory that there is none
// of.

#include "allocation.h"

#include <gtest/gtest.h>

#include <bit>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "heap.h"
#include "peers.h"

namespace {

using namespace allocation;

// What the implementation has seen, for the test to look at.
struct seen {
  rpc::call_memory memory;
  node* kept = nullptr;
  std::int32_t* count = nullptr;
  std::vector<std::string> events;
  std::ptrdiff_t blocks = 0;
};
seen* look = nullptr;

void remember() {
  if (const rpc::call_memory* memory = rpc::call_memory::current()) look->memory = *memory;
}

class lists : public allocation::service {
 public:
  void shorten(forced_list* list, std::int32_t length) override {
    remember();
    forced* last = *list;
    if (last == nullptr) return;
    while (--length > 0 && last->pNext != nullptr) last = last->pNext;
    for (forced* cut = std::exchange(last->pNext, nullptr); cut != nullptr;) {
      forced* next = cut->pNext;
      rpc::free(cut->pData);
      rpc::free(cut);
      cut = next;
    }
  }
  void resize(forced_list* list) override {
    for (forced* n = *list; n != nullptr; n = n->pNext) {
      n->pData = static_cast<char*>(rpc::reallocate(n->pData, 1000));
      std::memset(n->pData + 4, '!', 996);
      n->pData = static_cast<char*>(rpc::reallocate(n->pData, 2));
      n->lSize = 2;
    }
    *list = static_cast<forced*>(rpc::reallocate(*list, sizeof(forced)));
  }
  void one(node* list) override {
    remember();
    rpc::free(list);
  }
  void together(node*) override { remember(); }
  void single(node* list) override {
    remember();
    // In-data that are not blocks of their own are left to the end of the call.
    rpc::free(list);  // rpc-check: ignore=free-stub-owned
    list->lSize = 1;
    auto* moved = static_cast<node*>(rpc::reallocate(list, sizeof(node)));
    EXPECT_NE(moved, list);
    EXPECT_EQ(moved->pNext, list->pNext);
    rpc::free(moved);
  }
  void keep(node* list, std::int32_t* count) override {
    look->kept = list;  // from now on it is not the call's, whatever fails
    look->count = count;
    remember();
    for (node* n = list; n != nullptr; n = n->pNext) ++*count;
  }
  void told(const char* text, std::int32_t fail) override {
    look->events.push_back(text);
    // More blocks than are kept for other calls.
    for (int i = 0; i < 40; ++i) (void)rpc::allocate(600'000);
    look->blocks = heap::blocks();
    if (fail != 0) throw rpc::error(rpc::status::access_denied, "as asked");
  }
  void told_notify() override {
    look->events.push_back("notify");
    if (look->blocks != 0) {
      EXPECT_LT(heap::blocks(), look->blocks) << "the memory of the call has gone";
    }
    look->blocks = 0;
    EXPECT_EQ(rpc::call_memory::current(), nullptr);
  }
  void told_how(std::int32_t fail) override {
    if (fail != 0) throw 1;  // rpc-check: ignore=throw-unmapped
  }
  void told_how_notify_flag(bool succeeded) override {
    look->events.push_back(succeeded ? "succeeded" : "failed");
    throw 2;  // which is nobody's answer
  }
};

// Nodes of one client, in its own memory.
template <class Node>
class chain {
 public:
  explicit chain(std::size_t length) : nodes_(length) {
    for (std::size_t i = 0; i < length; ++i)
      nodes_[i] = {4, text_, i + 1 < length ? &nodes_[i + 1] : nullptr};
  }
  Node* first() { return nodes_.data(); }

 private:
  char text_[8] = {'d', 'a', 't', 'a'};
  std::vector<Node> nodes_;
};

/// A server whose calls may have as much as `told` allocates.
rpc::server_options roomy() {
  rpc::server_options options;
  options.base_call_memory = 64u << 20;
  return options;
}

class allocation_over : public testing::TestWithParam<meeting> {
 protected:
  allocation_over() { look = &seen_; }
  ~allocation_over() override { look = nullptr; }

  static rpc::server_options recorded() {
    rpc::server_options options = roomy();
    options.record_memory = true;
    return options;
  }

  seen seen_;
  peers<allocation::service, lists> peers_{GetParam(), recorded()};
  allocation::client client_{peers_.connection()};
};

INSTANTIATE_TEST_SUITE_P(meetings, allocation_over, testing::ValuesIn(meetings), meeting_name);

rpc::call_memory::usage allocated(const seen& s, const char* parameter) {
  return s.memory.of(parameter).allocated;
}

TEST_P(allocation_over, force_allocate_lets_a_list_be_shortened) {
  chain<forced> nodes(5);
  forced_list list = nodes.first();
  client_.shorten(&list, 2);
  ASSERT_NE(list->pNext, nullptr);
  EXPECT_EQ(list->pNext->pNext, nullptr);
  // The pointer that leads to the list lies where it was received if it may; no node does.
  EXPECT_EQ(seen_.memory.of("list").reused.blocks, GetParam().ndr64 ? 1u : 0u);
  EXPECT_EQ(allocated(seen_, "list").blocks, GetParam().ndr64 ? 10u : 11u);
}

TEST_P(allocation_over, force_allocate_lets_blocks_be_reallocated) {
  char first[4] = {'d', 'a', 't', 'a'}, second[4] = {'m', 'o', 'r', 'e'};
  forced tail{4, second, nullptr}, head{4, first, &tail};
  forced_list list = &head;
  client_.resize(&list);
  EXPECT_EQ(head.lSize, 2);
  EXPECT_EQ(std::string(head.pData, 4), "data") << "what comes after the end stays";
  EXPECT_EQ(head.pNext, &tail);
  EXPECT_EQ(tail.lSize, 2);
}

TEST_P(allocation_over, force_allocate_concerns_one_pointer) {
  chain<node> nodes(3);
  client_.one(nodes.first());
  EXPECT_EQ(seen_.memory.of("list").reused.blocks, GetParam().ndr64 ? 5u : 3u);
  EXPECT_EQ(allocated(seen_, "list").blocks, GetParam().ndr64 ? 1u : 3u);
}

TEST_P(allocation_over, all_nodes_are_allocated_together) {
  chain<node> nodes(3);
  client_.together(nodes.first());
  EXPECT_EQ(seen_.memory.of("list").reused.blocks, 0u);
  EXPECT_EQ(allocated(seen_, "list").blocks, 6u);
}

TEST_P(allocation_over, a_single_node_may_lie_in_the_message) {
  chain<node> nodes(3);
  client_.single(nodes.first());
  EXPECT_EQ(seen_.memory.of("list").reused.blocks, GetParam().ndr64 ? 6u : 3u);
}

TEST_P(allocation_over, dont_free_outlives_the_call) {
  chain<node> nodes(3);
  std::int32_t count = 0;
  client_.keep(nodes.first(), &count);
  EXPECT_EQ(count, 3);
  EXPECT_EQ(allocated(seen_, "list").blocks, 6u);
  EXPECT_EQ(*seen_.count, 3);
  rpc::free(seen_.count);
  for (node* n = seen_.kept; n != nullptr;) {
    EXPECT_EQ(std::string(n->pData, 4), "data");
    node* next = n->pNext;
    rpc::free(n->pData);
    rpc::free(n);
    n = next;
  }
}

TEST_P(allocation_over, notify_runs_when_memory_has_been_released) {
  client_.told("called", 0);
  EXPECT_EQ(seen_.events, (std::vector<std::string>{"called", "notify"}));
}

TEST_P(allocation_over, notify_runs_after_an_exception) {
  EXPECT_THROW(client_.told("called", 1), rpc::error);
  EXPECT_EQ(seen_.events, (std::vector<std::string>{"called", "notify"}));
}

TEST_P(allocation_over, notify_runs_although_the_call_was_refused) {
  EXPECT_THROW(client_.told("not called", 2), rpc::error);
  EXPECT_EQ(seen_.events, std::vector<std::string>{"notify"});
}

TEST_P(allocation_over, notify_flag_hears_how_the_call_ended) {
  client_.told_how(0);
  EXPECT_THROW(client_.told_how(1), rpc::error);
  EXPECT_EQ(seen_.events, (std::vector<std::string>{"succeeded", "failed"}));
}

TEST(CommonMemory, OfAllCallsIsLimited) {
  seen here;
  look = &here;
  rpc::server_options options;
  options.base_call_memory = 1024;
  options.max_memory = 128 << 10;
  for (const meeting& over : {meetings[2], meetings[3]}) {
    peers<allocation::service, lists> p(over, options);
    const allocation::client client(p.connection());
    chain<node> few(100), many(4000);
    client.together(few.first());
    try {
      client.together(many.first());  // half of it would do, but that is another connection's
      ADD_FAILURE();
    } catch (const rpc::error& e) {
      EXPECT_EQ(e.code(), rpc::status::fault_remote_no_memory);
    }
    client.together(few.first());
  }
  look = nullptr;
}

// Whatever allocation fails: no crash, no leak, and the next call is served.
class exhausted : public testing::TestWithParam<meeting> {
 protected:
  exhausted() { look = &seen_; }
  ~exhausted() override { look = nullptr; }

  // Fails each allocation of a call in turn, alone and with all that come after it.
  template <class Call>
  void exhaust(Call call) {
    for (const auto fail : {heap::fail_once, heap::fail_from}) {
      bool failed = true;
      for (std::size_t number = 1; failed; ++number) {
        ASSERT_LT(number, 1000u);
        peers<allocation::service, lists> p(GetParam(), roomy());
        const allocation::client client(p.connection());
        call(client);
        fail(number);
        try {
          call(client);
        } catch (const rpc::error&) {      // NOLINT(bugprone-empty-catch)
        } catch (const std::bad_alloc&) {  // NOLINT(bugprone-empty-catch)
        }
        failed = heap::succeed();
        rpc::connection another(p.server());
        call(allocation::client(another));
      }
    }
  }

  seen seen_;
};

// In-process, where one thread does it all, each run is the same.
INSTANTIATE_TEST_SUITE_P(in_process, exhausted, testing::Values(meetings[0], meetings[1]),
                         meeting_name);

TEST_P(exhausted, memory_fails_one_call) {
  chain<node> nodes(40);
  exhaust([&](const allocation::client& c) { c.single(nodes.first()); });
  exhaust([&](const allocation::client& c) { c.together(nodes.first()); });
  exhaust([&](const allocation::client& c) { c.one(nodes.first()); });
  exhaust([&](const allocation::client& c) { c.told_how(0); });
  exhaust([&](const allocation::client& c) { c.told("text", 0); });
}

TEST_P(exhausted, memory_of_separate_blocks_fails_one_call) {
  exhaust([&](const allocation::client& c) {
    chain<forced> nodes(5);
    forced_list list = nodes.first();
    c.shorten(&list, 2);
    list = nodes.first();
    c.resize(&list);
  });
  // What dont_free has left is the implementation's, if it has been called.
  exhaust([&](const allocation::client& c) {
    chain<node> nodes(5);
    std::int32_t count = 0;
    const auto drop = [&] {
      rpc::free(std::exchange(seen_.count, nullptr));
      for (node* n = std::exchange(seen_.kept, nullptr); n != nullptr;) {
        rpc::free(n->pData);
        rpc::free(std::exchange(n, n->pNext));
      }
    };
    try {
      c.keep(nodes.first(), &count);
    } catch (...) {
      drop();
      throw;
    }
    drop();
  });
}

// Over sockets several threads allocate, so that no run is like another: whichever of them finds no
// memory, at most the connections that there are end, and the server goes on. Nobody waits for what
// does not come.
class exhausted_over : public testing::TestWithParam<meeting> {
 protected:
  exhausted_over() { look = &seen_; }
  ~exhausted_over() override { look = nullptr; }

  using pair = peers<allocation::service, lists>;

  // Fails each allocation in turn, alone and with all that come after it, of what `act` does beside
  // a connection that waits.
  template <class Act>
  void exhaust(Act act) {
    rpc::connection_options patient;
    patient.call_timeout = patient.connect_timeout = std::chrono::seconds(20);
    for (const auto fail : {heap::fail_once, heap::fail_from}) {
      bool failed = true;
      for (std::size_t number = 1; failed; ++number) {
        ASSERT_LT(number, 2000u);
        pair p(GetParam(), {}, patient);
        use(p.connection());
        fail(number);
        try {
          act(p);
        } catch (const rpc::error& e) {
          EXPECT_NE(e.code(), rpc::status::call_timed_out) << number;
        } catch (const std::bad_alloc&) {  // NOLINT(bugprone-empty-catch)
        }
        failed = heap::succeed();
        rpc::connection another = p.connect();
        use(another);
      }
    }
  }
  static void use(rpc::connection& over) { allocation::client(over).single(nodes().first()); }
  static chain<node>& nodes() {
    static chain<node> all(40);
    return all;
  }

  seen seen_;
};

INSTANTIATE_TEST_SUITE_P(tcp, exhausted_over, testing::Values(meetings[2], meetings[3]),
                         meeting_name);

TEST_P(exhausted_over, memory_fails_one_connection) {
  exhaust([](pair& p) { use(p.connection()); });
}

TEST_P(exhausted_over, memory_fails_a_connection_that_begins) {
  exhaust([](pair& p) {
    rpc::connection beginning = p.connect();
    use(beginning);
  });
}

TEST_P(exhausted_over, memory_is_not_needed_to_stop) {
  exhaust([](pair& p) {
    use(p.connection());
    pair other(GetParam());
    use(other.connection());
  });
}

// What the request has asked for and no implementation has seen is not kept.
TEST(DontFree, EndsWithACallThatIsRefused) {
  chain<node> nodes(3);
  std::int32_t count = 0;
  rpc::buffer stub;
  rpc::ndr::marshal_request(rpc::ndr::syntax::ndr64, wire::keep{nodes.first(), &count}, stub);
  const std::span<std::byte> cut = stub.bytes().first(stub.size() - 1);
  const std::ptrdiff_t before = heap::blocks();
  {
    rpc::arena memory;
    wire::keep frame{};
    EXPECT_THROW(rpc::ndr::unmarshal_request(rpc::ndr::syntax::ndr64, std::endian::little, cut,
                                             frame, memory),
                 rpc::error);
    EXPECT_GT(heap::blocks(), before);
  }
  EXPECT_EQ(heap::blocks(), before);
}

}  // namespace

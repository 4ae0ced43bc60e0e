// byte_count and allocate(all_nodes) (allocation-rules, table 2; server-stub-memory, "Memory
// Allocation for Inbound Data", 12th and 13th case).

#include "buffers.h"

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "peers.h"

namespace {

using namespace buffers;

class lists : public buffers::service {
 public:
  // The nodes lie where the client gave room for them, and what they lead to in the call's memory.
  void list(std::uint32_t length, std::uint32_t size, entry* first) override {
    if (const rpc::call_memory* memory = rpc::call_memory::current())
      allocated = memory->of("first").allocated.bytes;
    ASSERT_GE(size, length * sizeof(entry));
    for (std::uint32_t i = 0; i < length; ++i) {
      entry& e = first[i];
      EXPECT_EQ(e.name, nullptr);
      e.id = i + 1;
      e.name = rpc::allocate_array<char>(3);
      e.name[0] = 'e';
      e.name[1] = static_cast<char>('0' + i);
      e.name[2] = '\0';
      e.count = 2;
      e.values = rpc::allocate_array<std::uint64_t>(2);
      e.values[0] = e.values[1] = 10 * i;
      e.next = i + 1 < length ? &first[i + 1] : nullptr;
    }
  }
  std::uint32_t pair(std::uint16_t, entry* both, std::string& rest) override {
    both[0] = {1, nullptr, 0, nullptr, &both[1]};
    both[1] = {2, nullptr, 0, nullptr, nullptr};
    rest = "the rest";
    return 3;
  }

  void copy(entries list, entries* copied) override {
    for (const entry* from = list; from != nullptr; from = from->next) {
      *copied = new_entry(from->id);
      copied = &(*copied)->next;
    }
  }
  entries make(std::uint32_t length) override {
    entries made = nullptr;
    for (std::uint32_t i = 0; i < length; ++i) {
      entry* const next = std::exchange(made, new_entry(i));
      made->next = next;
    }
    return made;
  }

  static inline std::size_t allocated = 0;

 private:
  static entry* new_entry(std::uint32_t id) {
    auto* const made = rpc::allocate<entry>();
    made->id = id;
    made->name = rpc::allocate_array<char>(2);
    made->name[0] = '!';
    return made;
  }
};

class buffers_over : public testing::TestWithParam<meeting> {
 protected:
  static rpc::server_options recorded() {
    rpc::server_options options;
    options.record_memory = true;
    return options;
  }

  peers<buffers::service, lists> peers_{GetParam(), recorded()};
  buffers::client client_{peers_.connection()};
  alignas(entry) std::array<std::byte, 1024> buffer_{};
  entry* first_ = reinterpret_cast<entry*>(buffer_.data());
};

INSTANTIATE_TEST_SUITE_P(meetings, buffers_over, testing::ValuesIn(meetings), meeting_name);

TEST_P(buffers_over, a_list_lies_in_one) {
  client_.list(3, 1024, first_);
  EXPECT_EQ(lists::allocated, 1024u) << "the implementation gets as much";
  std::uint32_t seen = 0;
  for (const entry* e = first_; e != nullptr; e = e->next) {
    EXPECT_EQ(e->id, ++seen);
    EXPECT_EQ(std::string(e->name), "e" + std::to_string(seen - 1));
    EXPECT_EQ(e->values[1], 10 * (seen - 1));
    for (const void* at : {static_cast<const void*>(e), static_cast<const void*>(e->name),
                           static_cast<const void*>(e->values)}) {
      EXPECT_GE(at, buffer_.data());
      EXPECT_LT(at, buffer_.data() + buffer_.size());
    }
  }
  EXPECT_EQ(seen, 3u);
}

TEST_P(buffers_over, what_does_not_fit_is_an_error_of_one_call) {
  constexpr auto needed = static_cast<std::uint32_t>(2 * (sizeof(entry) + 16) + 16);
  client_.list(2, needed, first_);
  try {
    client_.list(2, 2 * sizeof(entry), first_);
    ADD_FAILURE() << "it fits";
  } catch (const rpc::error& e) {
    EXPECT_EQ(e.code(), rpc::status::byte_count_too_small);
    EXPECT_TRUE(std::string(e.what()).starts_with("buffers::list: 'first.")) << e.what();
  }
  EXPECT_THROW(client_.list(1, sizeof(entry) - 1, first_), rpc::error);
  client_.list(2, needed, first_);
}

TEST_P(buffers_over, other_results_lie_where_they_always_do) {
  std::string rest;
  EXPECT_EQ(client_.pair(1, first_, rest), 3u);
  EXPECT_EQ(first_[0].next->id, 2u);
  EXPECT_EQ(first_[1].id, 2u);
  EXPECT_EQ(rest, "the rest");
}

TEST_P(buffers_over, all_nodes_are_one_block) {
  entries made = client_.make(1000);
  entries copied = nullptr;
  client_.copy(made, &copied);
  rpc::free(made);
  std::uint32_t left = 1000;
  for (const entry* e = copied; e != nullptr; e = e->next) {
    EXPECT_EQ(e->id, --left);
    EXPECT_STREQ(e->name, "!");
  }
  EXPECT_EQ(left, 0u);
  rpc::free(copied);  // and nothing leaks
  EXPECT_EQ(client_.make(0), nullptr);
}

// NDR64 has no byte_count, so that nobody offers or accepts the interface there.
TEST_P(buffers_over, their_interface_travels_as_ndr20) {
  const rpc::binding bound(peers_.connection(), rpc::offer_of<buffers::service>());
  EXPECT_EQ(bound.syntax(), rpc::ndr::syntax::ndr20);
}

}  // namespace

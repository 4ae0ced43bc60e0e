// allocate(all_nodes) on a client: one call of the memory functions for all that a pointer of the
// results leads to (allocation-rules, table 2).
#include "wire.h"

#include <rpc/user_allocator.h>

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

using namespace wire_test;

namespace {

struct node {
  std::uint8_t tag;
  std::uint32_t count;
  std::int64_t* values;
  char* text;
  node* next;
};

struct listing {
  node** list{};
};
struct filling {
  node* list{};
};
struct changing {
  node** list{};
};
struct returning {
  node* return_value{};
};

using all = rpc::ndr::allocated<rpc::ndr::allocation::together>;

}  // namespace

template <>
struct rpc::ndr::layout<node> {
  using type = node;
  static checked values_size(const type& self) { return checked(self.count); }
  using members =
      fields<field<"tag", &type::tag>, field<"count", &type::count>,
             field<"values", &type::values, unique<conformant<&values_size>>>,
             field<"text", &type::text, unique<string>>, field<"next", &type::next, unique<>>>;
};
template <>
struct rpc::operation<listing> {
  RPC_TEST_OPERATION(listing);
  using parameters = ndr::parameters<ndr::out<"list", &call::list, ndr::ref<ndr::unique<all>>>>;
};
template <>
struct rpc::operation<filling> {
  RPC_TEST_OPERATION(filling);
  using parameters = ndr::parameters<ndr::out<"list", &call::list, ndr::ref<all>>>;
};
template <>
struct rpc::operation<changing> {
  RPC_TEST_OPERATION(changing);
  using parameters = ndr::parameters<ndr::in_out<"list", &call::list, ndr::ref<ndr::unique<all>>>>;
};
template <>
struct rpc::operation<returning> {
  RPC_TEST_OPERATION(returning);
  using parameters =
      ndr::parameters<ndr::result<"return value", &call::return_value, ndr::unique<all>>>;
};

namespace {

// The functions that rpc::allocate calls, counted; the allocation of number `fail` fails.
int allocated = 0;
int freed = 0;
int fail = 0;

void* allocate(std::size_t size) { return ++allocated == fail ? nullptr : std::malloc(size); }
void release(void* pointer) {
  ++freed;
  std::free(pointer);
}

class AllNodes : public testing::Test {
 protected:
  AllNodes() { allocated = freed = fail = 0; }
  rpc::user_allocator_scope scope_{{&allocate, &release}};
};

// {1, [-> 7, 8], "abc", -> {2, null, null, null}}, as a parameter or behind a pointer, which moves
// the values.
std::string nodes(std::string_view pointer, std::string_view gap) {
  return std::string(pointer) +
         "01000000 02000000 04000200 08000200 0c000200"
         "02000000" +
         std::string(gap) +
         "0700000000000000 0800000000000000"
         "04000000 00000000 04000000 61626300"
         "02000000 00000000 00000000 00000000 00000000";
}
std::string in_place() { return nodes("", ""); }
std::string behind_pointer() { return nodes("00000200", "00000000"); }

void expect_nodes(const node& first) {
  EXPECT_EQ(first.tag, 1);
  EXPECT_EQ(first.values[0], 7);
  EXPECT_EQ(first.values[1], 8);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(first.values) % 8, 0u);
  EXPECT_STREQ(first.text, "abc");
  ASSERT_NE(first.next, nullptr);
  EXPECT_EQ(first.next->tag, 2);
  EXPECT_EQ(first.next->values, nullptr);
  EXPECT_EQ(first.next->next, nullptr);
}

TEST_F(AllNodes, AreOneBlockThatBeginsWithTheFirst) {
  node* list = nullptr;
  listing frame{&list};
  receive(frame, behind_pointer());
  EXPECT_EQ(allocated, 1);
  ASSERT_NE(list, nullptr);
  expect_nodes(*list);
  rpc::free(list);
  EXPECT_EQ(freed, 1);
}

TEST_F(AllNodes, OfAReturnedPointer) {
  returning frame;
  receive(frame, behind_pointer());
  EXPECT_EQ(allocated, 1);
  expect_nodes(*frame.return_value);
  rpc::free(frame.return_value);
}

TEST_F(AllNodes, NoneTakeNoMemory) {
  node* list = nullptr;
  listing frame{&list};
  receive(frame, "00000000");
  EXPECT_EQ(list, nullptr);
  EXPECT_EQ(allocated, 0);
}

// The first node is the caller's; the block begins with what the first of its pointers leads to.
TEST_F(AllNodes, BehindTheCallersObject) {
  node first{9, 9, reinterpret_cast<std::int64_t*>(1), reinterpret_cast<char*>(1), nullptr};
  filling frame{&first};
  receive(frame, in_place());
  EXPECT_EQ(allocated, 1);
  expect_nodes(first);
  rpc::free(first.values);
  EXPECT_EQ(freed, 1);
}

// What lies in storage of the caller's stays there, so the rest cannot be one block.
TEST_F(AllNodes, GoIntoTheStorageThatInOutPointersLeadTo) {
  node second{0, 0, nullptr, nullptr, nullptr};
  std::int64_t values[2]{};
  node first{0, 2, values, nullptr, &second};
  node* list = &first;
  changing frame{&list};
  receive(frame, behind_pointer());
  EXPECT_EQ(list, &first);
  EXPECT_EQ(first.next, &second);
  EXPECT_EQ(values[1], 8);
  EXPECT_EQ(allocated, 1) << "the text";
  expect_nodes(first);
  rpc::free(first.text);
}

TEST_F(AllNodes, OfANullPointerThatBecomesNonNull) {
  node* list = nullptr;
  changing frame{&list};
  receive(frame, behind_pointer());
  EXPECT_EQ(allocated, 1);
  expect_nodes(*list);
  rpc::free(list);
}

// A message that ends too early, wherever it does.
TEST_F(AllNodes, LeaveNothingBehindAfterAnError) {
  const std::string whole = hex(behind_pointer());
  for (std::size_t bytes = 4; bytes < whole.size() / 2; ++bytes) {
    node* list = nullptr;
    listing frame{&list};
    const auto code = failure_of([&] { receive(frame, whole.substr(0, 2 * bytes)); }).first;
    EXPECT_EQ(code, rpc::status::bad_stub_data) << bytes;
    EXPECT_EQ(list, nullptr);
  }
  EXPECT_EQ(allocated, 0);
}

TEST_F(AllNodes, AreCheckedAsAnyOther) {
  std::string wrong = hex(behind_pointer());
  wrong[2 * 8] = '3';  // count
  node* list = nullptr;
  listing frame{&list};
  const auto [code, text] = failure_of([&] { receive(frame, wrong); });
  EXPECT_EQ(code, rpc::status::bad_stub_data);
  EXPECT_TRUE(text.find("max_count is 2, but its expression says ") != std::string::npos) << text;
  EXPECT_EQ(list, nullptr);
}

TEST_F(AllNodes, WithoutMemory) {
  fail = 1;
  node first{};
  filling frame{&first};
  const auto code = failure_of([&] { receive(frame, in_place()); }).first;
  EXPECT_EQ(code, rpc::status::out_of_memory);
  EXPECT_EQ(first.values, nullptr);
  EXPECT_EQ(first.next, nullptr);
  EXPECT_EQ(freed, 0);
}

}  // namespace

// byte_count: the caller's buffer holds a result and all that it leads to (allocation-rules, table
// 2: "Client must allocate buffer; not allocated or freed by client stubs").
#include "wire.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

using namespace wire_test;

namespace {

struct node {
  std::int32_t value;
  char* text;
  std::int32_t* always;
  node* next;
};

struct listing {
  std::int32_t n{};
  node* list{};
  std::int32_t** after{};
};
struct pair {
  std::int32_t n{};
  node* two{};
};

}  // namespace

template <>
struct rpc::ndr::layout<node> {
  using type = node;
  using members =
      fields<field<"value", &type::value>, field<"text", &type::text, unique<string>>,
             field<"always", &type::always, ref<>>, field<"next", &type::next, unique<>>>;
};
template <>
struct rpc::operation<listing> {
  RPC_TEST_OPERATION(listing);
  static ndr::checked list_bytes(const call& self) { return ndr::checked(self.n); }
  using parameters =
      ndr::parameters<ndr::in<"n", &call::n>,
                      ndr::out<"list", &call::list, ndr::ref<ndr::byte_count<&list_bytes>>>,
                      ndr::out<"after", &call::after, ndr::ref<ndr::unique<>>>>;
};
template <>
struct rpc::operation<pair> {
  RPC_TEST_OPERATION(pair);
  static ndr::checked two_bytes(const call& self) { return ndr::checked(self.n); }
  using parameters = ndr::parameters<
      ndr::in<"n", &call::n>,
      ndr::out<"two", &call::two, ndr::ref<ndr::byte_count<&two_bytes, ndr::fixed<2>>>>>;
};

namespace {

// A client's buffer of which the call may use the first `n` bytes. It is full of what must mean
// nothing.
class buffer_of {
 public:
  explicit buffer_of(std::int32_t n) : n_(n) { bytes_.fill(std::byte{0x5a}); }

  node* first() { return reinterpret_cast<node*>(bytes_.data()); }
  bool holds(const void* at) const {
    const auto* byte = static_cast<const std::byte*>(at);
    return byte >= bytes_.data() && byte < bytes_.data() + n_;
  }
  bool is_untouched_behind() const {
    return std::ranges::all_of(std::span(bytes_).subspan(static_cast<std::size_t>(n_)),
                               [](std::byte b) { return b == std::byte{0x5a}; });
  }

 private:
  std::int32_t n_;
  alignas(node) std::array<std::byte, 256> bytes_;
};

// {5, "hi", -> 7, null}, then what `after` leads to: null.
constexpr std::string_view one_node =
    "05000000 00000200 04000200 00000000"
    "03000000 00000000 03000000 686900 00 07000000 00000000";
constexpr std::int32_t one_node_takes = sizeof(node) + 3 + 1 + 4;

TEST(ByteCount, AllThatTheResultLeadsToLiesInTheBuffer) {
  buffer_of buffer(one_node_takes);
  std::int32_t* after = nullptr;
  listing frame{one_node_takes, buffer.first(), &after};
  receive(frame, one_node);
  const node& first = *buffer.first();
  EXPECT_EQ(frame.list, &first);
  EXPECT_EQ(first.value, 5);
  EXPECT_STREQ(first.text, "hi");
  EXPECT_EQ(*first.always, 7);
  EXPECT_EQ(first.next, nullptr);
  EXPECT_TRUE(buffer.holds(first.text));
  EXPECT_TRUE(buffer.holds(first.always));
  EXPECT_TRUE(buffer.is_untouched_behind());
}

TEST(ByteCount, OtherParametersLieElsewhere) {
  buffer_of buffer(200);
  std::int32_t* after = nullptr;
  listing frame{200, buffer.first(), &after};
  receive(frame,
          "05000000 00000000 04000200 00000000 07000000"
          "08000200 09000000");
  ASSERT_NE(after, nullptr);
  EXPECT_EQ(*after, 9);
  EXPECT_FALSE(buffer.holds(after));
  rpc::free(after);
}

TEST(ByteCount, AListLiesInTheBuffer) {
  buffer_of buffer(2 * one_node_takes);
  std::int32_t* after = nullptr;
  listing frame{2 * one_node_takes, buffer.first(), &after};
  receive(frame,
          "05000000 00000200 04000200 08000200"
          "03000000 00000000 03000000 686900 00 07000000"
          "06000000 00000000 0c000200 00000000 08000000 00000000");
  const node* second = buffer.first()->next;
  ASSERT_TRUE(buffer.holds(second));
  EXPECT_EQ(second->value, 6);
  EXPECT_EQ(*second->always, 8);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(second) % alignof(node), 0u);
}

// Every size that is too small: nothing is written past the end, and nothing leads there.
TEST(ByteCount, AResultThatDoesNotFitIsAnError) {
  for (std::int32_t n = sizeof(node); n < one_node_takes; ++n) {
    buffer_of buffer(n);
    std::int32_t* after = nullptr;
    listing frame{n, buffer.first(), &after};
    const auto [code, text] = failure_of([&] { receive(frame, one_node); });
    EXPECT_EQ(code, rpc::status::byte_count_too_small) << n;
    EXPECT_TRUE(text.find("but the caller's buffer has room for ") != std::string::npos) << text;
    EXPECT_TRUE(buffer.is_untouched_behind()) << n;
    EXPECT_EQ(buffer.first()->text, nullptr) << n;
    EXPECT_EQ(buffer.first()->always, nullptr) << n;
  }
}

TEST(ByteCount, TheBufferHoldsTheObjectOrNothingIsSent) {
  buffer_of buffer(256);
  std::int32_t* after = nullptr;
  const auto refused = [&](const auto& frame) {
    return failure_of([&] { request(ndr20, frame); });
  };
  const auto [code, text] = refused(listing{sizeof(node) - 1, buffer.first(), &after});
  EXPECT_EQ(code, rpc::status::byte_count_too_small);
  EXPECT_TRUE(text.starts_with("listing: 'list': byte_count is 31, but the object takes 32 bytes"))
      << text;
  EXPECT_EQ(refused(listing{-1, buffer.first(), &after}).first, rpc::status::byte_count_too_small);
  EXPECT_EQ(refused(listing{100, nullptr, &after}).first, rpc::status::null_ref_pointer);
  EXPECT_EQ(request(ndr20, listing{sizeof(node), buffer.first(), &after}), hex("20000000"));
  EXPECT_EQ(refused(pair{2 * sizeof(node) - 1, buffer.first()}).first,
            rpc::status::byte_count_too_small);
}

TEST(ByteCount, AnArrayLiesAtTheBeginning) {
  constexpr std::int32_t n = 2 * sizeof(node) + 8;
  buffer_of buffer(n);
  pair frame{n, buffer.first()};
  receive(frame,
          "01000000 00000000 00000200 00000000 02000000 00000000 04000200 00000000"
          "03000000 04000000");
  EXPECT_EQ(buffer.first()[1].value, 2);
  EXPECT_EQ(*buffer.first()[0].always, 3);
  EXPECT_EQ(static_cast<void*>(buffer.first()[0].always), buffer.first() + 2);
  EXPECT_EQ(*buffer.first()[1].always, 4);
}

TEST(ByteCount, TheImplementationGetsAsMuch) {
  const received<listing> call(ndr20, "e8030000");
  const std::span given(reinterpret_cast<const std::byte*>(call.frame.list) + sizeof(node), 968);
  EXPECT_EQ(call.frame.list->text, nullptr);
  ASSERT_NE(call.frame.list->always, nullptr) << "what [ref] leads to is prepared";
  EXPECT_EQ(*call.frame.list->always, 0);
  EXPECT_TRUE(std::ranges::all_of(given, [](std::byte b) { return b == std::byte{}; }));
}

// The client says how large its objects are; ours may be larger.
TEST(ByteCount, TheImplementationGetsNoLessThanTheObject) {
  const received<pair> call(ndr20, "01000000");
  call.frame.two[1] = {7, nullptr, nullptr, nullptr};
  EXPECT_EQ(call.frame.two[1].value, 7);
}

TEST(ByteCount, IsChargedToTheCallsBudget) {
  const auto refused = [](std::string_view n) {
    return failure_of([&] { const received<listing> call(ndr20, n); }).first;
  };
  EXPECT_EQ(refused("00000040"), rpc::status::out_of_memory);
  EXPECT_EQ(refused("ffffffff"), rpc::status::bad_stub_data);
}

}  // namespace

// The rows of the table in docs/wire.md whose bytes depend on other parameters, on what was sent
// before, or on what the runtime keeps; as in vectors_test.cpp.
#include "row.h"

using namespace wire_test;

namespace {

struct part {
  std::uint8_t size{};
  std::uint8_t first{};
  std::uint8_t length{};
  std::int16_t* a{};
  std::uint8_t end = 0xEE;
};
struct fixed_part {
  std::uint8_t first{};
  std::uint8_t length{};
  std::int16_t* a{};
  std::uint8_t end = 0xEE;
};
struct open_part {
  std::uint8_t size;
  std::uint8_t length;
  std::int16_t tail[1];
};
struct node {
  std::int32_t value;
  node* next;
};
struct two_nodes {
  node* a{};
  node* b{};
  std::uint8_t end = 0xEE;
  mutable rpc::ndr::object_table objects{};
};

template <auto>
using handle_of = rpc::ndr::context_handle<"state", rpc::ndr::context_trait::nullable>;

}  // namespace

template <>
struct rpc::operation<part> {
  RPC_TEST_OPERATION(part);
  static ndr::checked size(const call& self) { return ndr::checked(self.size); }
  static ndr::checked length(const call& self) { return ndr::checked(self.length); }
  static ndr::checked first(const call& self) { return ndr::checked(self.first); }
  using parameters = ndr::parameters<
      ndr::in<"size", &call::size>, ndr::in<"first", &call::first>,
      ndr::in<"length", &call::length>,
      ndr::in<"a", &call::a, ndr::ref<ndr::conformant_varying<&size, &length, &first>>>,
      ndr::in<"end", &call::end>>;
};
template <>
struct rpc::operation<fixed_part> {
  RPC_TEST_OPERATION(fixed_part);
  static ndr::checked length(const call& self) { return ndr::checked(self.length); }
  static ndr::checked first(const call& self) { return ndr::checked(self.first); }
  using parameters =
      ndr::parameters<ndr::in<"first", &call::first>, ndr::in<"length", &call::length>,
                      ndr::in<"a", &call::a, ndr::ref<ndr::varying<4, &length, &first>>>,
                      ndr::in<"end", &call::end>>;
};
template <>
struct rpc::ndr::layout<open_part> {
  using type = open_part;
  static checked tail_size(const type& self) { return checked(self.size); }
  static checked tail_length(const type& self) { return checked(self.length); }
  using members = fields<field<"size", &type::size>, field<"length", &type::length>,
                         field<"tail", &type::tail, conformant_varying<&tail_size, &tail_length>>>;
};
template <>
struct rpc::ndr::layout<node> {
  using type = node;
  using members = fields<field<"value", &type::value>, field<"next", &type::next, full<>>>;
};
template <>
struct rpc::operation<two_nodes> {
  RPC_TEST_OPERATION(two_nodes);
  static constexpr auto objects = &call::objects;
  using parameters =
      ndr::parameters<ndr::in<"a", &call::a, ndr::full<>>, ndr::in<"b", &call::b, ndr::full<>>,
                      ndr::in<"end", &call::end>>;
};

namespace {

TEST(CallVectors, PartsOfArrays) {
  std::int16_t four[] = {1, 2, 3, 4};
  row("varying array: `T[N]` with `length_is`, `first_is` or `last_is`", fixed_part{1, 2, four},
      "01 02 0000 01000000 02000000 0200 0300 EE",
      "01 02 000000000000 0100000000000000 0200000000000000 0200 0300 EE",
      "01 02 0000 00000001 00000002 0002 0003 EE");
  row("conformant array with one of these", part{4, 1, 2, four},
      "04 01 02 00 04000000 01000000 02000000 0200 0300 EE",
      "04 01 02 0000000000 0400000000000000 0100000000000000 0200000000000000 0200 0300 EE",
      "04 01 02 00 00000004 00000001 00000002 0002 0003 EE");
  alignas(open_part) std::byte memory[sizeof(open_part) + 4]{};
  auto* open = new (memory) open_part{3, 1, {7}};
  row("conformant array with one of these", one<open_part*, rpc::ndr::ref<>>{open},
      "03000000 03 01 0000 00000000 01000000 0700 EE",
      "0300000000000000 03 01 000000000000 0000000000000000 0100000000000000 0700 EE",
      "00000003 03 01 0000 00000000 00000001 0007 EE");
}

TEST(CallVectors, FullPointers) {
  node second{2, nullptr};
  node first{1, &second};
  second.next = &first;
  two_nodes ring;
  ring.a = &first;
  ring.b = &second;
  row("full pointer (`ptr`)", ring, "01000000 01000000 02000000 02000000 01000000 02000000 EE",
      "0100000000000000 01000000 00000000 0200000000000000 02000000 00000000 0100000000000000 "
      "0200000000000000 EE",
      "00000001 00000001 00000002 00000002 00000001 00000002 EE");
}

TEST(CallVectors, ContextHandles) {
  rpc::wire_context handle{0, rpc::uuid{"00112233-4455-6677-8899-aabbccddeeff"}};
  using context_frame = two<std::uint8_t, rpc::wire_context*, handle_of>;
  row("context handle", context_frame{1, &handle},
      "01 000000 00000000 33221100 5544 7766 8899AABBCCDDEEFF EE",
      "01 000000 00000000 33221100 5544 7766 8899AABBCCDDEEFF EE",
      "01 000000 00000000 00112233 4455 6677 8899AABBCCDDEEFF EE");
  row("context handle", context_frame{1, nullptr},
      "01 000000 00000000 00000000 0000 0000 0000000000000000 EE",
      "01 000000 00000000 00000000 0000 0000 0000000000000000 EE",
      "01 000000 00000000 00000000 0000 0000 0000000000000000 EE");
}

}  // namespace

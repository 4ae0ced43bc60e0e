// What stays in the received message and what is allocated, case by case of server-stub-memory,
// "Memory Allocation for Inbound Data" and "64-bit Data and NDR64 Transfer Syntax".

#include "reuse.h"

#include <gtest/gtest.h>
#include <rpc/ndr/explain.h>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "../agreement/remarks.h"
#include "../property/swap.h"
#include "heap.h"
#include "peers.h"

namespace {

constexpr auto ndr20 = rpc::ndr::syntax::ndr20;
constexpr auto ndr64 = rpc::ndr::syntax::ndr64;

template <class Frame>
rpc::buffer request(rpc::ndr::syntax syntax, const Frame& frame) {
  rpc::buffer stub;
  rpc::ndr::marshal_request(syntax, frame, stub);
  return stub;
}

// The same as a big-endian sender has it.
template <class Frame>
void swap(rpc::ndr::syntax syntax, rpc::buffer& stub) {
  rpc::buffer little;
  little.append(stub.bytes());
  const auto each = [&stub](const rpc::ndr::explained& field) {
    rpc::test::swap_field(stub.bytes().subspan(field.offset, field.size), field.unit);
  };
  const rpc::ndr::message whole{std::endian::little, little.bytes()};
  const auto end = rpc::ndr::explain_request<Frame>(syntax, whole, rpc::ndr::report(each));
  ASSERT_EQ(end.error, "");
}

std::string text(const rpc::buffer& stub) {
  return {reinterpret_cast<const char*>(stub.data()), stub.size()};
}

// A call as a server receives it from a client that has `sent`.
template <class Frame>
struct arrived {
  arrived(rpc::ndr::syntax syntax, std::endian sender, const Frame& sent, std::size_t shift = 0) {
    rpc::buffer stub = request(syntax, sent);
    const std::string bytes = text(stub);
    if (sender == std::endian::big) swap<Frame>(syntax, stub);
    message.resize(shift);
    message.append(stub.bytes());
    memory.set_record(&account);
    rpc::ndr::unmarshal_request(syntax, sender, message.bytes().subspan(shift), frame, memory);
    // Wherever the data lie, they are what was sent.
    EXPECT_EQ(text(request(syntax, frame)), bytes);
  }

  rpc::buffer message;
  rpc::arena memory;
  rpc::call_memory account;
  Frame frame{};
};

// How many blocks that the parameter 'v' leads to are used in the message.
struct reused {
  std::size_t in_ndr20, in_ndr64;
  std::size_t of = 1;
};

template <class Frame>
void expect(const Frame& sent, reused blocks, const char* parameter = "v") {
  for (const auto syntax : {ndr20, ndr64})
    for (const auto sender : {std::endian::little, std::endian::big}) {
      SCOPED_TRACE(std::string(rpc::operation<Frame>::name) +
                   (syntax == ndr20 ? " NDR20" : " NDR64") +
                   (sender == std::endian::big ? " big" : " little"));
      const arrived<Frame> got(syntax, sender, sent);
      const std::size_t in_place = sender == std::endian::big ? 0
                                   : syntax == ndr20          ? blocks.in_ndr20
                                                              : blocks.in_ndr64;
      const rpc::call_memory::parameter v = got.account.of(parameter);
      EXPECT_EQ(v.reused.blocks, in_place);
      EXPECT_EQ(v.allocated.blocks, blocks.of - in_place);
      if (sender == std::endian::big) continue;
      const auto& said = rpc::test::remarks::on(
          std::string("reuse::") + rpc::operation<Frame>::name, parameter, syntax);
      EXPECT_TRUE(said.allows(v)) << said;
    }
}

using namespace reuse;

TEST(Reuse, StructuresOfEqualForm) {
  value_pair in{1, 2}, out{};
  const wire::process sent{&in, &out};
  expect(sent, {1, 1}, "in");
  for (const auto syntax : {ndr20, ndr64}) {
    const arrived<wire::process> got(syntax, std::endian::little, sent);
    EXPECT_EQ(static_cast<const void*>(got.frame.in), got.message.data());
    EXPECT_EQ(got.account.of("in").reused.bytes, sizeof(value_pair));
    EXPECT_EQ(got.account.of("out").allocated, (rpc::call_memory::usage{1, sizeof(value_pair)}));
    EXPECT_EQ(got.account.reused().blocks, 1u);
    EXPECT_EQ(got.account.allocated().blocks, 1u);
  }
}

TEST(Reuse, NotOfVaryingArrays) {
  std::int32_t v[4] = {1, 2, 3, 4}, length = 2;
  expect(wire::varying{2, v}, {0, 0});
  expect(wire::varying{4, v}, {0, 0});
  expect(wire::conformant_varying{4, &length, v}, {0, 0});
  length = 4;
  expect(wire::conformant_varying{4, &length, v}, {0, 0});
}

TEST(Reuse, OfStringsUnlessTheirSizeIsGiven) {
  expect(wire::sized_string{8, "text"}, {0, 0});
  expect(wire::fixed_string{"text"}, {0, 0});
  expect(wire::normal_string{"text"}, {1, 1});
}

TEST(Reuse, OfEnumerationsOfEqualSize) {
  const colour c[2] = {green, blue};
  const wide_colour w = wide_green;
  const coloured f{1, blue};
  expect(wire::enumeration{c}, {0, 1});
  expect(wire::enumerations{2, c}, {0, 1});
  expect(wire::enumeration_field{&f}, {0, 1});
  expect(wire::wide_enumeration{&w}, {1, 1});
}

TEST(Reuse, OfIntegersOfEqualSize) {
  const measured_here v[2] = {{1}, {2}};
  expect(wire::wide_integer{v}, {0, 1});
  expect(wire::wide_integers{2, v}, {0, 1});
}

TEST(Reuse, OfTrailingPadsUnderNdr64) {
  const trailing v{1, 2};
  expect(wire::trailing_pad{&v}, {0, 1});
}

TEST(Reuse, NotOfPackedStructures) {
  const complex_packed v{'a', 1, 'b'};
  expect(wire::packed{&v}, {0, 0});
}

TEST(Reuse, NotOfStructuresAlignedOtherwiseThanTheirFields) {
  const aligned v{{1, 2}};
  expect(wire::aligned_wide{&v}, {0, 0});
}

TEST(Reuse, OfBooleans) {
  const flagged v{true, false};
  expect(wire::booleans{&v}, {1, 1});
}

TEST(Reuse, NotOfWhatIsReadFieldByField) {
  const ranged v[2] = {{7}, {8}};
  const holds_ranged h{{7}};
  const measured m{{{20}, {21}}};
  const with_cache c{1, nullptr};
  expect(wire::ignored_field{&c}, {0, 0});
  expect(wire::range_field{v}, {0, 0});
  expect(wire::embedded_complex{&h}, {0, 0});
  expect(wire::complex_array{2, v}, {0, 0});
  expect(wire::presented_elements{&m}, {0, 0});
  expect(wire::presented_enumeration{{true, false}}, {0, 0});
}

// What a view looks at comes with it.
TEST(Reuse, NotOfWhatAPointerForcesToBeAllocated) {
  const std::string_view text = "text";
  expect(wire::forced_view{&text}, {0, 0, 2});
}

TEST(Reuse, NotOfUnions) {
  const number n{.whole = 5};
  const holds_union h[2] = {{1, {.whole = 5}}, {2, {.real = 1.5f}}};
  expect(wire::just_union{1, &n}, {0, 0});
  expect(wire::union_field{h}, {0, 0});
  expect(wire::unions{2, h}, {0, 0});
}

// A structure that ends in as many elements.
template <class T, std::size_t Bytes>
struct with_room {
  alignas(T) std::byte bytes[sizeof(T) + Bytes]{};
  T* operator->() { return reinterpret_cast<T*>(bytes); }
  T* get() { return reinterpret_cast<T*>(bytes); }
};

TEST(Reuse, NotOfArraysOfTwoDimensionsInStructures) {
  with_room<grid, 16> v;
  v->rows = 2;
  expect(wire::two_dimensions{v.get()}, {0, 0});
}

TEST(Reuse, OfConformantTails) {
  with_room<with_tail, 8> v;
  v->count = 3;
  expect(wire::conformant_tail{v.get()}, {1, 1});
  with_room<byte_tail, 8> b;
  b->count = 9;
  expect(wire::conformant_bytes{b.get()}, {1, 1});
  // The end of a byte_tail would lie in what comes next.
  b->count = 1;
  expect(wire::conformant_bytes{b.get()}, {0, 0});
}

TEST(Reuse, OfStructuresWithPointersUnderNdr64) {
  std::int32_t number = 5;
  const with_pointer v{1, &number};
  const with_full_pointer f{1, &number};
  const with_pointer null{1, nullptr};
  expect(wire::pointer_field{&v}, {1, 2, 2});
  expect(wire::full_pointer_field{&f}, {1, 2, 2});
  expect(wire::pointer_field{&null}, {0, 1});
}

TEST(Reuse, OfArraysOfPointersUnlessTheyAreRef) {
  std::int32_t a = 1, b = 2;
  const std::int32_t* v[2] = {&a, &b};
  always r[2] = {&a, &b};
  expect(wire::unique_pointers{2, v}, {2, 3, 3});
  expect(wire::ref_pointer{r}, {1, 2, 2});
  expect(wire::ref_pointers{2, r}, {2, 2, 3});
}

// The error that the server finds in a request, in which `change` puts something wrong.
template <class Frame, class Change>
rpc::status refusal(rpc::ndr::syntax syntax, const Frame& sent, Change change) {
  rpc::buffer stub = request(syntax, sent);
  change(stub.data());
  rpc::arena memory;
  Frame frame{};
  try {
    rpc::ndr::unmarshal_request(syntax, std::endian::little, stub.bytes(), frame, memory);
  } catch (const rpc::error& e) {
    return e.code();
  }
  return rpc::status::ok;
}

TEST(Reuse, NotBeforeItIsChecked) {
  const auto put = [](std::size_t at, int value) {
    return [=](std::byte* stub) { stub[at] = static_cast<std::byte>(value); };
  };
  const colour c[2] = {green, blue};
  EXPECT_EQ(refusal(ndr64, wire::enumeration{c}, put(0, 3)), rpc::status::ok);
  EXPECT_EQ(refusal(ndr64, wire::enumeration{c}, put(0, 4)), rpc::status::bad_stub_data);
  EXPECT_EQ(refusal(ndr64, wire::enumeration{c}, put(3, 0x80)), rpc::status::bad_stub_data);
  // n, max_count, the first and the second.
  EXPECT_EQ(refusal(ndr64, wire::enumerations{2, c}, put(16 + 4, 4)), rpc::status::bad_stub_data);
  const coloured f{1, blue};
  EXPECT_EQ(refusal(ndr64, wire::enumeration_field{&f}, put(4, 4)), rpc::status::bad_stub_data);
  EXPECT_EQ(refusal(ndr20, wire::normal_string{"abc"}, put(12 + 3, 'd')),
            rpc::status::bad_stub_data);
  // lSize, a gap, two referent ids; max_count and the bytes.
  char data[] = {'d', 'a', 't', 'a'};
  node n{4, data, nullptr}, out{}, *null = nullptr;
  const wire::list list{&n, &null, &out};
  EXPECT_EQ(refusal(ndr64, list, put(24, 4)), rpc::status::ok);
  EXPECT_EQ(refusal(ndr64, list, put(24, 3)), rpc::status::bad_stub_data) << "lSize is 4";
  EXPECT_EQ(refusal(ndr64, list, put(31, 1)), rpc::status::bad_stub_data);
  EXPECT_EQ(refusal(ndr64, list, put(16, 1)), rpc::status::bad_stub_data) << "there is no node";
  EXPECT_EQ(refusal(ndr64, list, put(8, 0)), rpc::status::ok) << "the id is 0x20000";
  EXPECT_EQ(refusal(ndr64, list, put(10, 0)), rpc::status::bad_stub_data) << "no bytes, but lSize";
}

// What the server has no place for where it was received.
TEST(Reuse, NotWhereMemoryIsMisaligned) {
  std::int32_t number = 5;
  const with_pointer v{1, &number};
  const arrived<wire::pointer_field> got(ndr64, std::endian::little, {&v}, 4);
  EXPECT_EQ(got.account.of("v").reused.blocks, 1u) << "the number is where it can be used";
  EXPECT_EQ(got.account.of("v").allocated.blocks, 1u);
}

// Served without any memory but the message's own.
template <class Frame>
void expect_no_memory(rpc::ndr::syntax syntax, const Frame& sent) {
  rpc::buffer message = request(syntax, sent);
  rpc::arena memory;
  Frame frame{};
  const std::size_t before = heap::requests();
  rpc::ndr::unmarshal_request(syntax, std::endian::little, message.bytes(), frame, memory);
  EXPECT_EQ(heap::requests(), before);
  EXPECT_EQ(memory.used(), 0u);
}

TEST(Reuse, OfLargeArraysTakesNoMemory) {
  const std::vector<std::uint8_t> bytes(1u << 20, 7);
  const std::vector<value_pair> pairs(65536, {1, 2});
  for (const auto syntax : {ndr20, ndr64}) {
    expect_no_memory(syntax, wire::bytes{1u << 20, bytes.data()});
    expect_no_memory(syntax, wire::numbers{65536, pairs.data()});
  }
}

// There is no gap before elements that there are none of.
TEST(Reuse, OfEmptyArraysReadsNothing) {
  const std::int64_t v[1] = {7};
  expect(wire::hypers{v, 1}, {1, 1});
  expect(wire::hypers{v, 0}, {0, 0});
}

std::vector<node> make_list(std::size_t length, std::string& data) {
  std::vector<node> nodes(length);
  for (std::size_t i = 0; i < length; ++i)
    nodes[i] = {static_cast<std::int32_t>(data.size()), data.data(),
                i + 1 < length ? &nodes[i + 1] : nullptr};
  return nodes;
}

TEST(Reuse, OfListsTakesMemoryForOutOnly) {
  std::string data = "data";
  std::vector<node> in = make_list(10000, data), in_out = make_list(10000, data);
  node out{}, *head = in_out.data();
  const wire::list sent{in.data(), &head, &out};
  const arrived<wire::list> got(ndr64, std::endian::little, sent);
  EXPECT_EQ(got.account.of("pIn").reused.blocks, 20000u);
  EXPECT_EQ(got.account.of("pIn").reused.bytes, 10000u * (sizeof(node) + 4));
  EXPECT_EQ(got.account.of("pInOut").reused.blocks, 20001u);
  EXPECT_EQ(got.account.allocated(), (rpc::call_memory::usage{1, sizeof(node)}));
  EXPECT_EQ(got.account.of("pOut").allocated.blocks, 1u);
  EXPECT_EQ(got.frame.pOut->pNext, nullptr);
  // Under NDR20 pointers are of another size, so only the bytes stay.
  const arrived<wire::list> narrow(ndr20, std::endian::little, sent);
  EXPECT_EQ(narrow.account.of("pIn").reused.blocks, 10000u);
  EXPECT_EQ(narrow.account.of("pIn").allocated.blocks, 10000u);
}

TEST(Reuse, OfTreesTakesNoMemory) {
  std::vector<tree> nodes(65535);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    nodes[i].value = static_cast<std::int32_t>(i);
    if (2 * i + 2 < nodes.size()) {
      nodes[i].left = &nodes[2 * i + 1];
      nodes[i].right = &nodes[2 * i + 2];
    }
  }
  expect_no_memory(ndr64, wire::binary_tree{nodes.data()});
}

// The account is kept by servers that are asked to, and by no other.
class asks : public reuse::service {
 public:
  void process(const value_pair*, value_pair* out) override {
    const rpc::call_memory* memory = rpc::call_memory::current();
    *out = {memory == nullptr ? -1 : static_cast<std::int32_t>(memory->of("in").reused.bytes),
            memory == nullptr ? -1 : static_cast<std::int32_t>(memory->parameters().size())};
  }
  void varying(std::int32_t, const std::int32_t*) override {}
  void conformant_varying(std::int32_t, std::int32_t*, std::int32_t*) override {}
  void sized_string(std::int32_t, const char*) override {}
  void fixed_string(const char*) override {}
  void normal_string(const char*) override {}
  void enumeration(const colour*) override {}
  void wide_enumeration(const wide_colour*) override {}
  void enumerations(std::uint32_t, const colour*) override {}
  void enumeration_field(const coloured*) override {}
  void wide_integer(const measured_here*) override {}
  void wide_integers(std::uint32_t, const measured_here*) override {}
  void ignored_field(const with_cache*) override {}
  void trailing_pad(const trailing*) override {}
  void packed(const complex_packed*) override {}
  void aligned_wide(const aligned*) override {}
  void booleans(const flagged*) override {}
  void range_field(const ranged*) override {}
  void embedded_complex(const holds_ranged*) override {}
  void complex_array(std::uint32_t, const ranged*) override {}
  void presented_elements(const measured*) override {}
  void presented_enumeration(flagged) override {}
  void forced_view(const std::string_view&) override {}
  void just_union(std::int32_t, const number*) override {}
  void union_field(const holds_union*) override {}
  void unions(std::uint32_t, const holds_union*) override {}
  void two_dimensions(const grid*) override {}
  void conformant_tail(const with_tail*) override {}
  void conformant_bytes(const byte_tail*) override {}
  void pointer_field(const with_pointer*) override {}
  void full_pointer_field(const with_full_pointer*) override {}
  void unique_pointers(std::uint32_t, const std::int32_t**) override {}
  void ref_pointer(always*) override {}
  void ref_pointers(std::uint32_t, always*) override {}
  void numbers(std::uint32_t, const value_pair*) override {}
  void bytes(std::uint32_t, const std::uint8_t*) override {}
  void hypers(const std::int64_t*, std::uint32_t) override {}
  void list(node* in, node** in_out, node* out) override {
    // In-data are scratch memory, of which the result may be made.
    in->lSize = 1;
    if (*in_out != nullptr) (*in_out)->pData[0] = 'D';
    out->pNext = rpc::allocate<node>();
  }
  void binary_tree(const tree*) override {}
};

TEST(CallMemory, IsKeptByServersThatAreAsked) {
  for (const bool record : {false, true}) {
    rpc::server_options options;
    options.record_memory = record;
    peers<reuse::service, asks> p(meetings[1], options);
    const value_pair in{1, 2};
    value_pair out{};
    for (int call = 0; call < 2; ++call) {
      reuse::client(p.connection()).process(&in, &out);
      EXPECT_EQ(out.val, record ? 8 : -1);
      EXPECT_EQ(out.val2, record ? 2 : -1);
    }
  }
  EXPECT_EQ(rpc::call_memory::current(), nullptr);
}

TEST(Scratch, InDataMayBeChangedWhereTheyWereReceived) {
  for (const meeting& how : meetings) {
    peers<reuse::service, asks> p(how);
    std::string data = "data";
    std::vector<node> in = make_list(3, data), in_out = make_list(3, data);
    std::string other = "data";
    for (node& n : in_out) n.pData = other.data();
    node out{}, *head = in_out.data();
    reuse::client(p.connection()).list(in.data(), &head, &out);
    EXPECT_EQ(in[0].lSize, 4) << "the client's memory is its own";
    ASSERT_NE(out.pNext, nullptr);
    rpc::free(out.pNext);
  }
}

}  // namespace

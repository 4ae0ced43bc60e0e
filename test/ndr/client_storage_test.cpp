// Where a client's results go (allocation-rules): into existing storage, or into memory of
// rpc::allocate.
#include "wire.h"

#include <cstdint>
#include <cstring>

using namespace wire_test;

namespace {

struct item {
  std::int32_t value;
  std::int32_t* number;
};
struct list {
  std::uint32_t n;
  std::int16_t* a;
};
struct open {
  std::uint32_t n;
  std::uint8_t tail[1];
};

struct in_out_item {
  item* i{};
};
struct in_out_two {
  item* i{};
  std::int32_t* n{};
};
struct out_item {
  item* i{};
};
struct in_out_list {
  list* l{};
};
struct out_pointer {
  std::int32_t** p{};
};
struct in_out_array {
  std::uint32_t* n{};
  std::uint8_t* a{};
};
struct in_out_text {
  char* s{};
};
struct in_out_open {
  open* o{};
};
struct reseated {
  open** o{};
};
struct two_results {
  std::int32_t** first{};
  std::int32_t** second{};
};
struct out_text {
  std::uint32_t size{};
  char** s{};
};
struct returned {
  std::int32_t* return_value{};
};

}  // namespace

template <>
struct rpc::ndr::layout<item> {
  using type = item;
  using members = fields<field<"value", &type::value>, field<"number", &type::number, unique<>>>;
};
template <>
struct rpc::ndr::layout<list> {
  using type = list;
  static checked a_size(const type& self) { return checked(self.n); }
  using members = fields<field<"n", &type::n>, field<"a", &type::a, unique<conformant<&a_size>>>>;
};
template <>
struct rpc::ndr::layout<open> {
  using type = open;
  static checked tail_size(const type& self) { return checked(self.n); }
  using members = fields<field<"n", &type::n>, field<"tail", &type::tail, conformant<&tail_size>>>;
};
template <>
struct rpc::operation<in_out_item> {
  RPC_TEST_OPERATION(in_out_item);
  using parameters = ndr::parameters<ndr::in_out<"i", &call::i, ndr::ref<>>>;
};
template <>
struct rpc::operation<in_out_two> {
  RPC_TEST_OPERATION(in_out_two);
  using parameters = ndr::parameters<ndr::in_out<"i", &call::i, ndr::ref<>>,
                                     ndr::in_out<"n", &call::n, ndr::ref<>>>;
};
template <>
struct rpc::operation<out_item> {
  RPC_TEST_OPERATION(out_item);
  using parameters = ndr::parameters<ndr::out<"i", &call::i, ndr::ref<>>>;
};
template <>
struct rpc::operation<in_out_list> {
  RPC_TEST_OPERATION(in_out_list);
  using parameters = ndr::parameters<ndr::in_out<"l", &call::l, ndr::ref<>>>;
};
template <>
struct rpc::operation<out_pointer> {
  RPC_TEST_OPERATION(out_pointer);
  using parameters = ndr::parameters<ndr::out<"p", &call::p, ndr::ref<ndr::unique<>>>>;
};
template <>
struct rpc::operation<in_out_array> {
  RPC_TEST_OPERATION(in_out_array);
  static ndr::checked a_size(const call& self) { return ndr::pointee(self.n); }
  using parameters =
      ndr::parameters<ndr::in_out<"n", &call::n, ndr::ref<>>,
                      ndr::in_out<"a", &call::a, ndr::ref<ndr::conformant<&a_size>>>>;
};
template <>
struct rpc::operation<in_out_text> {
  RPC_TEST_OPERATION(in_out_text);
  using parameters = ndr::parameters<ndr::in_out<"s", &call::s, ndr::ref<ndr::string>>>;
};
template <>
struct rpc::operation<in_out_open> {
  RPC_TEST_OPERATION(in_out_open);
  using parameters = ndr::parameters<ndr::in_out<"o", &call::o, ndr::ref<>>>;
};
template <>
struct rpc::operation<reseated> {
  RPC_TEST_OPERATION(reseated);
  using parameters = ndr::parameters<ndr::in_out<"o", &call::o, ndr::reseatable<>>>;
};
template <>
struct rpc::operation<two_results> {
  RPC_TEST_OPERATION(two_results);
  using parameters = ndr::parameters<ndr::out<"first", &call::first, ndr::ref<ndr::unique<>>>,
                                     ndr::out<"second", &call::second, ndr::ref<ndr::unique<>>>>;
};
template <>
struct rpc::operation<out_text> {
  RPC_TEST_OPERATION(out_text);
  static ndr::checked s_size(const call& self) { return ndr::checked(self.size); }
  using parameters =
      ndr::parameters<ndr::in<"size", &call::size>,
                      ndr::out<"s", &call::s, ndr::ref<ndr::unique<ndr::sized_string<&s_size>>>>>;
};
template <>
struct rpc::operation<returned> {
  RPC_TEST_OPERATION(returned);
  using parameters =
      ndr::parameters<ndr::result<"return value", &call::return_value, ndr::unique<>>>;
};

namespace {

template <class Frame>
rpc::status refusal(Frame& frame, std::string_view stub) {
  return failure_of([&] { receive(frame, stub); }).first;
}

TEST(Results, GoIntoTheStorageThatInOutPointersLeadTo) {
  std::int32_t number = 1;
  item i{0, &number};
  in_out_item frame{&i};
  receive(frame, "05000000 00000200 07000000");
  EXPECT_EQ(i.value, 5);
  EXPECT_EQ(i.number, &number);
  EXPECT_EQ(number, 7);
}

TEST(Results, ANullPointerThatBecomesNonNullGetsNewMemory) {
  item i{0, nullptr};
  in_out_item frame{&i};
  receive(frame, "05000000 00000200 07000000");
  ASSERT_NE(i.number, nullptr);
  EXPECT_EQ(*i.number, 7);
  rpc::free(i.number);
}

TEST(Results, APointerThatBecomesNullLeavesItsMemoryToTheCaller) {
  std::int32_t number = 1;
  item i{0, &number};
  in_out_item frame{&i};
  receive(frame, "05000000 00000000");
  EXPECT_EQ(i.number, nullptr);
  EXPECT_EQ(number, 1);
}

// What [out] storage holds before the call means nothing, not even its pointers.
TEST(Results, PointersInOutStorageAreNotFollowed) {
  item i{0, reinterpret_cast<std::int32_t*>(std::uintptr_t{0x10})};
  out_item frame{&i};
  receive(frame, "05000000 00000200 07000000");
  EXPECT_EQ(*i.number, 7);
  rpc::free(i.number);
  auto* wild = reinterpret_cast<std::int32_t*>(std::uintptr_t{0x10});
  out_pointer pointer{&wild};
  receive(pointer, "00000200 07000000");
  EXPECT_EQ(*wild, 7);
  rpc::free(wild);
}

TEST(Results, ArraysFitTheSizeFromBeforeTheCall) {
  std::uint32_t n = 3;
  std::uint8_t a[4] = {9, 9, 9, 9};
  in_out_array frame{&n, a};
  receive(frame, "02000000 02000000 0102");
  EXPECT_EQ(n, 2U);
  EXPECT_EQ(a[1], 2);
  EXPECT_EQ(a[3], 9);
  n = 3;
  const auto code = refusal(frame, "04000000 04000000 01020304");
  EXPECT_EQ(code, rpc::status::byte_count_too_small);
  EXPECT_EQ(a[3], 9) << "nothing is written past the end";
}

TEST(Results, EmbeddedArraysFitTheSizeFromBeforeTheCall) {
  std::int16_t a[2] = {0, 9};
  list l{1, a};
  in_out_list frame{&l};
  receive(frame, "01000000 00000200 01000000 0500");
  EXPECT_EQ(a[0], 5);
  l.n = 1;
  EXPECT_EQ(refusal(frame, "02000000 00000200 02000000 0500 0600"),
            rpc::status::byte_count_too_small);
  EXPECT_EQ(a[1], 9);
  list none{0, nullptr};
  in_out_list fresh{&none};
  receive(fresh, "02000000 00000200 02000000 0500 0600");
  EXPECT_EQ(none.a[1], 6);
  rpc::free(none.a);
}

TEST(Results, StringsFitTheStringFromBeforeTheCall) {
  char text[] = "abc";
  in_out_text frame{text};
  receive(frame, "03000000 00000000 03000000 686900");
  EXPECT_STREQ(text, "hi");
  char small[] = "ab\0?";
  in_out_text tight{small};
  EXPECT_EQ(refusal(tight, "04000000 00000000 04000000 61626300"),
            rpc::status::byte_count_too_small);
  EXPECT_EQ(small[3], '?');
}

TEST(Results, OpenStructuresFitTheirSizeFromBeforeTheCall) {
  alignas(open) std::byte storage[16]{};
  auto* o = reinterpret_cast<open*>(storage);
  o->n = 2;
  in_out_open frame{o};
  receive(frame, "02000000 02000000 0506");
  EXPECT_EQ(o->tail[0], 5);
  EXPECT_EQ(refusal(frame, "03000000 03000000 050607"), rpc::status::byte_count_too_small);
  EXPECT_EQ(o->n, 2U);
}

TEST(Results, OfAReferenceToAPointerAreNewMemory) {
  open old{0, {}};
  open* o = &old;
  reseated frame{&o};
  receive(frame, "03000000 03000000 050607");
  ASSERT_NE(o, &old);
  EXPECT_EQ(o->n, 3U);
  EXPECT_EQ(o->tail[2], 7);
  rpc::free(o);
}

TEST(Results, ReturnedPointersAreNewMemory) {
  returned frame;
  receive(frame, "00000200 07000000");
  ASSERT_NE(frame.return_value, nullptr);
  EXPECT_EQ(*frame.return_value, 7);
  rpc::free(frame.return_value);
}

// A string's storage is as large as its max_count says, however short the string is.
TEST(Results, AFewBytesCannotAskForGigabytes) {
  char* text = nullptr;
  out_text frame{0x7FFFFFFF, &text};
  EXPECT_EQ(refusal(frame, "00000200 FFFFFF7F 00000000 01000000 00"), rpc::status::out_of_memory);
  EXPECT_EQ(text, nullptr);
}

TEST(Results, AFailureReleasesAllThatWasAllocated) {
  std::int32_t kept = 1;
  std::int32_t* first = &kept;
  std::int32_t* second = nullptr;
  two_results frame{&first, &second};
  EXPECT_EQ(refusal(frame, "00000200 05000000 00000200 0600"), rpc::status::bad_stub_data);
  EXPECT_EQ(first, nullptr) << "[out] data are null after a failure";
  EXPECT_EQ(second, nullptr);
}

TEST(Results, AFailureGivesInOutPointersTheirValuesBack) {
  std::int32_t number = 1;
  item i{0, &number};
  in_out_two frame{&i, &i.value};
  EXPECT_EQ(refusal(frame, "05000000 00000000"), rpc::status::bad_stub_data);
  EXPECT_EQ(i.number, &number) << "the caller's memory is not orphaned";
}

}  // namespace

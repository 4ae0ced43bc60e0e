// partial_ignore: the server learns whether a pointer is null, and nothing of what it leads to.
#include "wire.h"

#include <cstdint>

using namespace wire_test;

namespace {

struct record {
  std::int32_t value;
  std::int32_t* more;
};

struct optional {
  record* r{};
};
struct sized {
  std::int32_t n{};
  std::uint8_t* a{};
};

// Pointers of other classes that a caller passes by value.
struct passed {
  std::int32_t* p{};
};
struct passed_full {
  std::int32_t* p{};
  rpc::ndr::object_table objects{};
};

}  // namespace

template <>
struct rpc::ndr::layout<record> {
  using type = record;
  using members = fields<field<"value", &type::value>, field<"more", &type::more, unique<>>>;
};
template <>
struct rpc::operation<optional> {
  RPC_TEST_OPERATION(optional);
  using parameters = ndr::parameters<ndr::in_out<"r", &call::r, ndr::partial_ignore<>>>;
};
template <>
struct rpc::operation<sized> {
  RPC_TEST_OPERATION(sized);
  static ndr::checked a_size(const call& self) { return ndr::checked(self.n); }
  // The size comes behind the array.
  using parameters =
      ndr::parameters<ndr::in_out<"a", &call::a, ndr::partial_ignore<ndr::conformant<&a_size>>>,
                      ndr::in<"n", &call::n>>;
};
template <>
struct rpc::operation<passed> {
  RPC_TEST_OPERATION(passed);
  using parameters = ndr::parameters<ndr::in_out<"p", &call::p, ndr::unique<>>>;
};
template <>
struct rpc::operation<passed_full> {
  RPC_TEST_OPERATION(passed_full);
  static constexpr auto objects = &call::objects;
  using parameters = ndr::parameters<ndr::in_out<"p", &call::p, ndr::full<>>>;
};

namespace {

TEST(PartialIgnore, TheRequestSaysWhetherThePointerIsNull) {
  record unset{5, reinterpret_cast<std::int32_t*>(1)};
  EXPECT_EQ(request(ndr20, optional{&unset}), "01000000");
  EXPECT_EQ(request(ndr20, optional{nullptr}), "00000000");
  EXPECT_EQ(request(ndr64, optional{&unset}), "0100000000000000");
  EXPECT_EQ(request(ndr64, optional{nullptr}), "0000000000000000");
  std::uint8_t bytes[3] = {1, 2, 3};
  EXPECT_EQ(request(ndr20, sized{3, bytes}), "0100000003000000");
}

TEST(PartialIgnore, TheImplementationGetsZeroedMemory) {
  const received<optional> some(ndr20, "00000200");
  ASSERT_NE(some.frame.r, nullptr);
  EXPECT_EQ(some.frame.r->value, 0);
  EXPECT_EQ(some.frame.r->more, nullptr);
  EXPECT_FALSE(some.in_message(some.frame.r));
  const received<optional> none(ndr64, "0000000000000000");
  EXPECT_EQ(none.frame.r, nullptr);
  const received<sized> array(ndr20, "01000000 03000000");
  EXPECT_EQ(array.frame.a[2], 0);
  const received<sized> nothing(ndr20, "00000000 03000000");
  EXPECT_EQ(nothing.frame.a, nullptr);
}

TEST(PartialIgnore, MemoryIsChargedToTheCallsBudget) {
  const auto refused = [](std::string_view stub) {
    return failure_of([&] { const received<sized> call(ndr20, stub); }).first;
  };
  EXPECT_EQ(refused("01000000 ffffff7f"), rpc::status::out_of_memory);
  EXPECT_EQ(refused("01000000 ffffffff"), rpc::status::bad_stub_data);
}

TEST(PartialIgnore, TheResponseIsThatOfAUniquePointer) {
  std::int32_t more = 7;
  record r{5, &more};
  EXPECT_EQ(response(ndr20, optional{&r}), hex("00000200 05000000 04000200 07000000"));
  EXPECT_EQ(response(ndr20, optional{nullptr}), "00000000");
}

// What the caller's memory held means nothing, not even its pointers.
TEST(PartialIgnore, ResultsGoToTheCaller) {
  record r{1, reinterpret_cast<std::int32_t*>(1)};
  optional frame{&r};
  receive(frame, "00000200 05000000 04000200 07000000");
  EXPECT_EQ(r.value, 5);
  EXPECT_EQ(*r.more, 7);
  rpc::free(r.more);
  std::uint8_t bytes[4] = {9, 9, 9, 9};
  sized array{3, bytes};
  receive(array, "00000200 03000000 010203");
  EXPECT_EQ(bytes[2], 3);
  const auto code = failure_of([&] { receive(array, "00000200 04000000 01020304"); }).first;
  EXPECT_EQ(code, rpc::status::byte_count_too_small);
  EXPECT_EQ(bytes[3], 9);
}

// Nobody would receive it, and nobody could release it.
TEST(PassedPointers, ThatWereNullBringNothingBack) {
  const auto refused = [](auto frame, std::string_view stub) {
    return failure_of([&] { receive(frame, stub); }).first;
  };
  constexpr std::string_view object = "00000200 05000000";
  EXPECT_EQ(refused(optional{}, "00000200 05000000 00000000"), rpc::status::bad_stub_data);
  EXPECT_EQ(refused(passed{}, object), rpc::status::bad_stub_data);
  passed_full full;
  EXPECT_EQ(failure_of([&] { receive(full, object); }).first, rpc::status::bad_stub_data);
  EXPECT_EQ(refused(optional{}, "00000000"), rpc::status::ok);
  EXPECT_EQ(refused(passed{}, "00000000"), rpc::status::ok);
  passed_full none;
  receive(none, "00000000");
  EXPECT_EQ(none.p, nullptr);
}

}  // namespace

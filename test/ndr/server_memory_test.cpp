// What the server prepares before the implementation runs (server-stub-memory, "Initializing
// Outbound Data"), and what it does not let the implementation do.
#include "wire.h"

#include <array>
#include <cstdint>
#include <span>

using namespace wire_test;

namespace {

struct deep {
  std::int32_t value;
  std::int32_t* always;
  deep* maybe;
};
struct open {
  std::uint32_t n;
  std::uint8_t tail[1];
};

struct outs {
  std::uint32_t n{};
  deep* d{};
  std::int16_t** pointer{};
  std::uint8_t* sized{};
  std::int64_t* three{};
  open** replaced{};
};
struct holder {
  std::int32_t* always;
};
struct pair {
  std::array<holder, 2> holders;
};
struct modern_outs {
  std::uint32_t n{};
  pair* both{};
  std::array<holder, 2>* two{};
  std::span<holder> several;
  std::span<std::int16_t> unchecked;
};
struct growing {
  std::uint32_t* n{};
  std::uint8_t* a{};
};
struct growing_open {
  open* o{};
};

struct implementation {
  std::uint32_t new_size = 0;
};

}  // namespace

template <>
struct rpc::ndr::layout<deep> {
  using type = deep;
  using members = fields<field<"value", &type::value>, field<"always", &type::always, ref<>>,
                         field<"maybe", &type::maybe, unique<>>>;
};
template <>
struct rpc::ndr::layout<open> {
  using type = open;
  static checked tail_size(const type& self) { return checked(self.n); }
  using members = fields<field<"n", &type::n>, field<"tail", &type::tail, conformant<&tail_size>>>;
};
template <>
struct rpc::operation<outs> {
  RPC_TEST_OPERATION(outs);
  static ndr::checked sized_size(const call& self) { return ndr::checked(self.n); }
  using parameters =
      ndr::parameters<ndr::in<"n", &call::n>, ndr::out<"d", &call::d, ndr::ref<>>,
                      ndr::out<"pointer", &call::pointer, ndr::ref<ndr::unique<>>>,
                      ndr::out<"sized", &call::sized, ndr::ref<ndr::conformant<&sized_size>>>,
                      ndr::out<"three", &call::three, ndr::ref<ndr::fixed<3>>>,
                      ndr::out<"replaced", &call::replaced, ndr::reseatable<>>>;
};
template <>
struct rpc::ndr::layout<holder> {
  using type = holder;
  using members = fields<field<"always", &type::always, ref<>>>;
};
template <>
struct rpc::ndr::layout<pair> {
  using type = pair;
  using members = fields<field<"holders", &type::holders>>;
};
template <>
struct rpc::operation<modern_outs> {
  RPC_TEST_OPERATION(modern_outs);
  static ndr::checked n(const call& self) { return ndr::checked(self.n); }
  using parameters = ndr::parameters<
      ndr::in<"n", &call::n>, ndr::out<"both", &call::both, ndr::ref<>>,
      ndr::out<"two", &call::two, ndr::ref<>>,
      ndr::out<"several", &call::several, ndr::conformant<&n>>,
      ndr::out<"unchecked", &call::unchecked, ndr::disable_consistency_check<ndr::conformant<&n>>>>;
};
template <>
struct rpc::operation<growing> {
  RPC_TEST_OPERATION(growing);
  static ndr::checked a_size(const call& self) { return ndr::pointee(self.n); }
  using parameters =
      ndr::parameters<ndr::in_out<"n", &call::n, ndr::ref<>>,
                      ndr::in_out<"a", &call::a, ndr::ref<ndr::conformant<&a_size>>>>;
  static void run(implementation& to, call& c) { *c.n = to.new_size; }
};
template <>
struct rpc::operation<growing_open> {
  RPC_TEST_OPERATION(growing_open);
  using parameters = ndr::parameters<ndr::in_out<"o", &call::o, ndr::ref<>>>;
  static void run(implementation& to, call& c) { c.o->n = to.new_size; }
};

namespace {

TEST(OutParameters, LeadToZeroedMemoryDownToPointersThatMayBeNull) {
  received<outs> got(ndr20, "05000000");
  ASSERT_NE(got.frame.d, nullptr);
  EXPECT_EQ(got.frame.d->value, 0);
  ASSERT_NE(got.frame.d->always, nullptr);
  EXPECT_EQ(*got.frame.d->always, 0);
  EXPECT_EQ(got.frame.d->maybe, nullptr);
  ASSERT_NE(got.frame.pointer, nullptr);
  EXPECT_EQ(*got.frame.pointer, nullptr);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(got.frame.sized[i], 0);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(got.frame.three[i], 0);
  ASSERT_NE(got.frame.replaced, nullptr);
  EXPECT_EQ(*got.frame.replaced, nullptr) << "the size is the implementation's choice";
}

TEST(OutParameters, OfTheStandardLibraryAreNoOther) {
  received<modern_outs> got(ndr20, "03000000");
  const auto expect_prepared = [](const auto& holders) {
    for (const holder& each : holders) {
      ASSERT_NE(each.always, nullptr);
      EXPECT_EQ(*each.always, 0);
    }
  };
  expect_prepared(got.frame.both->holders);
  expect_prepared(*got.frame.two);
  EXPECT_EQ(got.frame.several.size(), 3u);
  expect_prepared(got.frame.several);
  EXPECT_EQ(got.frame.unchecked.size(), 3u);
  EXPECT_EQ(response(ndr20, got.frame),
            hex("00000200 04000200 00000000 00000000"  // both
                "08000200 0c000200 00000000 00000000"  // two
                "03000000 10000200 14000200 18000200"  // several
                "00000000 00000000 00000000"           //
                "03000000 0000 0000 0000"));           // unchecked
}

TEST(OutParameters, SizedByTheClientAreChargedToTheCallsBudget) {
  for (const char* n : {"ffffffff", "ffffff7f", "00000200"}) {
    const auto [code, text] =
        failure_of([&] { received<outs>(ndr20, n, std::endian::little, 0x10000); });
    EXPECT_EQ(code, rpc::status::out_of_memory) << n;
    EXPECT_NE(text.find("outs: 'sized'"), std::string::npos) << text;
  }
}

// A call of an implementation that changes the size, as the server makes it.
template <class Frame>
rpc::status serve(std::string_view stub, std::uint32_t new_size) {
  received<Frame> call(ndr20, stub);
  const rpc::ndr::granted_sizes granted(rpc::ndr::described_frame<Frame>, &call.frame);
  implementation to{new_size};
  rpc::operation<Frame>::run(to, call.frame);
  return failure_of([&] { granted.require(); }).first;
}

TEST(Implementations, MayLowerASizeButNotRaiseIt) {
  EXPECT_EQ(serve<growing>("02000000 02000000 0102", 2), rpc::status::ok);
  EXPECT_EQ(serve<growing>("02000000 02000000 0102", 1), rpc::status::ok);
  EXPECT_EQ(serve<growing>("02000000 02000000 0102", 3), rpc::status::invalid_bound);
  EXPECT_EQ(serve<growing_open>("02000000 02000000 0102", 1), rpc::status::ok);
  EXPECT_EQ(serve<growing_open>("02000000 02000000 0102", 3), rpc::status::invalid_bound);
}

TEST(Implementations, MayNotLeaveARefNull) {
  received<outs> got(ndr20, "01000000");
  const auto [code, text] = failure_of([&] { response(ndr20, got.frame); });
  EXPECT_EQ(code, rpc::status::null_ref_pointer);
  EXPECT_NE(text.find("outs: 'replaced'"), std::string::npos) << text;
}

}  // namespace

// Context handles: 20 bytes, aligned to 4, the same in both syntaxes (C706 14.2; MS-RPCE 2.2.5).

#include "wire.h"

#include <array>
#include <map>
#include <vector>

namespace wire_test {

struct state;

/// One context: 00112233-4455-6677-8899-aabbccddeeff stands for `value`.
struct one_context final : rpc::server_contexts {
  explicit one_context(void* stands_for = nullptr) : value(stands_for) {}

  rpc::status put(const rpc::context_use& use, const void*, const void* from,
                  rpc::wire_context& handle) override {
    uses.push_back(use);
    if (from != nullptr) handle = known;
    return from == nullptr && !use.nullable ? rpc::status::in_null_context : rpc::status::ok;
  }
  rpc::status get(const rpc::context_use& use, void*, const rpc::wire_context& handle,
                  void*& to) override {
    uses.push_back(use);
    if (!handle.null() && handle != known) return rpc::status::fault_context_mismatch;
    to = handle.null() ? nullptr : value;
    return rpc::status::ok;
  }
  bool acquire() override { return true; }
  rpc::status settle(const rpc::context_use&, const void* slot, void* now) override {
    settled[slot] = now;
    return now == full ? rpc::status::fault_remote_no_memory : rpc::status::ok;
  }

  void* value;
  const rpc::wire_context known{0, rpc::uuid{"00112233-4455-6677-8899-aabbccddeeff"}};
  std::vector<rpc::context_use> uses;
  std::map<const void*, void*> settled;
  void* full = nullptr;
};

struct frame {
  std::uint8_t flag{};
  state* in{};
  state** in_out{};
  state** out{};
  state* return_value{};
};

struct several {
  std::uint32_t n{};
  state** in{};
  std::uint32_t* m{};
  state*** out{};
  state** pair{};
};

}  // namespace wire_test

template <>
struct rpc::operation<wire_test::several> {
  RPC_TEST_OPERATION(wire_test::several);
  using enum ndr::context_trait;
  static ndr::checked in_size(const call& self) { return ndr::checked(self.n); }
  static ndr::checked out_size(const call& self) { return ndr::pointee(self.m); }
  using made = ndr::context_handle<"state", nullable>;
  using parameters = ndr::parameters<
      ndr::in<"n", &call::n>,
      ndr::in<"in", &call::in, ndr::ref<ndr::conformant<&in_size, ndr::context_handle<"state">>>>,
      ndr::out<"m", &call::m, ndr::ref<>>,
      ndr::out<"out", &call::out, ndr::ref<ndr::unique<ndr::conformant<&out_size, made>>>>,
      ndr::out<"pair", &call::pair, ndr::ref<ndr::fixed<2, made>>>>;
};
template <>
struct rpc::operation<wire_test::frame> {
  RPC_TEST_OPERATION(wire_test::frame);
  using enum ndr::context_trait;
  using parameters = ndr::parameters<
      ndr::in<"flag", &call::flag>, ndr::in<"in", &call::in, ndr::context_handle<"state", shared>>,
      ndr::in_out<"in_out", &call::in_out, ndr::ref<ndr::context_handle<"state", nullable>>>,
      ndr::out<"out", &call::out, ndr::ref<ndr::context_handle<"state", nullable>>>,
      ndr::result<"return value", &call::return_value, ndr::context_handle<"other", nullable>>>;
};

namespace wire_test {
namespace {

using rpc::status;

const char* const handle = "00000000 33221100 5544 7766 8899aabbccddeeff";
const char* const big_handle = "00000000 00112233 4455 6677 8899aabbccddeeff";
const char* const null = "00000000 00000000 0000 0000 0000000000000000";

state* some() { return reinterpret_cast<state*>(0x1000); }

std::string sent(rpc::ndr::syntax s, const frame& f, one_context& contexts, bool response) {
  rpc::buffer out;
  const rpc::ndr::call_state call{&contexts};
  if (response)
    rpc::ndr::marshal_response(s, f, out, rpc::ndr::default_message_limit, call);
  else
    rpc::ndr::marshal_request(s, f, out, rpc::ndr::default_message_limit, call);
  return hex(out);
}

class contexts : public testing::TestWithParam<rpc::ndr::syntax> {};
INSTANTIATE_TEST_SUITE_P(syntaxes, contexts, testing::Values(ndr20, ndr64),
                         [](const auto& instance) {
                           return instance.param == ndr20 ? "ndr20" : "ndr64";
                         });

TEST_P(contexts, are_written) {
  one_context known;
  state *given = some(), *nothing = nullptr;
  frame f{1, some(), &given, &nothing, nullptr};
  EXPECT_EQ(sent(GetParam(), f, known, false), hex(std::string("01 000000") + handle + handle));
  nothing = some();
  EXPECT_EQ(sent(GetParam(), f, known, true), hex(std::string(handle) + handle + null));
  given = nullptr;
  EXPECT_EQ(sent(GetParam(), f, known, false), hex(std::string("01 000000") + handle + null));
  ASSERT_EQ(known.uses.size(), 7u);
  EXPECT_STREQ(known.uses[0].type, "state");
  EXPECT_FALSE(known.uses[0].nullable);
  EXPECT_TRUE(known.uses[0].shared);
  EXPECT_TRUE(known.uses[1].nullable);
  EXPECT_FALSE(known.uses[1].shared);
  EXPECT_STREQ(known.uses[4].type, "other");
}

TEST_P(contexts, are_read) {
  one_context known(some());
  for (const auto sender : {std::endian::little, std::endian::big}) {
    const char* const came = sender == std::endian::little ? handle : big_handle;
    rpc::buffer stub = bytes(std::string("01 aabbcc") + came + null);
    rpc::arena memory;
    frame f;
    rpc::ndr::unmarshal_request(GetParam(), sender, stub.bytes(), f, memory, {&known});
    EXPECT_EQ(f.in, some());
    ASSERT_NE(f.in_out, nullptr);
    EXPECT_EQ(*f.in_out, nullptr);
    ASSERT_NE(f.out, nullptr);
    EXPECT_EQ(*f.out, nullptr);
  }
}

TEST_P(contexts, come_back_to_the_client) {
  one_context known(some());
  rpc::buffer stub = bytes(std::string(null) + handle + handle);
  state *given = some(), *made = nullptr;
  frame f{1, some(), &given, &made, nullptr};
  rpc::ndr::unmarshal_response(GetParam(), std::endian::little, stub.bytes(), f, {&known});
  EXPECT_EQ(given, nullptr);
  EXPECT_EQ(made, some());
  EXPECT_EQ(f.return_value, some());
}

TEST_P(contexts, that_are_wrong_are_refused_by_name) {
  one_context known(some());
  // Another uuid, attributes that nobody sets, and the uuid in the other byte order.
  for (const char* const wrong : {"00000000 33221101 5544 7766 8899aabbccddeeff",
                                  "01000000 33221100 5544 7766 8899aabbccddeeff",
                                  "01000000 00000000 0000 0000 0000000000000000", big_handle}) {
    rpc::buffer stub = bytes(std::string("01 000000") + handle + wrong);
    rpc::arena memory;
    frame f;
    const auto [code, text] = failure_of([&] {
      rpc::ndr::unmarshal_request(GetParam(), std::endian::little, stub.bytes(), f, memory,
                                  {&known});
    });
    EXPECT_EQ(code, status::fault_context_mismatch);
    EXPECT_NE(text.find("'in_out'"), text.npos) << text;
  }
}

TEST_P(contexts, need_all_their_bytes) {
  one_context known(some());
  const std::string whole = hex(std::string("01 000000") + handle + handle);
  for (std::size_t size = 0; size < whole.size(); size += 2) {
    rpc::buffer stub = bytes(whole.substr(0, size));
    rpc::arena memory;
    frame f;
    EXPECT_EQ(failure_of([&] {
                rpc::ndr::unmarshal_request(GetParam(), std::endian::little, stub.bytes(), f,
                                            memory, {&known});
              }).first,
              status::bad_stub_data);
  }
}

TEST_P(contexts, in_alone_is_not_null) {
  one_context known;
  state* nothing = nullptr;
  const frame f{1, nullptr, &nothing, &nothing, nullptr};
  const auto [code, text] = failure_of([&] { sent(GetParam(), f, known, false); });
  EXPECT_EQ(code, status::in_null_context);
  EXPECT_NE(text.find("'in'"), text.npos) << text;
}

// Where nobody keeps contexts, as in a tool that looks at messages, there is only the null handle.
TEST_P(contexts, are_null_without_anybody_who_keeps_them) {
  const received<frame> got(GetParam(), std::string("01 000000") + handle + handle);
  EXPECT_EQ(got.frame.in, nullptr);
  EXPECT_EQ(*got.frame.in_out, nullptr);
  state* nothing = nullptr;
  frame f{1, nullptr, &nothing, &nothing, nullptr};
  EXPECT_EQ(request(GetParam(), f), hex(std::string("01 000000") + null + null));
  f.in = some();
  EXPECT_EQ(failure_of([&] { request(GetParam(), f); }).first, status::fault_context_mismatch);
}

// An array of them: its counts, and 20 bytes for each.
TEST_P(contexts, may_be_several) {
  one_context known(some());
  known.full = &known;
  const bool is64 = GetParam() == ndr64;
  const std::string two = is64 ? "02000000 00000000 0200000000000000" : "02000000 02000000";
  rpc::buffer stub = bytes(two + handle + handle);
  rpc::arena memory;
  several f;
  rpc::ndr::unmarshal_request(GetParam(), std::endian::little, stub.bytes(), f, memory, {&known});
  EXPECT_EQ(f.in[0], some());
  EXPECT_EQ(f.in[1], some());
  ASSERT_NE(f.pair, nullptr);
  EXPECT_EQ(f.pair[1], nullptr);

  state *made[] = {some(), nullptr}, **found = made;
  *f.m = 2;
  f.out = &found;
  f.pair[1] = some();
  rpc::ndr::settle_contexts(rpc::ndr::described_frame<decltype(f)>, &f, known);
  EXPECT_EQ(
      known.settled,
      (std::map<const void*, void*>{
          {&made[0], some()}, {&made[1], nullptr}, {&f.pair[0], nullptr}, {&f.pair[1], some()}}));
  rpc::buffer out;
  rpc::ndr::marshal_response(GetParam(), f, out, rpc::ndr::default_message_limit, {&known});
  const std::string count =
      is64 ? "02000000 00000000 0000020000000000 0200000000000000" : "02000000 00000200 02000000";
  EXPECT_EQ(hex(out), hex(count + handle + null + null + handle));

  // A client receives it in memory of its own.
  std::uint32_t n = 0;
  state **there = nullptr, *pair[2] = {};
  several results{0, nullptr, &n, &there, pair};
  rpc::ndr::unmarshal_response(GetParam(), std::endian::little, out.bytes(), results, {&known});
  EXPECT_EQ(n, 2u);
  EXPECT_EQ(there[0], some());
  EXPECT_EQ(there[1], nullptr);
  EXPECT_EQ(pair[1], some());
  rpc::free(there);
}

TEST(contexts, all_results_are_settled) {
  one_context known;
  state *kept = some(), *made = some();
  frame f{1, some(), &kept, &made, some()};
  known.full = made;
  const auto [code, text] = failure_of(
      [&] { rpc::ndr::settle_contexts(rpc::ndr::described_frame<decltype(f)>, &f, known); });
  EXPECT_EQ(code, status::fault_remote_no_memory);
  EXPECT_NE(text.find("'in_out'"), text.npos) << text;
  ASSERT_EQ(known.settled.size(), 3u);
  EXPECT_EQ(known.settled[&kept], some());
  EXPECT_EQ(known.settled[&f.return_value], some());
}

}  // namespace
}  // namespace wire_test

// Generated stubs against the bytes of Windows peers, in both directions: our client's request
// is the captured one, our server reads it and answers with the captured response, and our
// client reads that.

#include "windows.h"

#include <gtest/gtest.h>
#include <rpc/ndr/call.h>

#include <cstdint>
#include <cstring>

#include "hex.h"
#include "windows_captures.h"

namespace {

constexpr std::int32_t success = 0x65757254;

template <class T>
T filled_with_ff() {
  T value;
  std::memset(&value, 0xFF, sizeof value);
  return value;
}

/// The arm that the tag selects has all bits set.
template <class Union>
void expect_arm_of_ff(std::int32_t tag, const Union& u) {
  switch (tag) {
    case 1: EXPECT_EQ(u.c, '\xFF'); break;
    case 2: EXPECT_EQ(u.s, -1); break;
    case 4: EXPECT_EQ(u.l, -1); break;
    case 8: EXPECT_EQ(u.h, -1); break;
    default: EXPECT_EQ(tag, 0);
  }
}

void fill_result(windows::level tag, windows::tagged* result) {
  result->tag = tag;
  result->u = filled_with_ff<windows::any_by_level>();
}

/// Checks what it is given, and answers as the Windows server did.
class server : public windows::service, public windows_ms::service {
 public:
  std::int32_t drs_extensions(windows::extensions** result) override {
    constexpr std::int32_t count = 0x34;
    *result = static_cast<windows::extensions*>(rpc::allocate(sizeof(windows::extensions) + count));
    (*result)->count = count;
    std::memset((*result)->bytes, 0xCD, count);
    return success;
  }
  std::int32_t union_align_02(char tag, windows::char_by_char u) override {
    EXPECT_EQ(tag, 1);
    EXPECT_EQ(u.c, 'A');
    return success;
  }
  std::int32_t union_align_04(std::int32_t tag, char v, windows::char_by_long u) override {
    EXPECT_EQ(tag, 1);
    EXPECT_EQ(v, 'V');
    EXPECT_EQ(u.c, 'C');
    return success;
  }
  std::int32_t union_align_06(char tag, windows::long_by_char u) override {
    EXPECT_EQ(tag, 1);
    EXPECT_EQ(u.c, 'C');
    return success;
  }
  std::int32_t union_align_08(char tag, windows::any_by_char u) override {
    expect_arm_of_ff(tag, u);
    return success;
  }
  std::int32_t union_align_10(windows::level tag, windows_ms::any_by_long u) override {
    expect_arm_of_ff(tag, u);
    return success;
  }
  std::int32_t union_align_12(windows::level tag, windows::any_by_level u) override {
    expect_arm_of_ff(tag, u);
    return success;
  }
  std::int32_t union_align_14(windows::level tag, windows::any_by_level u, char c) override {
    expect_arm_of_ff(tag, u);
    EXPECT_EQ(c, 'c');
    return success;
  }
  void union_align_16(windows::level* tag, windows::any_by_level u, windows::tagged* result,
                      char* c) override {
    expect_arm_of_ff(*tag, u);
    EXPECT_EQ(*c, 'c');
    fill_result(*tag, result);
  }
  void union_align_18(windows::level* tag, windows::ms_any_by_level u, windows::tagged* result,
                      char* c) override {
    expect_arm_of_ff(*tag, u);
    EXPECT_EQ(*c, 'c');
    fill_result(*tag, result);
  }
  std::int32_t v1_enum_01(windows::wide v) override {
    EXPECT_EQ(v, windows::value1);
    return success;
  }
  std::int32_t fixed_size_in_array(std::int32_t* a) override {
    EXPECT_EQ(a[0], 1);
    EXPECT_EQ(a[1], 2);
    return success;
  }
  std::int32_t strings_array(windows::strings* s) override {
    EXPECT_EQ(s->count, 3);
    EXPECT_STREQ(s->values[0], "foo");
    EXPECT_STREQ(s->values[1], "bar2");
    EXPECT_EQ(s->values[2], nullptr);
    return success;
  }
};

/// Plays one call. `frame` holds the client's arguments, and afterwards the results.
template <class Frame>
void replay(rpc::ndr::syntax syntax, const captures::messages& captured, Frame& frame) {
  if (captured.request == nullptr) return;
  rpc::buffer sent;
  rpc::ndr::marshal_request(syntax, frame, sent);
  EXPECT_EQ(to_hex(sent), captured.request);

  rpc::buffer request = from_hex(captured.request);
  rpc::arena memory;
  Frame received{};
  rpc::ndr::unmarshal_request(syntax, std::endian::little, request.bytes(), received, memory);
  rpc::buffer answered;
  {
    const rpc::call_scope scope(memory);
    server implementation;
    rpc::operation<Frame>::run(implementation, received);
  }
  rpc::ndr::marshal_response(syntax, received, answered);
  EXPECT_EQ(to_hex(answered), captured.response);

  rpc::buffer response = from_hex(captured.response);
  rpc::ndr::unmarshal_response(syntax, std::endian::little, response.bytes(), frame);
}

/// Plays the call in every syntax that was captured. `arguments` makes a client's frame and
/// `check` looks at what the client has got.
template <class MakeArguments, class Check>
void replay(const captures::call& call, MakeArguments arguments, Check check) {
  const auto play = [&](rpc::ndr::syntax syntax, const captures::messages& messages) {
    if (messages.request == nullptr) return;
    SCOPED_TRACE(syntax == rpc::ndr::syntax::ndr20 ? "NDR20" : "NDR64");
    SCOPED_TRACE(call.value);
    auto frame = arguments(call.value);
    replay(syntax, messages, frame);
    check(frame);
  };
  play(rpc::ndr::syntax::ndr20, call.ndr20);
  play(rpc::ndr::syntax::ndr64, call.ndr64);
}

constexpr auto returns_success = [](const auto& frame) { EXPECT_EQ(frame.return_value, success); };

TEST(windows, drs_extensions) {
  windows::extensions* result = nullptr;
  replay(
      captures::drs_extensions[0],
      [&](std::int32_t) {
        result = nullptr;
        return windows::wire::drs_extensions{&result};
      },
      [&](const auto& frame) {
        EXPECT_EQ(frame.return_value, success);
        ASSERT_NE(result, nullptr);
        EXPECT_EQ(result->count, 0x34);
        for (int i = 0; i < result->count; ++i) EXPECT_EQ(result->bytes[i], '\xCD');
        rpc::free(result);
      });
}

TEST(windows, unions_of_one_arm) {
  replay(
      captures::union_align_02[0],
      [](std::int32_t) { return windows::wire::union_align_02{1, {'A'}}; }, returns_success);
  replay(
      captures::union_align_04[0],
      [](std::int32_t) { return windows::wire::union_align_04{1, 'V', {'C'}}; }, returns_success);
  replay(
      captures::union_align_06[0],
      [](std::int32_t) { return windows::wire::union_align_06{1, {'C'}}; }, returns_success);
}

TEST(windows, union_by_char) {
  for (const captures::call& call : captures::union_align_08)
    replay(
        call,
        [](std::int32_t tag) {
          return windows::wire::union_align_08{static_cast<char>(tag),
                                               filled_with_ff<windows::any_by_char>()};
        },
        returns_success);
}

TEST(windows, ms_union_of_an_interface) {
  for (const captures::call& call : captures::union_align_10)
    replay(
        call,
        [](std::int32_t tag) {
          return windows_ms::wire::union_align_10{static_cast<windows::level>(tag),
                                                  filled_with_ff<windows_ms::any_by_long>()};
        },
        returns_success);
}

TEST(windows, union_by_enumeration) {
  for (const captures::call& call : captures::union_align_12)
    replay(
        call,
        [](std::int32_t tag) {
          return windows::wire::union_align_12{static_cast<windows::level>(tag),
                                               filled_with_ff<windows::any_by_level>()};
        },
        returns_success);
}

TEST(windows, parameter_after_a_union) {
  for (const captures::call& call : captures::union_align_14)
    replay(
        call,
        [](std::int32_t tag) {
          return windows::wire::union_align_14{static_cast<windows::level>(tag),
                                               filled_with_ff<windows::any_by_level>(), 'c'};
        },
        returns_success);
}

/// union_align_16 and 18 differ in the union's [ms_union] only.
template <class Frame, class Union>
void replay_tagged(const captures::call& call) {
  windows::level tag{};
  windows::tagged result{};
  char c = 0;
  replay(
      call,
      [&](std::int32_t value) {
        tag = static_cast<windows::level>(value);
        result = {};
        c = 'c';
        return Frame{&tag, filled_with_ff<Union>(), &result, &c};
      },
      [&](const auto&) {
        EXPECT_EQ(result.tag, tag);
        expect_arm_of_ff(result.tag, result.u);
        EXPECT_EQ(c, 'c');
      });
}

TEST(windows, union_in_a_structure) {
  for (const captures::call& call : captures::union_align_16)
    replay_tagged<windows::wire::union_align_16, windows::any_by_level>(call);
}

TEST(windows, ms_union) {
  for (const captures::call& call : captures::union_align_18)
    replay_tagged<windows::wire::union_align_18, windows::ms_any_by_level>(call);
}

TEST(windows, v1_enum) {
  replay(
      captures::v1_enum_01[0],
      [](std::int32_t) { return windows::wire::v1_enum_01{windows::value1}; }, returns_success);
}

TEST(windows, fixed_array) {
  std::int32_t a[] = {1, 2};
  replay(
      captures::fixed_size_in_array[0],
      [&](std::int32_t) { return windows::wire::fixed_size_in_array{a}; }, returns_success);
}

TEST(windows, array_of_strings) {
  char foo[] = "foo", bar2[] = "bar2";
  alignas(windows::strings) std::byte memory[sizeof(windows::strings) + 2 * sizeof(char*)];
  auto* s = new (memory) windows::strings{};
  s->count = 3;
  s->values[0] = foo;
  s->values[1] = bar2;
  s->values[2] = nullptr;
  replay(
      captures::strings_array[0], [&](std::int32_t) { return windows::wire::strings_array{s}; },
      returns_success);
}

}  // namespace

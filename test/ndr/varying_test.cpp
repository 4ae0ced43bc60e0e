// Arrays of which a part travels: offset and actual_count before the elements (C706 14.3.3.3 and
// 14.3.3.4), after max_count where the size is not fixed.
#include "wire.h"

#include <cstdint>
#include <string>

using namespace wire_test;

namespace {

struct window {
  std::uint32_t size{};
  std::uint32_t first{};
  std::uint32_t length{};
  std::int16_t* a{};
};
struct buffer_of {
  std::uint32_t size{};
  std::uint32_t* length{};
  std::int32_t* a{};
};
struct filled {
  std::uint32_t size{};
  std::uint32_t* length{};
  std::int32_t* a{};
};
struct made {
  std::uint32_t* size{};
  std::uint32_t* length{};
  std::int32_t** a{};
};
struct four {
  std::uint32_t* length{};
  std::int16_t* a{};
};

struct holder {
  std::int32_t* number;
};
struct of_structures {
  std::uint32_t size{};
  std::uint32_t first{};
  holder* t{};
};

}  // namespace

template <>
struct rpc::operation<window> {
  RPC_TEST_OPERATION(window);
  static ndr::checked a_size(const call& self) { return ndr::checked(self.size); }
  static ndr::checked a_length(const call& self) { return ndr::checked(self.length); }
  static ndr::checked a_first(const call& self) { return ndr::checked(self.first); }
  using parameters = ndr::parameters<
      ndr::in<"size", &call::size>, ndr::in<"first", &call::first>,
      ndr::in<"length", &call::length>,
      ndr::in<"a", &call::a, ndr::ref<ndr::conformant_varying<&a_size, &a_length, &a_first>>>>;
};
template <>
struct rpc::operation<buffer_of> {
  RPC_TEST_OPERATION(buffer_of);
  static ndr::checked a_size(const call& self) { return ndr::checked(self.size); }
  static ndr::checked a_length(const call& self) { return ndr::pointee(self.length); }
  using parameters = ndr::parameters<
      ndr::in<"size", &call::size>, ndr::in_out<"length", &call::length, ndr::ref<>>,
      ndr::in_out<"a", &call::a, ndr::unique<ndr::conformant_varying<&a_size, &a_length>>>>;
};
template <>
struct rpc::operation<filled> {
  RPC_TEST_OPERATION(filled);
  static ndr::checked a_size(const call& self) { return ndr::checked(self.size); }
  static ndr::checked a_length(const call& self) { return ndr::pointee(self.length); }
  using parameters = ndr::parameters<
      ndr::in<"size", &call::size>, ndr::out<"length", &call::length, ndr::ref<>>,
      ndr::out<"a", &call::a, ndr::ref<ndr::conformant_varying<&a_size, &a_length>>>>;
};
template <>
struct rpc::operation<made> {
  RPC_TEST_OPERATION(made);
  static ndr::checked a_size(const call& self) { return ndr::pointee(self.size); }
  static ndr::checked a_length(const call& self) { return ndr::pointee(self.length); }
  using parameters = ndr::parameters<
      ndr::out<"size", &call::size, ndr::ref<>>, ndr::out<"length", &call::length, ndr::ref<>>,
      ndr::out<"a", &call::a, ndr::ref<ndr::unique<ndr::conformant_varying<&a_size, &a_length>>>>>;
};
template <>
struct rpc::operation<four> {
  RPC_TEST_OPERATION(four);
  static ndr::checked a_length(const call& self) { return ndr::pointee(self.length); }
  using parameters =
      ndr::parameters<ndr::in_out<"a", &call::a, ndr::ref<ndr::varying<4, &a_length>>>,
                      ndr::in_out<"length", &call::length, ndr::ref<>>>;
};
template <>
struct rpc::ndr::layout<holder> {
  using type = holder;
  using members = fields<field<"number", &type::number, ref<>>>;
};
template <>
struct rpc::operation<of_structures> {
  RPC_TEST_OPERATION(of_structures);
  static ndr::checked t_size(const call& self) { return ndr::checked(self.size); }
  static ndr::checked t_length(const call&) { return ndr::checked(1); }
  static ndr::checked t_first(const call& self) { return ndr::checked(self.first); }
  using parameters = ndr::parameters<
      ndr::in<"size", &call::size>, ndr::in<"first", &call::first>,
      ndr::in<"t", &call::t, ndr::ref<ndr::conformant_varying<&t_size, &t_length, &t_first>>>>;
};

namespace {

TEST(Varying, SendsMaxCountOffsetActualCountAndTheseElements) {
  std::int16_t a[4] = {9, 1, 2, 9};
  const std::string members = "04000000 01000000 02000000";
  EXPECT_EQ(request(ndr20, window{4, 1, 2, a}),
            hex(members + "04000000 01000000 02000000 0100 0200"));
  EXPECT_EQ(request(ndr64, window{4, 1, 2, a}),
            hex(members + "00000000 0400000000000000 0100000000000000 0200000000000000 0100 0200"));
}

TEST(Varying, IsReadIntoStorageOfMaxCountZeroedAround) {
  for (const auto& [syntax, sender, stub] :
       {std::tuple{ndr20, std::endian::little,
                   "04000000 01000000 02000000 04000000 01000000 02000000 0100 0200"},
        std::tuple{ndr64, std::endian::little,
                   "04000000 01000000 02000000 00000000 0400000000000000 0100000000000000 "
                   "0200000000000000 0100 0200"},
        std::tuple{ndr20, std::endian::big,
                   "00000004 00000001 00000002 00000004 00000001 00000002 0001 0002"}}) {
    const received<window> got(syntax, stub, sender);
    EXPECT_FALSE(got.in_message(got.frame.a));
    EXPECT_EQ(got.frame.a[0], 0);
    EXPECT_EQ(got.frame.a[1], 1);
    EXPECT_EQ(got.frame.a[2], 2);
    EXPECT_EQ(got.frame.a[3], 0);
  }
}

TEST(Varying, IsCopiedEvenWhereAllOfItTravels) {
  const received<window> all(ndr20,
                             "02000000 00000000 02000000 02000000 00000000 02000000 0100 0200");
  EXPECT_FALSE(all.in_message(all.frame.a));
  EXPECT_EQ(all.frame.a[1], 2);
}

TEST(Varying, MayTravelWithoutElements) {
  std::int16_t a[4] = {};
  EXPECT_EQ(request(ndr20, window{4, 4, 0, a}),
            hex("04000000 04000000 00000000 04000000 04000000 00000000"));
  EXPECT_EQ(request(ndr20, window{0, 0, 0, a}),
            hex("00000000 00000000 00000000 00000000 00000000 00000000"));
  const received<window> got(ndr20, "04000000 00000000 00000000 04000000 00000000 00000000");
  for (int i = 0; i < 4; ++i) EXPECT_EQ(got.frame.a[i], 0);
}

TEST(Varying, PartsOutsideTheArrayAreNotSent) {
  std::int16_t a[4] = {};
  for (const window& w : {window{4, 1, 4, a}, window{4, 5, 0, a}, window{4, 0xffffffff, 1, a}}) {
    const auto [code, text] = failure_of([&] { request(ndr20, w); });
    EXPECT_EQ(code, rpc::status::invalid_bound);
    EXPECT_NE(text.find("window: 'a': the part that travels begins at"), std::string::npos) << text;
  }
}

struct bad_part {
  const char* what;
  const char* stub;
};

TEST(Varying, CountsThatDisagreeOrExceedTheArrayAreRefused) {
  for (const auto& [what, stub] : {
           bad_part{"offset + actual_count > max_count",
                    "04000000 03000000 02000000 04000000 03000000 02000000 0100 0200"},
           bad_part{"their sum overflows",
                    "04000000 ffffffff 02000000 04000000 ffffffff 02000000 0100 0200"},
           bad_part{"max_count is not size_is",
                    "04000000 01000000 02000000 05000000 01000000 02000000 0100 0200"},
           bad_part{"offset is not first_is",
                    "04000000 01000000 02000000 04000000 02000000 02000000 0100 0200"},
           bad_part{"actual_count is not length_is",
                    "04000000 01000000 02000000 04000000 01000000 01000000 0100 0200"},
           bad_part{"one element too few",
                    "04000000 01000000 02000000 04000000 01000000 02000000 0100 02"},
           bad_part{"no elements", "04000000 00000000 04000000 04000000 00000000 04000000"},
       }) {
    const auto [code, text] = failure_of([&, data = stub] { received<window>(ndr20, data); });
    EXPECT_EQ(code, rpc::status::bad_stub_data) << what;
    EXPECT_NE(text.find("window: 'a'"), std::string::npos) << what << ": " << text;
  }
  const auto [code, text] = failure_of([] {
    received<window>(ndr64,
                     "04000000 01000000 02000000 00000000 0400000000000000 0100000001000000 "
                     "0200000000000000 0100 0200");
  });
  EXPECT_EQ(code, rpc::status::bad_stub_data) << "the high half of an offset";
  const auto offset = failure_of([] {
    received<buffer_of>(ndr20, "04000000 01000000 00000200 04000000 01000000 01000000 07000000");
  });
  EXPECT_EQ(offset.first, rpc::status::bad_stub_data) << "an offset without first_is";
}

// Nothing in the message bounds max_count.
TEST(Varying, MaxCountIsChargedToTheCallsBudget) {
  for (const char* n : {"ffffffff", "00000200"}) {
    const auto [code, text] = failure_of([&] {
      received<window>(ndr20, std::string(n) + "00000000 00000000" + n + "00000000 00000000",
                       std::endian::little, 0x10000);
    });
    EXPECT_EQ(code, rpc::status::out_of_memory) << n;
  }
  const auto [code, text] = failure_of([&] {
    received<window>(ndr64,
                     "00000000 00000000 00000000 00000000 ffffffffffffffff 0000000000000000 "
                     "0000000000000000");
  });
  EXPECT_EQ(code, rpc::status::out_of_memory) << "more bytes than 64 bits can count";
}

TEST(Varying, NullHasNeitherSizeNorLength) {
  EXPECT_EQ(received<buffer_of>(ndr20, "00000000 00000000 00000000").frame.a, nullptr);
  for (const char* stub : {"01000000 00000000 00000000", "00000000 01000000 00000000"}) {
    const auto [code, text] = failure_of([&] { received<buffer_of>(ndr20, stub); });
    EXPECT_EQ(code, rpc::status::bad_stub_data);
    EXPECT_NE(text.find("pointer is null"), std::string::npos) << text;
  }
}

// The example of the specification (server-stub-memory): storage of `size`, of which *length travel
// each way.
TEST(Varying, LengthsMayChangeBetweenRequestAndResponse) {
  received<buffer_of> call(ndr20, "03000000 01000000 00000200 03000000 00000000 01000000 07000000");
  call.frame.a[1] = 8;
  call.frame.a[2] = 9;
  *call.frame.length = 3;
  const std::string answer =
      "03000000 00000200 03000000 00000000 03000000 07000000 08000000 09000000";
  EXPECT_EQ(response(ndr20, call.frame), hex(answer));
  std::uint32_t length = 1;
  std::int32_t a[4] = {7, -1, -1, -1};
  buffer_of frame{3, &length, a};
  receive(frame, answer);
  EXPECT_EQ(length, 3u);
  EXPECT_EQ(a[2], 9);
  EXPECT_EQ(a[3], -1);
  *call.frame.length = 4;
  EXPECT_EQ(failure_of([&] { response(ndr20, call.frame); }).first, rpc::status::invalid_bound);
}

TEST(Varying, ResultsWriteOnlyWhatTravelled) {
  received<filled> call(ndr20, "03000000");
  for (int i = 0; i < 3; ++i) EXPECT_EQ(call.frame.a[i], 0) << "prepared";
  std::uint32_t length = 77;
  std::int32_t a[4] = {-1, -1, -1, -1};
  filled frame{3, &length, a};
  receive(frame, "02000000 03000000 00000000 02000000 07000000 08000000");
  EXPECT_EQ(length, 2u);
  EXPECT_EQ(a[1], 8);
  EXPECT_EQ(a[2], -1);
  EXPECT_EQ(failure_of([&] {
              receive(frame,
                      "04000000 04000000 00000000 04000000 01000000 02000000 03000000 "
                      "04000000");
            }).first,
            rpc::status::byte_count_too_small);
  EXPECT_EQ(a[3], -1);
}

TEST(Varying, NewStorageOfAClientHasMaxCountElements) {
  std::uint32_t size = 0, length = 0;
  std::int32_t* a = nullptr;
  made frame{&size, &length, &a};
  receive(frame, "04000000 01000000 00000200 04000000 00000000 01000000 07000000");
  ASSERT_NE(a, nullptr);
  EXPECT_EQ(a[0], 7);
  for (int i = 1; i < 4; ++i) EXPECT_EQ(a[i], 0);
  rpc::free(a);
  a = nullptr;
  EXPECT_EQ(failure_of([&] {
              receive(frame, "ffffff7f 00000000 00000200 ffffff7f 00000000 00000000");
            }).first,
            rpc::status::out_of_memory);
  EXPECT_EQ(a, nullptr);
}

TEST(Varying, OfFixedSizeHasNoMaxCount) {
  std::uint32_t length = 2;
  std::int16_t a[4] = {1, 2, 3, 4};
  EXPECT_EQ(request(ndr20, four{&length, a}), hex("00000000 02000000 0100 0200 02000000"));
  EXPECT_EQ(request(ndr64, four{&length, a}),
            hex("0000000000000000 0200000000000000 0100 0200 02000000"));
  const received<four> part(ndr20, "00000000 00000002 0001 0002 00000002", std::endian::big);
  EXPECT_EQ(part.frame.a[1], 2);
  EXPECT_EQ(part.frame.a[2], 0);
  const received<four> all(ndr20, "00000000 04000000 0100 0200 0300 0400 04000000");
  EXPECT_FALSE(all.in_message(all.frame.a));
  EXPECT_EQ(failure_of([] {
              received<four>(ndr20, "00000000 05000000 0100 0200 0300 0400 0500 0000 05000000");
            }).first,
            rpc::status::bad_stub_data);
  four frame{&length, a};
  receive(frame, "00000000 01000000 0700 0000 01000000");
  EXPECT_EQ(a[0], 7);
  EXPECT_EQ(a[1], 2);
}

TEST(Varying, PointersOutsideThePartAreNotFollowed) {
  std::int32_t number = 5;
  holder t[3] = {{nullptr}, {&number}, {nullptr}};
  const std::string stub = "03000000 01000000 03000000 01000000 01000000 00000200 05000000";
  EXPECT_EQ(request(ndr20, of_structures{3, 1, t}), hex(stub));
  const received<of_structures> got(ndr20, stub);
  EXPECT_EQ(got.frame.t[0].number, nullptr);
  EXPECT_EQ(*got.frame.t[1].number, 5);
  EXPECT_EQ(got.frame.t[2].number, nullptr);
}

}  // namespace

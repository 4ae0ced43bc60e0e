// Type serialisation (MS-RPCE 2.2.6 and 2.2.7): headers, padding, several objects in a stream.
#include "wire.h"

#include <rpc/serialize.h>

#include <cstdint>
#include <cstring>
#include <random>
#include <string>
#include <vector>

using namespace wire_test;
using rpc::serialization;

namespace {

enum class colour : std::uint16_t { red = 1 };

struct entry {
  std::int32_t number;
  char* text;
};
struct sid {
  std::uint8_t count;
  std::uint32_t parts[1];
};
struct list {
  std::uint8_t value;
  list* next;
};
struct two_arrays {
  std::uint32_t count;
  std::int64_t* first;
  std::int16_t between[3];
  std::uint8_t* second;
};

}  // namespace

template <>
struct rpc::ndr::layout<colour> {
  using wire = enum16<>;
};
template <>
struct rpc::ndr::layout<entry> {
  using type = entry;
  using members =
      fields<field<"number", &type::number>, field<"text", &type::text, unique<string>>>;
};
template <>
struct rpc::ndr::layout<sid> {
  using type = sid;
  static checked parts_size(const type& self) { return checked(self.count); }
  using members =
      fields<field<"count", &type::count>, field<"parts", &type::parts, conformant<&parts_size>>>;
};
template <>
struct rpc::ndr::layout<list> {
  using type = list;
  using members = fields<field<"value", &type::value>, field<"next", &type::next, unique<>>>;
};

template <>
struct rpc::ndr::layout<two_arrays> {
  using type = two_arrays;
  static checked size(const type& self) { return self.count; }
  using members =
      fields<field<"count", &type::count>, field<"first", &type::first, unique<conformant<size>>>,
             field<"between", &type::between>,
             field<"second", &type::second, unique<conformant<size>>>>;
};

namespace {

std::string hex(const std::vector<std::byte>& b) {
  rpc::buffer copy;
  copy.append(b);
  return wire_test::hex(copy);
}

constexpr rpc::syntax_id interface_id{rpc::uuid{"60a15ec5-4de8-11d7-a637-005056a20182"}, 3, 4};
constexpr rpc::encode_options ndr20_v2{.format = serialization::version2_ndr20,
                                       .interface = interface_id};
constexpr rpc::encode_options ndr64_v2{.format = serialization::version2_ndr64,
                                       .interface = interface_id};

const std::string v1 = wire_test::hex("01 10 0800 cccccccc");
const std::string v1_big = wire_test::hex("01 00 0800 cccccccc");
const std::string v2_begin =
    wire_test::hex("02 10 4000 cccccccc cccccccc cccccccc cccccccc cccccccc");
const std::string v2_end = wire_test::hex("c55ea160 e84d d711 a637 005056a20182 0300 0400");
const std::string v2_ndr20 =
    v2_begin + wire_test::hex("045d888a eb1c c911 9fe8 08002b104860 0200 0000") + v2_end;
const std::string v2_ndr64 =
    v2_begin + wire_test::hex("33057171 babe 3749 8319 b5dbef9ccc36 0100 0000") + v2_end;

const std::string entry_ndr20 =
    wire_test::hex("07000000 00000200 03000000 00000000 03000000 686900");
const std::string entry_ndr64 = wire_test::hex(
    "07000000 00000000 0000020000000000 0300000000000000 0000000000000000 0300000000000000 686900");

template <class T>
rpc::decoded<T> decoded_from(const std::string& digits, const rpc::decode_options& options = {}) {
  const rpc::buffer stream = bytes(digits);
  return rpc::decode<T>(stream.bytes(), options);
}

char hi[] = "hi";
const entry seven{7, hi};

// They are not copied twice, but must lie where a writer of calls puts them.
TEST(Serialize, LargeArraysLieWhereTheyBelong) {
  std::vector<std::int64_t> first(40'000);
  std::vector<std::uint8_t> second(first.size());
  for (std::size_t i = 0; i < first.size(); ++i) {
    first[i] = static_cast<std::int64_t>(i) << 20;
    second[i] = static_cast<std::uint8_t>(i);
  }
  for (const std::size_t count : {std::size_t{1}, std::size_t{2'047}, std::size_t{2'048},
                                  std::size_t{16'383}, std::size_t{16'384}, first.size()}) {
    const two_arrays object{
        static_cast<std::uint32_t>(count), first.data(), {1, 2, 3}, second.data()};
    for (const auto format : {serialization::version1, serialization::version2_ndr64}) {
      rpc::buffer expected;
      rpc::ndr::writer w(rpc::ndr::syntax_of(format), expected, std::size_t{1} << 24);
      rpc::ndr::put_object(
          w, rpc::ndr::referent_description<rpc::ndr::plain, two_arrays, void>::value, &object);
      w.finish();
      const std::vector<std::byte> stream = rpc::encode(object, {.format = format});
      const std::size_t header = format == serialization::version1 ? 16 : 80;
      ASSERT_GE(stream.size(), header + expected.size());
      EXPECT_EQ(std::memcmp(stream.data() + header, expected.data(), expected.size()), 0) << count;
      const auto copy = rpc::decode<two_arrays>(stream);
      EXPECT_EQ(std::memcmp(copy->first, first.data(), count * sizeof first[0]), 0);
      EXPECT_EQ(std::memcmp(copy->second, second.data(), count), 0);
    }
  }
}

void expect_seven(const entry& e) {
  EXPECT_EQ(e.number, 7);
  EXPECT_STREQ(e.text, "hi");
}

struct serialized {
  rpc::encode_options options;
  std::string bytes;
};
const serialized entries[] = {
    {{}, v1 + wire_test::hex("18000000 00000000") + entry_ndr20 + "00"},
    {ndr20_v2, v2_ndr20 + wire_test::hex("20000000 00000000 00000000 00000000") + entry_ndr20 +
                   wire_test::hex("00 0000000000000000")},
    {ndr64_v2, v2_ndr64 + wire_test::hex("30000000 00000000 00000000 00000000") + entry_ndr64 +
                   wire_test::hex("0000000000")},
};

TEST(Serialize, ObjectsHaveHeadersAndPadding) {
  for (const auto& [options, stream] : entries) {
    EXPECT_EQ(hex(rpc::encode(seven, options)), stream);
    expect_seven(*decoded_from<entry>(stream));
  }
}

TEST(Serialize, BigEndianStreamsAreRead) {
  expect_seven(*decoded_from<entry>(
      v1_big + wire_test::hex("00000018 00000000 00000007 00020000 00000003 00000000 00000003") +
      wire_test::hex("686900 00")));
}

TEST(Serialize, PointersHaveAReferentAndMayBeNull) {
  const std::string stream =
      v1 + wire_test::hex("20000000 00000000 00000200") +
      wire_test::hex("07000000 04000200 03000000 00000000 03000000 686900 00 00000000");
  EXPECT_EQ(hex(rpc::encode(&seven)), stream);
  expect_seven(**decoded_from<entry*>(stream));

  const std::string null = v1 + wire_test::hex("08000000 00000000 00000000 00000000");
  EXPECT_EQ(hex(rpc::encode(static_cast<const entry*>(nullptr))), null);
  EXPECT_EQ(*decoded_from<entry*>(null), nullptr);
}

TEST(Serialize, OpenStructuresHaveTheirCountInFront) {
  alignas(sid) std::byte memory[16];
  auto* two = reinterpret_cast<sid*>(memory);
  two->count = 2;
  two->parts[0] = 5;
  std::memset(memory + 8, 0x66, 4);
  const std::string stream =
      v1 + wire_test::hex("10000000 00000000 02000000 02000000 05000000 66666666");
  EXPECT_EQ(hex(rpc::encode(*two)), stream);
  const auto copy = decoded_from<sid>(stream);
  EXPECT_EQ(copy->count, 2);
  EXPECT_EQ(copy->parts[0], 5u);
}

TEST(Serialize, PrimitivesHaveNoHeaderInVersion1) {
  rpc::encoder mixed;
  mixed.add(std::uint16_t{0x1234}).add(seven).add(colour::red).add(true).add(2.0);
  const std::string stream = v1 + wire_test::hex("3412 000000000000 18000000 00000000") +
                             entry_ndr20 + wire_test::hex("00 0100 000000000000") +
                             wire_test::hex("01 00000000000000 0000000000000040");
  EXPECT_EQ(hex(std::move(mixed).take()), stream);

  const rpc::buffer input = bytes(stream);
  rpc::decoder objects(input.bytes());
  EXPECT_EQ(objects.consumed(), 8u);
  EXPECT_EQ(*objects.next<std::uint16_t>(), 0x1234);
  EXPECT_EQ(objects.consumed(), 16u);
  expect_seven(*objects.next<entry>());
  EXPECT_EQ(objects.consumed(), 48u);
  EXPECT_EQ(*objects.next<colour>(), colour::red);
  EXPECT_EQ(*objects.next<bool>(), true);
  EXPECT_FALSE(objects.done());
  EXPECT_EQ(*objects.next<double>(), 2.0);
  EXPECT_TRUE(objects.done());
  EXPECT_EQ(failure_of([&] { (void)objects.next<entry>(); }).first, rpc::status::bad_stub_data);
}

TEST(Serialize, PrimitivesHaveOneInVersion2) {
  const std::string stream = v2_ndr64 + wire_test::hex("10000000 00000000 00000000 00000000") +
                             wire_test::hex("01000000 00000000 00000000 00000000");
  EXPECT_EQ(hex(rpc::encode(colour::red, ndr64_v2)), stream);
  EXPECT_EQ(*decoded_from<colour>(stream), colour::red);
}

TEST(Serialize, StreamsTellTheirFormatAndInterface) {
  const auto stream = rpc::encode(seven, ndr64_v2);
  const rpc::decoder objects(stream);
  EXPECT_EQ(objects.format(), serialization::version2_ndr64);
  EXPECT_EQ(objects.interface(), interface_id);
}

TEST(Serialize, FillersAreIgnored) {
  for (auto [options, stream] : entries) {
    stream.replace(8, 8, "01234567");
    expect_seven(*decoded_from<entry>(stream));
  }
}

// impacket writes such lengths, and Windows takes them.
TEST(Serialize, LengthsNeedNotCountThePadding) {
  const std::string unpadded = wire_test::hex("17000000 00000000") + entry_ndr20;
  expect_seven(*decoded_from<entry>(v1 + unpadded));
  expect_seven(*decoded_from<entry>(v1 + unpadded + "00"));

  const rpc::buffer two = bytes(v1 + unpadded + "00" + unpadded);
  rpc::decoder objects(two.bytes());
  expect_seven(*objects.next<entry>());
  expect_seven(*objects.next<entry>());
  EXPECT_TRUE(objects.done());
  EXPECT_EQ(*decoded_from<std::uint16_t>(v1 + "3412"), 0x1234);
}

TEST(Serialize, DecodedObjectsOutliveTheirBytesAndMove) {
  auto stream = rpc::encode(&seven);
  auto first = rpc::decode<entry*>(stream);
  const entry* at = *first;
  std::fill(stream.begin(), stream.end(), std::byte{0xFF});
  const auto moved = std::move(first);
  EXPECT_EQ(*moved, at);
  expect_seven(**moved);
}

TEST(Serialize, EveryTruncationIsRefused) {
  for (const auto& [options, stream] : entries)
    for (std::size_t size = 0; size < stream.size(); size += 2)
      EXPECT_EQ(failure_of([&] { decoded_from<entry>(stream.substr(0, size)); }).first,
                rpc::status::bad_stub_data)
          << size;
}

// Wrong bytes end in an error or a value, never in a fault of memory, within the budget.
TEST(Serialize, CorruptedStreamsAreErrorsOrValues) {
  std::mt19937 random(7);
  std::size_t values = 0, errors = 0;
  for (const auto& [options, digits] : entries) {
    const rpc::buffer stream = bytes(digits);
    for (int i = 0; i < 5000; ++i) {
      rpc::buffer wrong;
      wrong.append(stream.bytes());
      for (unsigned flips = 1 + random() % 3; flips > 0; --flips)
        wrong.data()[random() % wrong.size()] = static_cast<std::byte>(random());
      try {
        const auto copy = rpc::decode<entry*>(wrong.bytes(), {.memory = 4096});
        values += *copy == nullptr || (*copy)->text == nullptr || std::strlen((*copy)->text) < 64;
      } catch (const rpc::error&) {
        ++errors;
      }
      try {
        const auto copy = rpc::decode<entry>(wrong.bytes(), {.memory = 4096});
        values += copy->text == nullptr || std::strlen(copy->text) < 64;
      } catch (const rpc::error&) {
        ++errors;
      }
    }
  }
  EXPECT_EQ(values + errors, 30000u);
  EXPECT_GT(values, 1000u);
}

TEST(Serialize, ErrorsNameTypeAndField) {
  const auto refused = [](const std::string& stream, std::string_view expected) {
    const auto [code, text] = failure_of([&] { decoded_from<entry>(stream); });
    EXPECT_EQ(code, rpc::status::bad_stub_data);
    EXPECT_NE(text.find(expected), std::string::npos) << text;
  };
  refused(v1 + wire_test::hex("18000000 00000000 07000000 00000200 03000000 00000000 03000000") +
              "68696a00",
          "entry: 'text': ");
  refused(entries[0].bytes + "0000000000000000", "entry: 8 bytes follow the object");
  refused(v1 + wire_test::hex("10000000 00000000 07000000 00000000"),
          "entry: its length is 16, but 8 bytes are left");
  refused(v1 + wire_test::hex("00000000 00000000"), "entry: the data end too early");
  refused(wire_test::hex("03 10 0800 cccccccc"), "its version is 3");
  refused(wire_test::hex("01 20 0800 cccccccc"), "its byte order is 32");
  refused(wire_test::hex("01 10 1000 cccccccc"), "its header is not of 8 bytes");
  refused(wire_test::hex("02 00") + v2_ndr20.substr(4), "its byte order is 0");

  std::string unknown = v2_ndr20;
  unknown.replace(48, 2, "05");
  EXPECT_EQ(failure_of([&] { decoded_from<entry>(unknown); }).first,
            rpc::status::unsupported_transfer_syntax);
}

TEST(Serialize, WhatCannotTravelLeavesTheStreamAsItWas) {
  rpc::encoder stream;
  EXPECT_EQ(failure_of([&] { stream.add(static_cast<colour>(40000)); }).first,
            rpc::status::enum_value_out_of_range);
  stream.add(colour::red);
  EXPECT_EQ(hex(std::move(stream).take()), v1 + wire_test::hex("0100 000000000000"));
}

TEST(Serialize, LimitsHold) {
  const rpc::encode_options small{.limit = 22}, enough{.limit = 23};
  EXPECT_EQ(failure_of([&] { (void)rpc::encode(seven, small); }).first, rpc::status::invalid_bound);
  EXPECT_NO_THROW((void)rpc::encode(seven, enough));

  std::vector<list> nodes(10000);
  for (std::size_t i = 0; i + 1 < nodes.size(); ++i) nodes[i].next = &nodes[i + 1];
  const auto stream = rpc::encode(nodes[0]);
  EXPECT_EQ(failure_of([&] { (void)rpc::decode<list>(stream, {.memory = 100'000}); }).first,
            rpc::status::out_of_memory);
  const auto whole = rpc::decode<list>(stream, {.memory = 1'000'000});
  std::size_t length = 0;
  for (const list* at = &*whole; at != nullptr; at = at->next) ++length;
  EXPECT_EQ(length, nodes.size());
}

}  // namespace

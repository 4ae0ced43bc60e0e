// Types without operations, to bytes and back, through generated layouts.

#include "serialize.h"

#include <gtest/gtest.h>
#include <rpc/serialize.h>

#include <cstdint>
#include <string>
#include <vector>

#include "hex.h"

namespace {

constexpr rpc::serialization formats[] = {rpc::serialization::version1,
                                          rpc::serialization::version2_ndr20,
                                          rpc::serialization::version2_ndr64};

std::string hex(const std::vector<std::byte>& bytes) {
  rpc::buffer copy;
  copy.append(bytes);
  return to_hex(copy);
}

TEST(serialize, types_of_every_place) {
  EXPECT_EQ(hex(rpc::encode(stamp{5, 2026})),
            "01100800cccccccc"
            "1000000000000000"
            "0500000000000000"
            "ea07000000000000");
  EXPECT_EQ(hex(rpc::encode(numbers{1, 2})),
            "01100800cccccccc"
            "0800000000000000"
            "0100000002000000");
  EXPECT_EQ(hex(rpc::encode(store::kind::list)),
            "01100800cccccccc"
            "0200000000000000");
}

TEST(serialize, there_and_back) {
  char16_t text[] = u"text";
  store::value values[] = {{store::kind::number, {.number = -1}},
                           {store::kind::text, {.text = text}},
                           {store::kind::list, {.list = nullptr}}};
  store::record last{0, nullptr, {1, 2}, nullptr};
  values[2].u.list = &last;
  const store::record first{3, values, {3, 4}, &last};

  for (const rpc::serialization format : formats) {
    const auto bytes = rpc::encode(&first, {.format = format});
    const auto copy = rpc::decode<store::record*>(bytes);
    const store::record& r = **copy;
    ASSERT_EQ(r.n, 3u);
    EXPECT_EQ(r.values[0].u.number, -1);
    EXPECT_EQ(std::u16string(r.values[1].u.text), text);
    EXPECT_EQ(r.values[2].u.list->when.seconds, 1);
    EXPECT_EQ(r.next->when.year, 2);
    EXPECT_EQ(r.next->next, nullptr);
    EXPECT_EQ(rpc::encode(*copy, {.format = format}), bytes);
  }
}

TEST(serialize, errors_name_type_and_field) {
  auto bytes = rpc::encode(store::value{store::kind::number, {.number = 1}});
  bytes[16] = std::byte{9};
  try {
    (void)rpc::decode<store::value>(bytes);
    FAIL();
  } catch (const rpc::error& e) {
    EXPECT_EQ(e.code(), rpc::status::bad_stub_data);
    EXPECT_NE(std::string(e.what()).find("store::value: 'u': the discriminant 9 selects no arm"),
              std::string::npos)
        << e.what();
  }
}

}  // namespace

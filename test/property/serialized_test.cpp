// What must hold for every type that travels by itself (test/e2e/serialize.h), shown with random
// values in every format.

#include <gtest/gtest.h>
#include <rpc/serialize.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "fill.h"
#include "serialize.h"

namespace rpc::test {
namespace {

constexpr std::uint64_t objects = 25;
constexpr int corruptions = 100;
constexpr std::byte pattern{0xA5};
constexpr serialization formats[] = {serialization::version1, serialization::version2_ndr20,
                                     serialization::version2_ndr64};

using stream = std::vector<std::byte>;

template <class T>
class serialized : public testing::Test {
 protected:
  /// The bytes of random objects, handed to `use` with their format.
  template <class Use>
  static void each_stream(Use use, std::byte fill = pattern) {
    for (const serialization format : formats) {
      for (std::uint64_t seed = 1; seed <= objects; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        values random(seed, fill);
        const T& object = *random_referent<ndr::plain, T>::make(random, 0);
        use(format, encode(object, {.format = format}));
        if (HasFailure()) return;
      }
    }
  }

  /// The stream of what a stream holds; nothing if it is refused.
  static std::optional<stream> recoded(std::span<const std::byte> bytes, serialization format) {
    std::optional<decoded<T>> object;
    try {
      object.emplace(decode<T>(bytes));
    } catch (const error&) {
      return std::nullopt;
    }
    return encode(**object, {.format = format});
  }
};

using every_type =
    testing::Types<stamp, numbers, store::kind, store::value, store::record, store::open_record>;
TYPED_TEST_SUITE(serialized, every_type);

TYPED_TEST(serialized, decoded_and_encoded_again_an_object_is_the_same) {
  this->each_stream([this](serialization format, const stream& bytes) {
    EXPECT_EQ(this->recoded(bytes, format), bytes);
  });
}

TYPED_TEST(serialized, equal_values_are_equal_bytes_whatever_memory_held_before) {
  std::vector<stream> first;
  std::vector<stream> second;
  this->each_stream([&](serialization, const stream& bytes) { first.push_back(bytes); });
  this->each_stream([&](serialization, const stream& bytes) { second.push_back(bytes); }, ~pattern);
  EXPECT_EQ(first, second);
}

TYPED_TEST(serialized, every_truncation_is_refused) {
  this->each_stream([this](serialization format, const stream& bytes) {
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      const std::optional<stream> rest = this->recoded(std::span(bytes).first(size), format);
      // A primitive type in version 1 has no header that says how many bytes there are: without
      // the gap behind it it is the same.
      if (ndr::serial<TypeParam>::primitive && rest == bytes) continue;
      EXPECT_EQ(rest, std::nullopt) << size;
    }
  });
}

TYPED_TEST(serialized, a_corrupted_object_is_refused_or_a_value) {
  values random(1, pattern);
  this->each_stream([&](serialization format, const stream& bytes) {
    for (int n = 0; n < corruptions; ++n) {
      stream changed = bytes;
      for (std::uint64_t more = 1 + random.below(3); more > 0; --more)
        changed[random.below(changed.size())] = static_cast<std::byte>(random.bits());
      const std::optional<stream> once = this->recoded(changed, format);
      if (once) ASSERT_EQ(this->recoded(*once, format), once);
    }
  });
}

}  // namespace
}  // namespace rpc::test

// What must hold for every operation of every interface, shown with random values: the programs
// that this is linked into say whose operations (subject.h).
//
// The environment may say more: RPC_TEST_SEED, where random values begin (they are the same in
// every run without it), and RPC_TEST_CORRUPTIONS, how often each message is corrupted.

#include <gtest/gtest.h>
#include <malloc.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>
#include <span>
#include <string>
#include <vector>

#include "../agreement/remarks.h"
#include "subject.h"

namespace rpc::test {
namespace {

std::uint64_t number_from_environment(const char* name, std::uint64_t otherwise) {
  const char* const text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

const std::uint64_t first_seed = number_from_environment("RPC_TEST_SEED", 1);
const std::uint64_t corruptions = number_from_environment("RPC_TEST_CORRUPTIONS", 500);
constexpr std::uint64_t calls = 25;  // random calls of each operation

constexpr std::byte pattern{0xA5};
constexpr ndr::syntax syntaxes[] = {ndr::syntax::ndr20, ndr::syntax::ndr64};

std::string hex(const buffer& bytes) {
  constexpr char digits[] = "0123456789abcdef";
  std::string text;
  for (const std::byte b : bytes.bytes()) {
    text += digits[std::to_integer<unsigned>(b) >> 4];
    text += digits[std::to_integer<unsigned>(b) & 15];
  }
  return text;
}

/// One message of a call, and how its receiver decodes it.
struct message {
  const subject& of;
  ndr::syntax syntax;
  std::span<const std::byte> request;  // as the client sent it
  bool is_response;

  /// False if the receiver refuses `stub`, or what came of `granted` bytes: as much memory as
  /// they would get has to do.
  bool recode(std::endian sender, std::span<const std::byte> stub, buffer& again,
              std::size_t granted = 0) const {
    const std::size_t budget = fuzz_budget(request.size() + std::max(granted, stub.size()));
    arena memory(budget);
    const bool accepted = is_response
                              ? of.recode_response(syntax, request, sender, stub, memory, again)
                              : of.recode_request(syntax, sender, stub, memory, again);
    EXPECT_LE(memory.used(), budget);
    return accepted;
  }

  std::string decoded(std::endian sender, std::span<const std::byte> stub) const {
    buffer again;
    return recode(sender, stub, again) ? hex(again) : "refused";
  }
};

class properties : public testing::TestWithParam<subject> {
 protected:
  /// Both messages of random calls in both syntaxes, handed to `use` with their bytes and those of
  /// a big-endian sender.
  template <class Use>
  static void each_message(std::uint64_t seeds, Use use) {
    const subject& of = GetParam();
    for (std::uint64_t seed = first_seed; seed < first_seed + seeds; ++seed) {
      for (const ndr::syntax syntax : syntaxes) {
        SCOPED_TRACE("RPC_TEST_SEED=" + std::to_string(seed) +
                     (syntax == ndr::syntax::ndr20 ? " in NDR20" : " in NDR64"));
        messages little = of.make(syntax, seed, pattern);
        const messages big = of.swap(syntax, little);
        use(message{of, syntax, little.request.bytes(), false}, little.request, big.request);
        use(message{of, syntax, little.request.bytes(), true}, little.response, big.response);
        if (HasFailure()) return;
      }
    }
  }
};

TEST_P(properties, decoded_and_encoded_again_a_message_is_the_same) {
  each_message(calls, [](const message& m, const buffer& little, const buffer& big) {
    EXPECT_EQ(m.decoded(std::endian::little, little.bytes()), hex(little));
    EXPECT_EQ(m.decoded(std::endian::big, big.bytes()), hex(little));
  });
}

TEST_P(properties, equal_values_are_equal_bytes_whatever_memory_held_before) {
  const subject& of = GetParam();
  for (std::uint64_t seed = first_seed; seed < first_seed + calls; ++seed) {
    for (const ndr::syntax syntax : syntaxes) {
      SCOPED_TRACE("RPC_TEST_SEED=" + std::to_string(seed));
      std::array<std::string, 4> seen;  // request and response, encoded and decoded
      for (const int fill : {0xA5, 0x5A}) {
        mallopt(M_PERTURB,
                fill);  // glibc fills every block; sanitizers have a pattern of their own
        const messages made = of.make(syntax, seed, static_cast<std::byte>(fill));
        const message request{of, syntax, made.request.bytes(), false};
        const message response{of, syntax, made.request.bytes(), true};
        const std::array bytes{hex(made.request), hex(made.response),
                               request.decoded(std::endian::little, made.request.bytes()),
                               response.decoded(std::endian::little, made.response.bytes())};
        if (fill == 0xA5) seen = bytes;
        EXPECT_EQ(bytes, seen);
      }
      mallopt(M_PERTURB, 0);
    }
  }
}

TEST_P(properties, every_truncation_is_refused) {
  each_message(10, [](const message& m, const buffer& little, const buffer& big) {
    for (std::size_t size = 0; size < little.size() && size < 1000; ++size) {
      const bool odd = size % 2 != 0;  // each in one byte order; other calls have it in the other
      const auto cut = (odd ? big : little).bytes().first(size);
      buffer again;
      EXPECT_FALSE(m.recode(odd ? std::endian::big : std::endian::little, cut, again)) << size;
    }
  });
}

/// Changes a few bytes, each to a random or a remarkable value, and perhaps the size.
void corrupt(values& random, buffer& bytes) {
  constexpr std::byte remarkable[] = {std::byte{0x00}, std::byte{0x01}, std::byte{0x7F},
                                      std::byte{0x80}, std::byte{0xFF}};
  for (std::uint64_t n = 1 + random.below(4); n > 0 && !bytes.empty(); --n)
    bytes.data()[random.below(bytes.size())] = random.one_in(2)
                                                   ? remarkable[random.below(std::size(remarkable))]
                                                   : static_cast<std::byte>(random.bits());
  if (random.one_in(8)) bytes.resize(random.below(bytes.size() + 1));
}

TEST_P(properties, a_corrupted_message_is_refused_or_a_value) {
  values random(first_seed, pattern);
  each_message(2, [&](const message& m, const buffer& little, const buffer& big) {
    for (std::uint64_t n = 0; n < corruptions; ++n) {
      const std::endian sender = random.one_in(4) ? std::endian::big : std::endian::little;
      buffer changed;
      changed.append((sender == std::endian::little ? little : big).bytes());
      corrupt(random, changed);
      buffer once;
      buffer twice;
      if (!m.recode(sender, changed.bytes(), once)) continue;
      ASSERT_TRUE(m.recode(std::endian::little, once.bytes(), twice, changed.size()))
          << hex(changed);
      ASSERT_TRUE(std::ranges::equal(once.bytes(), twice.bytes())) << hex(changed);
    }
  });
}

TEST_P(properties, memory_is_used_as_the_plugin_remarks) {
  const subject& of = GetParam();
  const std::string operation = of.interface + std::string("::") + of.name;
  constexpr std::uint64_t most = 2000;  // calls, until every remark has been shown to be true
  for (const ndr::syntax syntax : syntaxes) {
    SCOPED_TRACE(syntax == ndr::syntax::ndr20 ? "NDR20" : "NDR64");
    std::vector<std::string> unseen(of.parameters.begin(), of.parameters.end());
    for (std::uint64_t n = 0; n < calls || (n < most && !unseen.empty()); ++n) {
      messages little = of.make(syntax, first_seed + n, pattern);
      const call_memory memory = of.account(syntax, std::endian::little, little.request.bytes());
      for (const char* parameter : of.parameters) {
        const remark& said = remarks::on(operation, parameter, syntax);
        const call_memory::parameter now = memory.of(parameter);
        EXPECT_TRUE(said.allows(now))
            << parameter << " " << said << ", and has reused " << now.reused.blocks
            << " and allocated " << now.allocated.blocks
            << " with RPC_TEST_SEED=" << first_seed + n;
        if (said.is_shown_by(now)) std::erase(unseen, parameter);
      }
      if (HasFailure()) return;
      if (n >= 5) continue;
      const messages big = of.swap(syntax, little);
      EXPECT_EQ(of.account(syntax, std::endian::big, big.request.bytes()).reused().blocks, 0u);
    }
    EXPECT_EQ(unseen, std::vector<std::string>())
        << "in no call was there what the remarks promise";
  }
}

INSTANTIATE_TEST_SUITE_P(, properties, testing::ValuesIn(subjects()), [](const auto& one) {
  return one.param.interface + std::string("_") + one.param.name;
});

}  // namespace
}  // namespace rpc::test

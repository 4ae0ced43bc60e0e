// Structures that point to themselves have code of their own (direct.h). Whatever it meets, the
// engine does the same by the descriptor: it writes where full pointers are known, and it reads
// where memory is counted.
#include <gtest/gtest.h>
#include <rpc/call_memory.h>
#include <rpc/ndr/call.h>

#include <deque>
#include <random>
#include <string>
#include <vector>

#include "wire.h"

namespace {

using rpc::ndr::syntax;

// Everything that such code knows.
struct knot {
  std::int32_t count;
  knot* left;
  std::uint8_t* data;
  std::int16_t* must;
  std::int64_t* numbers;
  std::int16_t half;
  knot* right;
};

}  // namespace

template <>
struct rpc::ndr::layout<knot> {
  using type = knot;
  static checked size(const type& self) { return self.count; }
  using members = fields<field<"count", &type::count>, field<"left", &type::left, unique<>>,
                         field<"data", &type::data, unique<conformant<size>>>,
                         field<"must", &type::must, ref<conformant<size>>>,
                         field<"numbers", &type::numbers, unique<conformant<size>>>,
                         field<"half", &type::half>, field<"right", &type::right, unique<>>>;
};

namespace {

constexpr auto& described = rpc::ndr::referent_description<rpc::ndr::plain, knot, void>::value;
static_assert(rpc::ndr::is_node<knot>(rpc::ndr::layout<knot>::members{}));

/// Trees of any form.
class forest {
 public:
  explicit forest(unsigned seed) : random_(seed) {}

  knot* tree(unsigned nodes) {
    if (nodes == 0) return nullptr;
    knot& made = nodes_.emplace_back();
    made.count = static_cast<std::int32_t>(random_() % 4) * 9;
    made.half = 7;
    made.must = halves_.data();
    if (made.count != 0) {
      made.data = data_.data();
      made.numbers = numbers_.data();
    }
    const unsigned left = random_() % nodes;
    made.left = tree(left);
    made.right = tree(nodes - 1 - left);
    return &made;
  }
  /// `nodes` in a row, by pointers that are not the last of their structure.
  knot* row(unsigned nodes) {
    knot* last = nullptr;
    for (; nodes > 0; --nodes) {
      knot* const made = tree(1);
      made->left = last;
      last = made;
    }
    return last;
  }
  knot& any() { return nodes_[random_() % nodes_.size()]; }

 private:
  std::mt19937 random_;
  std::deque<knot> nodes_;
  std::vector<std::uint8_t> data_ = std::vector<std::uint8_t>(40, 3);
  std::vector<std::int64_t> numbers_ = std::vector<std::int64_t>(40, -1);
  std::vector<std::int16_t> halves_ = std::vector<std::int16_t>(40, 5);
};

struct outcome {
  std::string failure;
  std::string bytes;
  friend bool operator==(const outcome&, const outcome&) = default;
};

outcome written(syntax s, const knot* top, bool by_engine, std::size_t limit = 1 << 24) {
  rpc::buffer out;
  rpc::ndr::object_table objects;
  rpc::ndr::writer w(s, out, limit, {}, by_engine ? &objects : nullptr);
  rpc::ndr::put_object(w, described, top);
  if (w.failed()) return {w.failure().sentence(), {}};
  w.finish();
  return {{}, wire_test::hex(out)};
}

// What is read, as it is written again.
outcome read(syntax s, std::span<const std::byte> bytes, bool by_engine, std::size_t budget) {
  rpc::buffer message;
  message.append(bytes);
  rpc::arena memory(budget);
  rpc::call_memory account;
  if (by_engine) memory.set_record(&account);
  memory.set_message(message.bytes());
  rpc::ndr::server_storage storage(memory);
  rpc::ndr::reader r(s, message.bytes(), std::endian::little, storage);
  knot* top = nullptr;
  rpc::ndr::get_object(r, described, &top);
  r.finish();
  if (r.failed()) return {r.failure().sentence(), {}};
  return written(s, top, true);
}

class Direct : public testing::TestWithParam<syntax> {};
INSTANTIATE_TEST_SUITE_P(Syntaxes, Direct, testing::Values(syntax::ndr20, syntax::ndr64));

constexpr std::size_t ample = std::size_t{1} << 24;

TEST_P(Direct, WritesAndReadsWhatTheEngineDoes) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    forest f(seed);
    const knot* const top = seed % 5 == 0 ? f.row(1 + 3 * seed) : f.tree(1 + seed);
    const outcome expected = written(GetParam(), top, true);
    ASSERT_EQ(expected.failure, "");
    EXPECT_EQ(written(GetParam(), top, false), expected);
    const rpc::buffer message = wire_test::bytes(expected.bytes);
    EXPECT_EQ(read(GetParam(), message.bytes(), false, ample), expected);
  }
}

TEST_P(Direct, RefusesToWriteAsTheEngineDoes) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    forest f(seed);
    const knot* const top = f.tree(2 + seed % 20);
    knot& wrong = f.any();
    if (seed % 2 == 0)
      wrong.must = nullptr;
    else
      wrong.count = -1;
    if (seed % 2 == 1 && wrong.data == nullptr) continue;  // it may have any count
    const outcome expected = written(GetParam(), top, true);
    EXPECT_NE(expected.failure, "");
    EXPECT_EQ(written(GetParam(), top, false), expected);
  }
  forest f(1);
  const knot* const top = f.tree(50);
  const std::size_t size = written(GetParam(), top, true).bytes.size() / 2;
  for (std::size_t limit = 0; limit < size; limit += 7)
    EXPECT_EQ(written(GetParam(), top, false, limit), written(GetParam(), top, true, limit));
}

TEST_P(Direct, ReadsWhatIsCutOffOrCorruptedAsTheEngineDoes) {
  std::mt19937 random(1);
  for (unsigned seed = 0; seed < 10; ++seed) {
    forest f(seed);
    const outcome whole = written(GetParam(), f.tree(12), true);
    rpc::buffer message = wire_test::bytes(whole.bytes);
    for (std::size_t size = 0; size < message.size(); ++size) {
      const auto part = std::as_const(message).bytes().first(size);
      EXPECT_EQ(read(GetParam(), part, false, ample), read(GetParam(), part, true, ample)) << size;
    }
    for (unsigned i = 0; i < 500; ++i) {
      std::byte& place = message.data()[random() % message.size()];
      const std::byte before = std::exchange(place, static_cast<std::byte>(random() % 3));
      const outcome expected = read(GetParam(), message.bytes(), true, ample);
      EXPECT_EQ(read(GetParam(), message.bytes(), false, ample), expected);
      place = before;
    }
  }
}

TEST_P(Direct, StaysWithinTheBudget) {
  forest f(2);
  const rpc::buffer message = wire_test::bytes(written(GetParam(), f.tree(300), true).bytes);
  for (std::size_t budget = 0; budget < 40000; budget += 997) {
    const outcome expected = read(GetParam(), message.bytes(), true, budget);
    EXPECT_EQ(read(GetParam(), message.bytes(), false, budget), expected) << budget;
  }
}

}  // namespace

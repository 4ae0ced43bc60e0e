// Arrays of structures that point to numbers and characters only are written and read in two passes
// (runtime/ndr/rows.h). Whatever these meet, the rest of the engine does the same: it writes where
// full pointers are known, and it reads where memory is counted.
#include <gtest/gtest.h>

#include <deque>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "against_engine.h"

namespace {

using against_engine::ample;
using against_engine::outcome;
using rpc::ndr::syntax;

// Every kind of column.
struct line {
  std::int16_t half;
  std::vector<std::int64_t> numbers;
  std::string text;
  std::int32_t count;
  const char* name;
  double* values;
  std::u16string_view wide;
  std::span<std::uint16_t> halves;
  const char16_t* must;
  std::u16string owned;
  std::int8_t last;
};
// In both syntaxes, and in place where ids are as long as pointers.
struct chunk {
  std::uint64_t count;
  std::uint8_t* data;
};
struct page {
  std::int32_t count;
  chunk* placed;
  std::vector<line> lines;
  std::vector<chunk> chunks;
  chunk fixed[5];
  std::int32_t after;
};

}  // namespace

template <>
struct rpc::ndr::layout<line> {
  using type = line;
  static checked size(const type& self) { return self.count; }
  using members =
      fields<field<"half", &type::half>, field<"numbers", &type::numbers, unique<counted<>>>,
             field<"text", &type::text, unique<string>>, field<"count", &type::count>,
             field<"name", &type::name, unique<string>>,
             field<"values", &type::values, unique<conformant<size>>>,
             field<"wide", &type::wide, ref<string>>,
             field<"halves", &type::halves, unique<counted<>>>,
             field<"must", &type::must, ref<string>>, field<"owned", &type::owned, unique<string>>,
             field<"last", &type::last>>;
};
template <>
struct rpc::ndr::layout<chunk> {
  using type = chunk;
  static checked size(const type& self) { return self.count; }
  using members =
      fields<field<"count", &type::count>, field<"data", &type::data, unique<conformant<size>>>>;
};
template <>
struct rpc::ndr::layout<page> {
  using type = page;
  static checked size(const type& self) { return self.count; }
  using members =
      fields<field<"count", &type::count>, field<"placed", &type::placed, unique<conformant<size>>>,
             field<"lines", &type::lines, unique<counted<>>>,
             field<"chunks", &type::chunks, unique<counted<>>>,
             field<"fixed", &type::fixed, fixed<5>>, field<"after", &type::after>>;
};

namespace {

constexpr auto& described = rpc::ndr::referent_description<rpc::ndr::plain, page, void>::value;

/// Pages of any content, and the memory that they point to.
class writing_desk {
 public:
  explicit writing_desk(unsigned seed) : random_(seed) {}

  page any(unsigned lines) {
    for (chunk& each : placed_) each = any_chunk();
    page made{.count = static_cast<std::int32_t>(placed_.size()),
              .placed = placed_.data(),
              .lines{},
              .chunks{},
              .fixed{},
              .after = 2};
    for (unsigned i = 0; i < lines; ++i) made.lines.push_back(any_line());
    for (unsigned i = 0; i < lines; ++i) made.chunks.push_back(any_chunk());
    for (chunk& each : made.fixed) each = any_chunk();
    return made;
  }
  unsigned below(unsigned end) { return random_() % end; }

 private:
  chunk any_chunk() {
    const unsigned count = below(4);
    return {count, count == 0 && below(2) != 0 ? nullptr : bytes_.data()};
  }
  line any_line() {
    const auto count = static_cast<std::int32_t>(below(4));
    return {.half = 7,
            .numbers = std::vector<std::int64_t>(below(4), -5),
            .text = std::string(below(40), 't'),
            .count = count,
            .name = below(3) == 0 ? nullptr : names_[below(3)],
            .values = count == 0 && below(2) != 0 ? nullptr : values_.data(),
            .wide = std::u16string_view(wide_).substr(below(30)),
            .halves = std::span(halves_).first(below(5)),
            .must = wide_.c_str() + below(30),
            .owned = wide_.substr(below(30)),
            .last = -1};
  }

  static constexpr const char* names_[] = {"", "a name",
                                           "a name of more than thirty-two characters"};
  std::mt19937 random_;
  std::vector<chunk> placed_ = std::vector<chunk>(6);
  std::vector<std::uint8_t> bytes_ = std::vector<std::uint8_t>(8, 9);
  std::vector<double> values_ = std::vector<double>(8, 0.5);
  std::vector<std::uint16_t> halves_ = std::vector<std::uint16_t>(8, 4);
  std::u16string wide_ = u"sixteen bits for each character";
};

class Rows : public testing::TestWithParam<syntax>,
             public against_engine::comparison<page, described> {
 public:
  Rows() : comparison(GetParam()) {}
};
INSTANTIATE_TEST_SUITE_P(Syntaxes, Rows, testing::Values(syntax::ndr20, syntax::ndr64));

TEST_P(Rows, AreWrittenAndReadAsTheEngineDoes) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    writing_desk desk(seed);
    expect_same_both_ways(desk.any(seed));
  }
}

TEST_P(Rows, RefuseToBeWrittenAsTheEngineDoes) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    writing_desk desk(seed);
    page all = desk.any(4 + seed % 7);
    line& wrong = all.lines[desk.below(static_cast<unsigned>(all.lines.size()))];
    switch (seed % 4) {
      case 0: wrong.must = nullptr; break;
      case 1: wrong.text = std::string("a zero \0 within", 15); break;
      case 2: wrong.owned.push_back(u'\0'); break;
      default: all.chunks[0] = {std::uint64_t{1} << 63, all.fixed[0].data}; break;
    }
    const outcome expected = written(all, true);
    if (seed % 4 != 3) {
      EXPECT_NE(expected.failure, "");
    }
    EXPECT_EQ(written(all, false), expected);
  }
  writing_desk desk(1);
  expect_same_with_little_room(desk.any(6), 3);
}

TEST_P(Rows, ThatAreCutOffOrCorruptedAreReadAsTheEngineDoes) {
  std::mt19937 random(1);
  for (unsigned seed = 0; seed < 10; ++seed) {
    writing_desk desk(seed);
    expect_same_of_corrupted(desk.any(5), random, 1000, 4);
  }
}

TEST_P(Rows, StayWithinTheBudget) {
  writing_desk desk(2);
  expect_same_within_budgets(desk.any(60), 499);
}

TEST_P(Rows, OfAnotherByteOrderAreTheEngines) {
  writing_desk desk(3);
  const rpc::buffer message = message_of(desk.any(9));
  EXPECT_EQ(read(message.bytes(), false, ample, std::endian::big),
            read(message.bytes(), true, ample, std::endian::big));
}

// Pointees that could not be read leave no pointer that points nowhere.
TEST_P(Rows, AfterAFailureNoPointerIsLeft) {
  writing_desk desk(4);
  const rpc::buffer whole = message_of(desk.any(6));
  for (std::size_t size = 600; size < whole.size(); size += 5) {
    rpc::buffer message;
    message.append(whole.bytes().first(size));
    rpc::arena memory(ample);
    memory.set_message(message.bytes());
    rpc::ndr::server_storage storage(memory);
    rpc::ndr::reader r(GetParam(), message.bytes(), std::endian::little, storage);
    page* top = nullptr;
    rpc::ndr::get_object(r, described, &top);
    ASSERT_TRUE(r.failed());
    ASSERT_NE(top, nullptr);
    const auto is_right = [&](const void* to) { return to == nullptr || memory.owns(to); };
    for (const line& each : top->lines) {
      EXPECT_TRUE(is_right(each.name));
      EXPECT_TRUE(is_right(each.values));
      EXPECT_TRUE(is_right(each.must));
    }
    for (const chunk& each : top->chunks) EXPECT_TRUE(is_right(each.data));
  }
}

}  // namespace

// Classes of the standard library through generated stubs, on a stack of 256 KiB: lists of a
// million nodes are released without recursion.

#include "modern.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "peers.h"
#include "small_stack.h"

namespace {

constexpr std::int32_t length = 1'000'000;

modern::person copy_of(const modern::person& p) {
  modern::person made{p.name, p.title, p.country, p.aliases, p.home, nullptr, p.numbers, p.tag, {}};
  if (p.partner != nullptr) made.partner = std::make_unique<modern::person>(copy_of(*p.partner));
  for (const modern::person& child : p.children) made.children.push_back(copy_of(child));
  return made;
}

class library : public modern::service {
 public:
  std::uint32_t length(std::string_view text, std::u16string_view wide) override {
    return static_cast<std::uint32_t>(text.size() + wide.size());
  }
  std::string shout(std::string text) override {
    for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return text;
  }
  std::u16string widen(const std::string& text) override { return {text.begin(), text.end()}; }
  void greet(std::string_view name, std::string& greeting) override {
    EXPECT_EQ(greeting, "");
    greeting.append("hello ").append(name);
  }
  void append(std::string& text, std::string_view more) override { text += more; }
  bool is_empty(const std::string* text) override { return text == nullptr; }

  std::vector<std::int64_t> count_to(std::int64_t last) override {
    std::vector<std::int64_t> numbers;
    for (std::int64_t i = 1; i <= last; ++i) numbers.push_back(i);
    return numbers;
  }
  std::int64_t sum(const std::vector<std::int32_t>& numbers) override {
    std::int64_t total = 0;
    for (const std::int32_t n : numbers) total += n;
    return total;
  }
  void sort(std::vector<std::string>& words) override { std::ranges::sort(words); }
  std::vector<std::uint8_t> bits(std::vector<std::byte> bytes) override {
    std::vector<std::uint8_t> set;
    for (const std::byte b : bytes)
      for (unsigned i = 0; i < 8; ++i)
        set.push_back(std::to_integer<std::uint8_t>((b >> i) & std::byte{1}));
    return set;
  }
  std::array<modern::point, 2> corners(const std::array<std::int32_t, 4>& box) override {
    return {{{box[0], box[1]}, {box[2], box[3]}}};
  }
  void split(std::string_view text, std::vector<std::string>& words) override {
    EXPECT_TRUE(words.empty());
    for (std::size_t at = 0; at < text.size(); at += words.back().size() + 1)
      words.emplace_back(text.substr(at, text.find(' ', at) - at));
  }
  std::vector<std::vector<std::int16_t>> triangle(std::uint32_t rows) override {
    std::vector<std::vector<std::int16_t>> result(rows);
    for (std::size_t i = 0; i < rows; ++i) result[i].assign(i, static_cast<std::int16_t>(i));
    return result;
  }

  std::optional<std::int32_t> find(const std::vector<std::int32_t>& in,
                                   std::int32_t wanted) override {
    const auto found = std::ranges::find(in, wanted);
    if (found == in.end()) return std::nullopt;
    return static_cast<std::int32_t>(found - in.begin());
  }
  std::optional<std::string> name_of(std::optional<modern::point> at) override {
    if (!at) return std::nullopt;
    return std::to_string(at->x) + '/' + std::to_string(at->y);
  }
  void toggle(std::optional<modern::point>& at) override {
    if (at)
      at.reset();
    else
      at = modern::point{1, 2};
  }
  std::unique_ptr<modern::point> nearest(
      const std::vector<std::optional<modern::point>>& points) override {
    for (const auto& p : points)
      if (p) return std::make_unique<modern::point>(*p);
    return nullptr;
  }

  modern::choice next(const modern::choice& before) override {
    switch (before.index()) {
      case 0: return std::int16_t{1};
      case 1: return std::to_string(std::get<1>(before));
      case 2: return modern::point{static_cast<std::int32_t>(std::get<2>(before).size()), 0};
      default: return {};
    }
  }
  std::uint32_t total(std::span<const std::uint8_t> bytes,
                      std::span<const std::string> words) override {
    std::size_t sum = 0;
    for (const std::uint8_t b : bytes) sum += b;
    for (const std::string& w : words) sum += w.size();
    return static_cast<std::uint32_t>(sum);
  }
  void negate(std::span<std::int32_t> numbers) override {
    for (std::int32_t& n : numbers) n = -n;
  }
  void squares(std::uint32_t count, std::span<std::uint64_t> results) override {
    EXPECT_EQ(results.size(), count);
    for (std::size_t i = 0; i < results.size(); ++i) results[i] = i * i;
  }

  modern::person marry(const modern::person& a, const modern::person& b) override {
    modern::person result = copy_of(a);
    result.partner = std::make_unique<modern::person>(copy_of(b));
    return result;
  }
  void rename(modern::person& who, std::string_view name) override {
    who.aliases.push_back(std::exchange(who.name, std::string(name)));
    who.partner.reset();
  }
  std::vector<modern::person> sorted(std::uint32_t count, const modern::person* people) override {
    std::vector<modern::person> result;
    for (std::uint32_t i = 0; i < count; ++i) result.push_back(copy_of(people[i]));
    std::ranges::sort(result, {}, &modern::person::name);
    return result;
  }

  std::int64_t sum_list(const std::unique_ptr<modern::node>& list) override {
    std::int64_t total = 0;
    for (const modern::node* n = list.get(); n != nullptr; n = n->next.get()) total += n->value;
    return total;
  }
  void reverse(std::unique_ptr<modern::node>& list) override {
    std::unique_ptr<modern::node> reversed;
    while (list != nullptr) {
      auto rest = std::move(list->next);
      list->next = std::move(reversed);
      reversed = std::exchange(list, std::move(rest));
    }
    list = std::move(reversed);
  }
  std::unique_ptr<modern::node> count_down(std::int32_t from) override {
    std::unique_ptr<modern::node> list;
    for (std::int32_t i = 1; i <= from; ++i)
      list = std::make_unique<modern::node>(modern::node{i, std::move(list)});
    return list;
  }
};

rpc::server_options large() {
  rpc::server_options options;
  options.max_request = 64u << 20;
  options.base_call_memory = 64u << 20;
  options.max_call_memory = 512u << 20;
  return options;
}

class standard : public testing::TestWithParam<meeting> {
 protected:
  peers<modern::service, library> peers_{GetParam(), large()};
  modern::client client_{peers_.connection()};
};

INSTANTIATE_TEST_SUITE_P(all, standard, testing::ValuesIn(meetings), meeting_name);

TEST_P(standard, text) {
  EXPECT_EQ(client_.length("four", u"three"), 9U);
  EXPECT_EQ(client_.shout("quiet"), "QUIET");
  EXPECT_EQ(client_.widen("wide"), u"wide");
  std::string text = "what the caller had";
  client_.greet("you", text);
  EXPECT_EQ(text, "hello you");
  client_.append(text, "!");
  EXPECT_EQ(text, "hello you!");
  EXPECT_TRUE(client_.is_empty(nullptr));
  EXPECT_FALSE(client_.is_empty(&text));
  EXPECT_THROW((void)client_.shout(std::string("a\0b", 3)), rpc::error);
}

TEST_P(standard, elements) {
  EXPECT_EQ(client_.count_to(3), (std::vector<std::int64_t>{1, 2, 3}));
  EXPECT_EQ(client_.sum({1, 2, -4}), -1);
  std::vector<std::string> words{"pear", "apple", ""};
  client_.sort(words);
  EXPECT_EQ(words, (std::vector<std::string>{"", "apple", "pear"}));
  EXPECT_EQ(client_.bits({std::byte{0x81}}), (std::vector<std::uint8_t>{1, 0, 0, 0, 0, 0, 0, 1}));
  EXPECT_EQ(client_.corners({1, 2, 3, 4})[1].y, 4);
  client_.split("what words there are", words);
  EXPECT_EQ(words, (std::vector<std::string>{"what", "words", "there", "are"}));
  EXPECT_EQ(client_.triangle(3), (std::vector<std::vector<std::int16_t>>{{}, {1}, {2, 2}}));
}

TEST_P(standard, what_may_be_missing) {
  EXPECT_EQ(client_.find({5, 6}, 6), 1);
  EXPECT_EQ(client_.find({5, 6}, 7), std::nullopt);
  EXPECT_EQ(client_.name_of(modern::point{1, 2}), "1/2");
  EXPECT_EQ(client_.name_of({}), std::nullopt);
  std::optional<modern::point> at;
  client_.toggle(at);
  ASSERT_TRUE(at);
  EXPECT_EQ(at->y, 2);
  client_.toggle(at);
  EXPECT_FALSE(at);
  EXPECT_EQ(client_.nearest({{}, modern::point{3, 4}})->x, 3);
  EXPECT_EQ(client_.nearest({}), nullptr);
}

TEST_P(standard, alternatives) {
  modern::choice c;
  c = client_.next(c);
  EXPECT_EQ(std::get<1>(c), 1);
  c = client_.next(c);
  EXPECT_EQ(std::get<2>(c), "1");
  c = client_.next(c);
  EXPECT_EQ(std::get<3>(c).x, 1);
  EXPECT_EQ(client_.next(c).index(), 0U);
}

TEST_P(standard, spans) {
  const std::uint8_t bytes[] = {1, 2, 3};
  const std::string words[] = {"four", "five5"};
  EXPECT_EQ(client_.total(bytes, words), 15U);
  std::int32_t numbers[] = {1, -2};
  client_.negate(numbers);
  EXPECT_EQ(numbers[1], 2);
  std::uint64_t results[4] = {};
  client_.squares(4, results);
  EXPECT_EQ(results[3], 9U);
  EXPECT_THROW(client_.squares(5, results), rpc::error);
}

TEST_P(standard, structures) {
  modern::person ann{"Ann", u"Dr", "here", {"A"}, modern::point{1, 2}, {}, {1, 2, 3}, {}, {}};
  modern::person bob{"Bob", u"", "there", {}, {}, {}, {}, std::byte{7}, {}};
  bob.children.push_back(copy_of(ann));
  modern::person pair = client_.marry(ann, bob);
  EXPECT_EQ(pair.title, u"Dr");
  EXPECT_EQ(pair.home->y, 2);
  EXPECT_EQ(pair.numbers[2], 3);
  ASSERT_NE(pair.partner, nullptr);
  EXPECT_EQ(pair.partner->country, "there");
  EXPECT_EQ(pair.partner->tag, std::byte{7});
  EXPECT_EQ(pair.partner->children[0].name, "Ann");
  client_.rename(pair, "Anna");
  EXPECT_EQ(pair.name, "Anna");
  EXPECT_EQ(pair.aliases, (std::vector<std::string>{"A", "Ann"}));
  EXPECT_EQ(pair.partner, nullptr);
  const modern::person both[] = {std::move(bob), std::move(ann)};
  EXPECT_EQ(client_.sorted(2, both)[0].name, "Ann");
}

TEST_P(standard, lists_of_a_million) {
  std::unique_ptr<modern::node> list = client_.count_down(length);
  EXPECT_EQ(client_.sum_list(list), std::int64_t{length} * (length + 1) / 2);
  client_.reverse(list);
  EXPECT_EQ(list->value, 1);
  rpc::release(list);
  EXPECT_EQ(list, nullptr);
}

TEST_P(standard, lists_beyond_the_budget) {
  std::unique_ptr<modern::node> list = client_.count_down(length);
  peers<modern::service, library> strict(GetParam());
  EXPECT_THROW((void)modern::client(strict.connection()).sum_list(list), rpc::error);
  rpc::release(list);
}

}  // namespace

int main(int count, char** arguments) { return run_with_a_small_stack(count, arguments); }

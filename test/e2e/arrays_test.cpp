// Arrays of which a part travels, arrays of pointers, strings and arrays, between a generated
// client and a generated server.

#include "arrays.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <numeric>
#include <string>
#include <vector>

#include "peers.h"

namespace {

using arrays::counted_string;

char16_t upper_of(char16_t c) { return c >= u'a' && c <= u'z' ? static_cast<char16_t>(c - 32) : c; }

struct service final : arrays::service {
  void append(std::uint32_t size, std::uint32_t* length, std::int32_t* values) override {
    if (*length < size) {
      EXPECT_EQ(values[*length], 0) << "what did not travel is zero";
    }
    values[*length] = static_cast<std::int32_t>(*length);
    ++*length;
  }
  void fill(std::uint32_t size, std::uint32_t wanted, std::uint32_t* length,
            char16_t* text) override {
    for (std::uint32_t i = 0; i < size; ++i) EXPECT_EQ(text[i], u'\0');
    for (std::uint32_t i = 0; i < std::min(size, wanted); ++i)
      text[i] = static_cast<char16_t>(u'a' + i);
    *length = wanted;
  }
  void negate(std::uint32_t highest, std::uint32_t first, std::int32_t last,
              std::int64_t* values) override {
    for (std::uint32_t i = 0; i <= highest; ++i) {
      if (i < first || static_cast<std::int32_t>(i) > last) {
        EXPECT_EQ(values[i], 0);
      }
    }
    for (auto i = static_cast<std::int32_t>(first); i <= last; ++i) values[i] = -values[i];
  }
  std::int32_t sum_from(std::uint32_t first, const std::int32_t values[6]) override {
    for (std::uint32_t i = 0; i < first; ++i) EXPECT_EQ(values[i], 0);
    return std::accumulate(values + first, values + 6, 0);
  }
  void squeeze(std::uint32_t& used, std::uint8_t (*bytes)[8]) override {
    std::uint8_t* end = std::remove(*bytes, *bytes + used, std::uint8_t{0});
    used = static_cast<std::uint32_t>(end - *bytes);
  }
  std::uint32_t count(std::uint32_t size, std::uint32_t length,
                      const std::uint16_t* values) override {
    if (values == nullptr) return 0;
    return 1 + static_cast<std::uint32_t>(std::count(values + length, values + size, 0));
  }
  void make(std::uint32_t wanted, std::uint32_t* size, std::uint32_t* length,
            std::uint32_t** made) override {
    *size = 2 * wanted;
    *length = wanted;
    *made = rpc::allocate_array<std::uint32_t>(*size);
    std::iota(*made, *made + *size, 1u);
  }
  void grow(std::uint32_t* size, std::uint32_t*& values) override {
    auto* larger = rpc::allocate_array<std::uint32_t>(2 * *size);
    std::copy_n(values, *size, larger);
    *size *= 2;
    larger[*size / 2 - 1] = 77;
    values = larger;
  }
  std::int32_t sum_rows(std::uint32_t rows, std::uint32_t,
                        const std::int32_t (*table)[3]) override {
    std::int32_t sum = 0;
    for (std::uint32_t i = 0; i < rows; ++i) sum = std::accumulate(table[i], table[i] + 3, sum);
    return sum;
  }

  void shout(counted_string* text) override {
    const std::size_t length = text->length / 2u;
    std::transform(text->buffer, text->buffer + length, text->buffer, upper_of);
    if (text->length < text->maximum) {
      text->buffer[length] = u'!';
      text->length = static_cast<std::uint16_t>(text->length + 2);
    }
  }
  void echo(const counted_string* text, counted_string* again) override {
    EXPECT_EQ(again->buffer, nullptr);
    *again = *text;
  }
  std::uint32_t total(std::uint32_t n, const counted_string* texts) override {
    return std::accumulate(texts, texts + n, 0u, [](std::uint32_t sum, const counted_string& s) {
      return sum + static_cast<std::uint32_t>(s.length);
    });
  }

  void rotate(arrays::window* w) override {
    std::rotate(w->names, w->names + 1, w->names + w->used);
    for (std::int16_t i = 0; i < w->from; ++i) EXPECT_EQ(w->rest[i], 0);
    for (std::int16_t i = w->from; i < 5; ++i) w->rest[i] = static_cast<std::int16_t>(-w->rest[i]);
  }
  void first_half(const arrays::open_window* from, arrays::open_window** to) override {
    *to = static_cast<arrays::open_window*>(
        rpc::allocate(sizeof(arrays::open_window) + from->size * sizeof(counted_string)));
    std::memcpy(static_cast<void*>(*to), from,
                sizeof(arrays::open_window) + (from->size - 1) * sizeof(counted_string));
    (*to)->used = from->used / 2;
  }
  void answer(arrays::note* n) override { std::strncpy(n->text, "yes, of course", n->room - 1u); }

  std::int32_t sum_behind(std::uint32_t n, const std::int32_t* const* values,
                          const std::int32_t* const others[2]) override {
    std::int32_t sum = 0;
    for (std::uint32_t i = 0; i < n; ++i) sum += values[i] == nullptr ? 1000 : *values[i];
    // The client sends both. rpc-check: ignore=unchecked-null
    return sum + *others[0] * *others[1];
  }
  std::int32_t sum_ragged(std::uint32_t n, const std::uint32_t* m,
                          const std::int32_t* const* rows) override {
    std::int32_t sum = 0;
    for (std::uint32_t i = 0; i < n; ++i) sum = std::accumulate(rows[i], rows[i] + *m, sum);
    return sum;
  }
  std::int32_t sum_cube(std::uint32_t n, const std::int32_t cubes[][2][2]) override {
    return std::accumulate(&cubes[0][0][0], &cubes[0][0][0] + 4 * n, 0);
  }
  void upper(std::uint32_t n, char lines[][8], char more[2][4], char (*last)[6]) override {
    const auto raise = [](char* text) {
      for (; *text != '\0'; ++text) *text = static_cast<char>(*text - 32);
    };
    for (std::uint32_t i = 0; i < n; ++i) raise(lines[i]);
    raise(more[0]);
    raise(more[1]);
    raise(*last);
  }
  std::uint32_t measure(const std::int32_t* const (*pair)[2]) override {
    return ((*pair)[0] == nullptr ? 0u : 1u) + ((*pair)[1] == nullptr ? 0u : 2u);
  }

  std::uint32_t limited(std::uint32_t n, const std::uint8_t* bytes, const char* text) override {
    return bytes[n - 1] + (text == nullptr ? 0u : static_cast<std::uint32_t>(std::strlen(text)));
  }
  std::uint32_t unchecked(std::uint32_t n, const std::uint8_t* bytes) override {
    return bytes == nullptr ? n : 0;
  }
  std::uint32_t twice(const arrays::strictly* n, const std::uint8_t* bytes) override {
    return std::accumulate(bytes, bytes + **n, 0u);
  }

  std::int32_t sum_between(std::uint32_t, std::uint32_t first, std::uint32_t last,
                           const std::int32_t (*table)[3]) override {
    return std::accumulate(table[first], table[last] + 3, 0);
  }

  void negate_all(std::uint32_t n, arrays::always* values, arrays::framed_pair* pair) override {
    for (std::uint32_t i = 0; i < n; ++i) *values[i] = -*values[i];
    for (arrays::always each : pair->of) *each = pair->before + pair->after - *each;
  }
  void increment(arrays::framed_bytes* all) override {
    ++all->id;
    for (int i = 0; i < all->last.n; ++i) ++all->last.bytes[i];
  }
};

class arrays_over : public testing::TestWithParam<meeting> {
 protected:
  peers<arrays::service, service> peers_{GetParam()};
  arrays::client client_{peers_.connection()};
};

INSTANTIATE_TEST_SUITE_P(all, arrays_over, testing::ValuesIn(meetings), meeting_name);

TEST_P(arrays_over, lengths_change_within_the_size) {
  std::int32_t values[4] = {-1, -2, -3, -4};
  std::uint32_t length = 0;
  client_.append(3, &length, values);
  client_.append(3, &length, values);
  EXPECT_EQ(length, 2u);
  EXPECT_EQ((std::vector<std::int32_t>(values, values + 4)),
            (std::vector<std::int32_t>{0, 1, -3, -4}));
  client_.append(3, &length, values);
  EXPECT_EQ(values[2], 2);
  length = 4;
  EXPECT_THROW(client_.append(3, &length, values), rpc::error) << "longer than the array";
  EXPECT_EQ(values[3], -4);
}

TEST_P(arrays_over, results_fill_a_part) {
  char16_t text[6] = u"xxxxx";
  std::uint32_t length = 9;
  client_.fill(4, 2, &length, text);
  EXPECT_EQ(length, 2u);
  EXPECT_EQ(std::u16string(text), u"abxxx");
  client_.fill(4, 0, &length, text);
  EXPECT_EQ(length, 0u);
  client_.fill(4, 4, &length, text);
  EXPECT_EQ(std::u16string(text), u"abcdx");
  EXPECT_THROW(client_.fill(4, 5, &length, text), rpc::error) << "of the server's making";
  EXPECT_EQ(std::u16string(text), u"abcdx");
}

TEST_P(arrays_over, first_and_last_choose_the_elements) {
  std::int64_t values[5] = {1, 2, 3, 4, 5};
  client_.negate(4, 1, 3, values);
  EXPECT_EQ((std::vector<std::int64_t>(values, values + 5)),
            (std::vector<std::int64_t>{1, -2, -3, -4, 5}));
  client_.negate(4, 2, 1, values);
  EXPECT_EQ(values[2], -3) << "none of them";
  EXPECT_THROW(client_.negate(4, 2, 5, values), rpc::error);
  const std::int32_t six[6] = {1, 2, 4, 8, 16, 32};
  EXPECT_EQ(client_.sum_from(4, six), 48);
  EXPECT_EQ(client_.sum_from(0, six), 63);
  EXPECT_EQ(client_.sum_from(6, six), 0);
}

TEST_P(arrays_over, fixed_arrays_travel_in_part) {
  std::uint8_t bytes[8] = {1, 0, 2, 0, 3, 9, 9, 9};
  std::uint32_t used = 5;
  client_.squeeze(used, &bytes);
  EXPECT_EQ(used, 3u);
  EXPECT_EQ((std::vector<std::uint8_t>(bytes, bytes + 4)), (std::vector<std::uint8_t>{1, 2, 3, 0}));
}

TEST_P(arrays_over, null_has_no_part) {
  const std::uint16_t values[4] = {1, 2, 3, 4};
  EXPECT_EQ(client_.count(4, 1, values), 4u);
  EXPECT_EQ(client_.count(4, 4, values), 1u);
  EXPECT_EQ(client_.count(0, 0, nullptr), 0u);
  EXPECT_THROW(client_.count(4, 0, nullptr), rpc::error);
}

TEST_P(arrays_over, arrays_made_by_the_server_have_their_size) {
  std::uint32_t size = 0, length = 0;
  std::uint32_t* made = nullptr;
  client_.make(3, &size, &length, &made);
  EXPECT_EQ(size, 6u);
  EXPECT_EQ((std::vector<std::uint32_t>(made, made + 6)),
            (std::vector<std::uint32_t>{1, 2, 3, 0, 0, 0}));
  rpc::free(made);

  std::uint32_t mine[2] = {5, 6};
  std::uint32_t* values = mine;
  size = 2;
  client_.grow(&size, values);
  ASSERT_NE(values, mine);
  EXPECT_EQ((std::vector<std::uint32_t>(values, values + size)),
            (std::vector<std::uint32_t>{5, 77, 0, 0}));
  rpc::free(values);
}

TEST_P(arrays_over, rows_travel_whole) {
  const std::int32_t table[3][3] = {{1, 2, 3}, {4, 5, 6}, {100, 100, 100}};
  EXPECT_EQ(client_.sum_rows(3, 2, table), 21);
  EXPECT_EQ(client_.sum_between(3, 1, 2, table), 315);
}

TEST_P(arrays_over, counted_strings) {
  char16_t room[8] = u"shoutxx";
  counted_string text{10, 12, room};
  client_.shout(&text);
  EXPECT_EQ(text.length, 12);
  EXPECT_EQ(text.buffer, room);
  EXPECT_EQ(std::u16string(room), u"SHOUT!x");
  client_.shout(&text);
  EXPECT_EQ(text.length, 12);

  counted_string again{};
  client_.echo(&text, &again);
  EXPECT_EQ(std::u16string(again.buffer, again.length / 2), u"SHOUT!");
  rpc::free(again.buffer);
  const counted_string none{};
  client_.echo(&none, &again);
  EXPECT_EQ(again.buffer, nullptr);

  const counted_string many[] = {{2, 16, room}, {}, {4, 4, room}};
  EXPECT_EQ(client_.total(3, many), 6u);
  const counted_string wrong{4, 2, room};
  EXPECT_THROW(client_.total(1, &wrong), rpc::error);
}

TEST_P(arrays_over, parts_in_structures) {
  char16_t a[1] = {u'a'}, b[1] = {u'b'};
  arrays::window w{2, {{2, 2, a}, {2, 2, b}, {9, 9, nullptr}}, 3, {1, 2, 3, 4, 5}};
  client_.rotate(&w);
  EXPECT_EQ(w.names[0].buffer[0], u'b');
  EXPECT_EQ(w.names[1].buffer[0], u'a');
  EXPECT_EQ(w.names[2].length, 9) << "did not travel";
  EXPECT_EQ(w.rest[2], 3);
  EXPECT_EQ(w.rest[3], -4);
  EXPECT_EQ(w.rest[4], -5);
}

TEST_P(arrays_over, parts_at_the_end_of_structures) {
  std::vector<std::uint64_t> memory(32);
  auto* from = reinterpret_cast<arrays::open_window*>(memory.data());
  char16_t a[1] = {u'a'};
  from->size = 3;
  from->used = 2;
  from->names[0] = from->names[1] = {2, 2, a};
  arrays::open_window* to = nullptr;
  client_.first_half(from, &to);
  EXPECT_EQ(to->size, 3u);
  EXPECT_EQ(to->used, 1u);
  EXPECT_EQ(to->names[0].buffer[0], u'a');
  EXPECT_EQ((&to->names[0])[1].buffer, nullptr);
  rpc::free(to->names[0].buffer);
  rpc::free(to);

  auto* n = reinterpret_cast<arrays::note*>(memory.data());
  n->room = 8;
  std::strcpy(n->text, "ok?");
  client_.answer(n);
  EXPECT_STREQ(n->text, "yes, of");
  n->room = 101;
  EXPECT_THROW(client_.answer(n), rpc::error) << "more room than its range";
}

TEST_P(arrays_over, arrays_of_pointers_and_arrays) {
  const std::int32_t one = 1, two = 2, row[] = {1, 2, 3}, other[] = {10, 20, 30};
  const std::int32_t* values[] = {&one, nullptr, &two};
  const std::int32_t* others[2] = {&two, &two};
  EXPECT_EQ(client_.sum_behind(3, values, others), 1 + 1000 + 2 + 4);
  const std::int32_t* rows[] = {row, other};
  const std::uint32_t columns = 3;
  EXPECT_EQ(client_.sum_ragged(2, &columns, rows), 66);
  const std::int32_t cubes[2][2][2] = {{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}};
  EXPECT_EQ(client_.sum_cube(2, cubes), 36);
  const std::int32_t* pair[2] = {nullptr, &one};
  EXPECT_EQ(client_.measure(&pair), 2u);
}

TEST_P(arrays_over, arrays_of_strings) {
  char lines[2][8] = {"ab", "cdefghi"}, more[2][4] = {"j", ""}, last[6] = "klmno";
  client_.upper(2, lines, more, &last);
  EXPECT_STREQ(lines[0], "AB");
  EXPECT_STREQ(lines[1], "CDEFGHI");
  EXPECT_STREQ(more[0], "J");
  EXPECT_STREQ(more[1], "");
  EXPECT_STREQ(last, "KLMNO");
}

TEST_P(arrays_over, bounded_sizes) {
  const std::uint8_t bytes[5] = {1, 2, 3, 4, 5};
  EXPECT_EQ(client_.limited(4, bytes, "12345"), 4u + 5u);
  EXPECT_EQ(client_.limited(1, bytes, nullptr), 1u);
  EXPECT_THROW(client_.limited(5, bytes, nullptr), rpc::error);
  EXPECT_THROW(client_.limited(0, bytes, nullptr), rpc::error);
  EXPECT_THROW(client_.limited(1, bytes, "123456"), rpc::error);
}

TEST_P(arrays_over, sizes_behind_pointers) {
  const std::uint8_t bytes[3] = {1, 2, 3};
  EXPECT_EQ(client_.unchecked(7, nullptr), 7u);
  EXPECT_EQ(client_.unchecked(3, bytes), 0u);
  const std::uint32_t n = 3;
  const arrays::strictly to = &n;
  EXPECT_EQ(client_.twice(&to, bytes), 6u);
}

TEST_P(arrays_over, ref_pointers) {
  std::int32_t one = 1, two = 2, three = 3, four = 4;
  arrays::always values[] = {&one, &two};
  arrays::framed_pair pair{10, {&three, &four}, 20};
  client_.negate_all(2, values, &pair);
  EXPECT_EQ(values[0], &one) << "the caller's storage";
  EXPECT_EQ(one, -1);
  EXPECT_EQ(two, -2);
  EXPECT_EQ(three, 27);
  EXPECT_EQ(four, 26);
}

TEST_P(arrays_over, nested_ends) {
  alignas(arrays::framed_bytes) std::byte memory[sizeof(arrays::framed_bytes) + 2]{};
  auto* const all = new (memory) arrays::framed_bytes{7, {3, {10}}};
  std::uint8_t* const bytes = all->last.bytes;
  bytes[1] = 20, bytes[2] = 30;
  client_.increment(all);
  EXPECT_EQ(all->id, 8);
  EXPECT_EQ(std::string(bytes, bytes + 3), "\x0b\x15\x1f");
}

}  // namespace

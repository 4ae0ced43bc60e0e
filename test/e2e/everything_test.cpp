// Generated client and server talk to each other, in every construct that can be declared.

#include "everything.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
#include <new>
#include <string>

#include "everything_service.h"
#include "peers.h"

namespace {

using everything::colour;

/// Memory that a client has received.
struct release {
  void operator()(const void* memory) const { rpc::free(const_cast<void*>(memory)); }
};
template <class T>
using received = std::unique_ptr<T, release>;

class everything_over : public testing::TestWithParam<meeting> {
 protected:
  peers<everything::service, everything_service> peers_{GetParam()};
  everything::client client_{peers_.connection()};
};

INSTANTIATE_TEST_SUITE_P(all, everything_over, testing::ValuesIn(meetings), meeting_name);

TEST_P(everything_over, scalars_by_value) {
  EXPECT_EQ(
      client_.add_all(true, 'a', u'\x0101', -1, 2, -300, 400, -70000, 80000, -5, 6, 0.5f, 0.25),
      1 + 97 + 257 - 1 + 2 - 300 + 400 - 70000 + 80000 - 5 + 6 + 0.5 + 0.25);
  EXPECT_TRUE(client_.is_red(colour::red));
  EXPECT_FALSE(client_.is_red(colour::blue));
  EXPECT_EQ(client_.next_colour(colour::red), colour::green);
  EXPECT_EQ(client_.next_code(everything::code_none), everything::code_large);
  const point turned = client_.mirror({1, -2});
  EXPECT_EQ(turned.x, -2);
  EXPECT_EQ(turned.y, 1);
}

TEST_P(everything_over, scalars_in_a_structure) {
  const everything::scalars from{true,
                                 '\xFF',
                                 u'\xFFFF',
                                 std::numeric_limits<std::int8_t>::min(),
                                 std::numeric_limits<std::uint8_t>::max(),
                                 std::numeric_limits<std::int16_t>::min(),
                                 std::numeric_limits<std::uint16_t>::max(),
                                 std::numeric_limits<std::int32_t>::min(),
                                 std::numeric_limits<std::uint32_t>::max(),
                                 std::numeric_limits<std::int64_t>::min(),
                                 std::numeric_limits<std::uint64_t>::max(),
                                 -0.0f,
                                 std::numeric_limits<double>::denorm_min(),
                                 colour::blue,
                                 everything::code_large};
  everything::scalars to{};
  client_.copy_scalars(from, to);
  EXPECT_EQ(to.flag, from.flag);
  EXPECT_EQ(to.letter, from.letter);
  EXPECT_EQ(to.wide, from.wide);
  EXPECT_EQ(to.i8, from.i8);
  EXPECT_EQ(to.u8, from.u8);
  EXPECT_EQ(to.i16, from.i16);
  EXPECT_EQ(to.u16, from.u16);
  EXPECT_EQ(to.i32, from.i32);
  EXPECT_EQ(to.u32, from.u32);
  EXPECT_EQ(to.i64, from.i64);
  EXPECT_EQ(to.u64, from.u64);
  EXPECT_TRUE(std::signbit(to.f32));
  EXPECT_EQ(to.f64, from.f64);
  EXPECT_EQ(to.tint, from.tint);
  EXPECT_EQ(to.number, from.number);
}

TEST_P(everything_over, ranges) {
  std::int32_t rest = 0;
  client_.limit(100, &rest);
  EXPECT_EQ(rest, 0);
  client_.limit(0, &rest);
  EXPECT_EQ(rest, 100);
  EXPECT_THROW(client_.limit(101, &rest), rpc::error);
  EXPECT_THROW(client_.limit(-1, &rest), rpc::error);
}

TEST_P(everything_over, fixed_arrays) {
  const std::int32_t four[] = {1, 20, 300, 4000};
  EXPECT_EQ(client_.sum_four(four), 4321);
  const std::int32_t table[2][3] = {{1, 2, 3}, {4, 5, 6}};
  EXPECT_EQ(client_.sum_table(table), 1 + 2 + 3 + 2 * (4 + 5 + 6));

  const everything::packed from{
      {1, 2, 3}, {{1, 2}, {3, 4}}, {{1, 2, 3}, {4, 5, 6}}, {colour::red, colour::blue}, "abcdefg"};
  everything::packed to{};
  client_.transpose(&from, &to);
  EXPECT_EQ(to.bytes[0], 3);
  EXPECT_EQ(to.corners[0].y, 4);
  EXPECT_EQ(to.table[0][2], 6);
  EXPECT_EQ(to.tints[0], colour::blue);
  EXPECT_STREQ(to.name, "gfedcba");
}

TEST_P(everything_over, conformant_arrays) {
  point points[] = {{1, 2}, {3, 4}, {5, 6}};
  client_.reverse_points(3, points);
  EXPECT_EQ(points[0].x, 5);
  EXPECT_EQ(points[2].y, 2);
  client_.reverse_points(0, points);

  const colour values[] = {colour::red, colour::green, colour::blue};
  colour next[3]{};
  client_.tints(values, 3, next);
  EXPECT_EQ(next[0], colour::green);
  EXPECT_EQ(next[2], colour::red);
}

TEST_P(everything_over, computed_sizes) {
  const std::uint8_t set[] = {0x0F, 0xFF, 0x01};
  std::uint32_t ones = 0;
  client_.bits(17, set, ones);
  EXPECT_EQ(ones, 4u + 8u + 1u);

  std::uint16_t numbers[] = {9, 9, 9, 9};
  client_.first(100, 3, numbers);
  EXPECT_EQ(numbers[2], 2);
  EXPECT_EQ(numbers[3], 9);
}

TEST_P(everything_over, arrays_that_the_server_allocates) {
  std::uint32_t* found = nullptr;
  std::uint32_t count = 0;
  client_.primes(20, &found, &count);
  const received<std::uint32_t> owned(found);
  ASSERT_EQ(count, 8u);
  EXPECT_EQ(found[7], 19u);
}

TEST_P(everything_over, strings) {
  EXPECT_EQ(client_.length("", u""), 0u);
  EXPECT_EQ(client_.length("four", u"sixsix"), 10u);
  EXPECT_EQ(client_.length("four", nullptr), 1004u);

  char* loud = nullptr;
  client_.shout("hello", &loud);
  const received<char> owned(loud);
  EXPECT_STREQ(loud, "HELLO");

  const received<char16_t> wide(client_.widen("wide"));
  ASSERT_NE(wide, nullptr);
  EXPECT_EQ(std::u16string(wide.get()), u"wide");
  EXPECT_EQ(client_.widen(""), nullptr);
}

TEST_P(everything_over, strings_in_structures) {
  char first[] = "first";
  everything::label a{first, u"one"}, b{nullptr, nullptr};
  client_.swap_labels(&a, &b);
  EXPECT_EQ(a.text, nullptr);
  EXPECT_EQ(a.wide, nullptr);
  const received<char> text(b.text);
  const received<const char16_t> wide(b.wide);
  EXPECT_STREQ(b.text, "first");
  EXPECT_EQ(std::u16string(b.wide), u"one");
}

TEST_P(everything_over, arrays_of_strings) {
  const char* words[] = {"to", nullptr, "be"};
  char* sentence = nullptr;
  client_.join(3, words, &sentence);
  const received<char> owned(sentence);
  EXPECT_STREQ(sentence, "to - be");
}

TEST_P(everything_over, strings_with_room_to_grow) {
  char text[16] = "hey";
  client_.append(10, text);
  EXPECT_STREQ(text, "hey!!!!!!");
}

TEST_P(everything_over, strings_in_arrays) {
  const char name[16] = "november";
  char16_t brief[4] = {u'?', u'?', u'?', u'?'};
  client_.abbreviate(name, brief);
  EXPECT_EQ(std::u16string(brief), u"nov");

  char unended[16];
  std::memset(unended, 'x', sizeof unended);
  EXPECT_THROW(client_.abbreviate(unended, brief), rpc::error);
}

TEST_P(everything_over, open_structures) {
  alignas(everything::numbers) std::byte memory[sizeof(everything::numbers) + 12]{};
  auto* const mine = new (memory) everything::numbers{2, {10}};
  for (std::uint32_t i = 0; i < 4; ++i) mine->pairs[i] = 10 + i;
  everything::numbers* data = mine;
  client_.double_numbers(data);
  ASSERT_NE(data, mine);
  const received<everything::numbers> owned(data);
  EXPECT_EQ(data->count, 4u);
  EXPECT_EQ(data->pairs[0], 10u);
  EXPECT_EQ(data->pairs[7], 13u);

  everything::blob* made = nullptr;
  client_.make_blob(300, &made);
  const received<everything::blob> blob(made);
  ASSERT_NE(made, nullptr);
  EXPECT_EQ(made->size, 300);
  EXPECT_EQ(made->bytes[299], 43);
  EXPECT_EQ(client_.sum_blob(made), 255u * 128u + 43u * 22u);
  EXPECT_EQ(client_.sum_blob(nullptr), 12345u);

  everything::blob* none = nullptr;
  client_.make_blob(0, &none);
  EXPECT_EQ(none, nullptr);
}

TEST_P(everything_over, unions_as_parameters) {
  everything::paint to{};
  client_.repaint(colour::red, {.shade = 7}, &to);
  EXPECT_EQ(to.shade, 8);

  char name[] = "leaf";
  to = {.name = nullptr};
  client_.repaint(colour::green, {.name = name}, &to);
  const received<char> loud(to.name);
  EXPECT_STREQ(to.name, "LEAF");

  point at{3, 4};
  to = {.at = nullptr};
  client_.repaint(colour::blue, {.at = &at}, &to);
  const received<point> turned(to.at);
  ASSERT_NE(to.at, nullptr);
  EXPECT_EQ(to.at->x, 4);

  to = {.at = nullptr};
  client_.repaint(colour::blue, {.at = nullptr}, &to);
  EXPECT_EQ(to.at, nullptr);
}

TEST_P(everything_over, unions_in_structures) {
  everything::painted thing{colour::red, {.shade = 1}, 102, {.integer = 5}};
  client_.negate(&thing);
  EXPECT_EQ(thing.how.integer, -5);

  thing = {colour::blue, {.at = nullptr}, 99, {.real = 0.5}};
  client_.negate(&thing);
  EXPECT_EQ(thing.how.real, -0.5);

  thing = {colour::red, {.shade = 9}, 100, {}};
  client_.negate(&thing);
  EXPECT_EQ(thing.what.shade, 9);
  thing.kind = 17;  // [default]
  client_.negate(&thing);
  EXPECT_EQ(thing.kind, 17);
}

TEST_P(everything_over, unnamed_types) {
  point at{1, 2};
  everything::holder h{{5, &at}, 1, {.one = 7}};
  client_.deepen(h);
  EXPECT_EQ(h.inner.depth, 6);
  EXPECT_EQ(h.inner.at, &at);
  EXPECT_EQ(at.x, 2);
  EXPECT_EQ(h.choice.one, -7);
}

TEST_P(everything_over, other_ways_to_declare) {
  const everything::quad numbers = {1, 2, 3, 4};
  EXPECT_EQ(client_.sum_quad(numbers), 10);
  std::int32_t row[3]{};
  client_.fill_row(5, row);
  EXPECT_EQ(client_.sum_row(&row), 15);

  everything::c_style thing{{std::byte{0x0F}, std::byte{0xFF}}, {true, false, true}, {1, 2, 3, 4}};
  client_.invert(thing);
  EXPECT_EQ(thing.raw[0], std::byte{0xF0});
  EXPECT_EQ(thing.raw[1], std::byte{0});
  EXPECT_FALSE(thing.flags[0]);
  EXPECT_TRUE(thing.flags[1]);
  EXPECT_EQ(thing.numbers[3], -4);

  const std::int32_t table[][3] = {{1, 2, 3}, {3, 2, 1}, {4, 4, 5}};
  EXPECT_EQ(client_.count_rows(3, table), 2u);
}

TEST_P(everything_over, pointers) {
  std::int32_t always = 1, maybe = 20, twice = 300;
  std::int32_t* through = &twice;
  everything::links l{&always, nullptr, nullptr};
  EXPECT_EQ(client_.follow(&l), 1);
  l = {&always, &maybe, &through};
  EXPECT_EQ(client_.follow(&l), 321);
  through = nullptr;
  EXPECT_EQ(client_.follow(&l), 21);

  std::int32_t* one = &twice;
  std::int32_t** two = &one;
  EXPECT_EQ(client_.deep(&two), 300);
  one = nullptr;
  EXPECT_EQ(client_.deep(&two), 0);
  two = nullptr;
  EXPECT_EQ(client_.deep(&two), 0);

  const received<std::int32_t> found(client_.find(4));
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(*found, 40);
  EXPECT_EQ(client_.find(0), nullptr);
}

TEST_P(everything_over, null_where_a_ref_pointer_is_due) {
  std::int32_t* null = nullptr;
  EXPECT_THROW(client_.follow(nullptr), rpc::error);
  const everything::links l{null, nullptr, nullptr};
  EXPECT_THROW(client_.follow(&l), rpc::error);
  EXPECT_THROW(client_.length(nullptr, nullptr), rpc::error);
  EXPECT_THROW(client_.limit(1, nullptr), rpc::error);
  everything::numbers* data = nullptr;
  EXPECT_THROW(client_.double_numbers(data), rpc::error);
}

TEST_P(everything_over, unique_pointers_both_ways) {
  std::int32_t value = 5;
  std::int32_t* slot = nullptr;
  client_.toggle(&value, &slot);
  EXPECT_EQ(value, -5);
  const received<std::int32_t> made(slot);
  ASSERT_NE(slot, nullptr);
  EXPECT_EQ(*slot, 70);
  client_.toggle(nullptr, &slot);
  EXPECT_EQ(slot, nullptr);
}

TEST_P(everything_over, lists) {
  everything::node last{3, nullptr}, middle{2, &last}, head{1, &middle};
  EXPECT_EQ(client_.sum(&head), 6);

  everything::node* list = &head;
  client_.reverse(&list);
  ASSERT_NE(list, nullptr);
  EXPECT_EQ(list->value, 3);
  EXPECT_EQ(list->next->value, 2);
  EXPECT_EQ(list->next->next->value, 1);
  EXPECT_EQ(list->next->next->next, nullptr);

  list = nullptr;
  client_.reverse(&list);
  EXPECT_EQ(list, nullptr);
}

TEST_P(everything_over, trees) {
  everything::tree left{nullptr, 1, nullptr}, deep{nullptr, 4, nullptr};
  everything::tree right{&deep, 3, nullptr}, root{&left, 2, &right};
  everything::tree* const flipped = client_.flip(&root);
  ASSERT_NE(flipped, nullptr);
  EXPECT_EQ(flipped->value, 2);
  EXPECT_EQ(flipped->left->value, 3);
  EXPECT_EQ(flipped->left->left, nullptr);
  EXPECT_EQ(flipped->left->right->value, 4);
  EXPECT_EQ(flipped->right->value, 1);
  for (everything::tree* t : {flipped->left->right, flipped->left, flipped->right, flipped})
    rpc::free(t);
  EXPECT_EQ(client_.flip(nullptr), nullptr);
}

TEST_P(everything_over, operations) {
  client_.ping();
  EXPECT_EQ(client_.last(), 60u);
  EXPECT_EQ((rpc::operation<everything::wire::last>::opnum), 60);
}

}  // namespace

#include "everything_service.h"

#include <algorithm>
#include <bit>
#include <cctype>
#include <cstddef>
#include <cstring>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

using namespace everything;

namespace {

/// A copy in memory that the stub may own.
template <class C>
C* to_rpc(std::basic_string_view<C> text) {
  C* copy = rpc::allocate_array<C>(text.size() + 1);
  std::ranges::copy(text, copy);
  return copy;
}

tree* flipped(const tree* from) {
  if (from == nullptr) return nullptr;
  tree* result = rpc::allocate<tree>();
  *result = {flipped(from->right), from->value, flipped(from->left)};
  return result;
}

}  // namespace

double everything_service::add_all(bool flag, char letter, char16_t wide, std::int8_t i8,
                                   std::uint8_t u8, std::int16_t i16, std::uint16_t u16,
                                   std::int32_t i32, std::uint32_t u32, std::int64_t i64,
                                   std::uint64_t u64, float f32, double f64) {
  return f64 + flag + letter + wide + i8 + u8 + i16 + u16 + i32 + u32 + static_cast<double>(i64) +
         static_cast<double>(u64) + f32;
}

void everything_service::copy_scalars(const scalars& from, scalars& to) { to = from; }

bool everything_service::is_red(colour tint) { return tint == colour::red; }

colour everything_service::next_colour(colour tint) {
  return tint == colour::blue
             ? colour::red
             : colour{static_cast<std::uint16_t>(1 + static_cast<std::uint16_t>(tint))};
}

code everything_service::next_code(code number) {
  return number == code_none ? code_large : code_none;
}

point everything_service::mirror(point at) { return {at.y, at.x}; }

void everything_service::limit(std::int32_t percent, std::int32_t* rest) { *rest = 100 - percent; }

std::int32_t everything_service::sum_four(const std::int32_t* values) {
  return values[0] + values[1] + values[2] + values[3];
}

std::int32_t everything_service::sum_table(const std::int32_t (*values)[3]) {
  std::int32_t total = 0;
  for (int row = 0; row < 2; ++row)
    for (int column = 0; column < 3; ++column) total += (row + 1) * values[row][column];
  return total;
}

void everything_service::transpose(const packed* from, packed* to) {
  *to = *from;
  std::ranges::reverse(to->bytes);
  std::swap(to->corners[0], to->corners[1]);
  for (int column = 0; column < 3; ++column) std::swap(to->table[0][column], to->table[1][column]);
  std::swap(to->tints[0], to->tints[1]);
  std::reverse(to->name, to->name + std::strlen(to->name));
}

void everything_service::reverse_points(std::uint32_t count, point* points) {
  std::reverse(points, points + count);
}

void everything_service::tints(const colour* values, std::uint32_t count, colour* next) {
  std::transform(values, values + count, next, [this](colour c) { return next_colour(c); });
}

void everything_service::bits(const std::uint32_t& count, const std::uint8_t* set,
                              std::uint32_t& ones) {
  ones = 0;
  for (std::uint32_t i = 0; i < count; ++i) ones += set[i / 8] >> (i % 8) & 1;
}

void everything_service::first(std::uint32_t wanted, std::uint32_t limit, std::uint16_t* numbers) {
  for (std::uint32_t i = 0; i < std::min(wanted, limit); ++i)
    numbers[i] = static_cast<std::uint16_t>(i);
}

void everything_service::primes(std::uint32_t below, std::uint32_t** found, std::uint32_t* count) {
  std::vector<std::uint32_t> all;
  for (std::uint32_t n = 2; n < below; ++n)
    if (std::ranges::none_of(all, [n](std::uint32_t p) { return n % p == 0; })) all.push_back(n);
  *count = static_cast<std::uint32_t>(all.size());
  *found = rpc::allocate_array<std::uint32_t>(all.size());
  std::ranges::copy(all, *found);
}

std::uint32_t everything_service::length(const char* text, const char16_t* wide) {
  const std::size_t more = wide != nullptr ? std::u16string_view(wide).size() : 1000;
  return static_cast<std::uint32_t>(std::strlen(text) + more);
}

void everything_service::shout(const char* text, char** loud) {
  *loud = to_rpc(std::string_view(text));
  for (char* c = *loud; *c != 0; ++c)
    *c = static_cast<char>(std::toupper(static_cast<unsigned char>(*c)));
}

char16_t* everything_service::widen(const char* text) {
  return *text == 0 ? nullptr : to_rpc<char16_t>(std::u16string(text, text + std::strlen(text)));
}

void everything_service::swap_labels(label* a, label* b) { std::swap(*a, *b); }

void everything_service::join(std::uint32_t count, const char** words, char** sentence) {
  std::string all;
  for (std::uint32_t i = 0; i < count; ++i)
    all += (i == 0 ? "" : " ") + std::string(words[i] != nullptr ? words[i] : "-");
  *sentence = to_rpc<char>(all);
}

void everything_service::abbreviate(const char* name, char16_t* brief) {
  std::copy_n(name, std::min<std::size_t>(std::strlen(name), 3), brief);
}

void everything_service::append(std::uint32_t size, char* text) {
  const std::size_t used = std::strlen(text);
  std::memset(text + used, '!', size - 1 - used);
  text[size - 1] = 0;
}

void everything_service::double_numbers(numbers*& data) {
  const std::uint32_t count = 2 * data->count;
  auto* larger = static_cast<numbers*>(
      rpc::allocate(offsetof(numbers, pairs) + 2 * count * sizeof(std::uint32_t)));
  larger->count = count;
  for (std::uint32_t i = 0; i < 2 * count; ++i) larger->pairs[i] = data->pairs[i / 2];
  data = larger;
}

void everything_service::make_blob(std::uint16_t size, blob** made) {
  if (size == 0) return;
  *made = static_cast<blob*>(rpc::allocate(sizeof(blob) + size));
  (*made)->size = size;
  for (std::uint16_t i = 0; i < size; ++i) (*made)->bytes[i] = static_cast<std::uint8_t>(i);
}

std::uint32_t everything_service::sum_blob(const blob* data) {
  if (data == nullptr) return 12345;
  std::uint32_t total = 0;
  for (std::uint16_t i = 0; i < data->size; ++i) total += data->bytes[i];
  return total;
}

void everything_service::repaint(colour tint, paint from, paint* to) {
  switch (tint) {
    case colour::red: to->shade = static_cast<std::uint8_t>(from.shade + 1); break;
    case colour::green: shout(from.name, &to->name); break;
    case colour::blue:
      if (from.at == nullptr) break;
      to->at = rpc::allocate<point>();
      *to->at = mirror(*from.at);
  }
}

void everything_service::negate(painted* thing) {
  if (thing->kind == 100 - 1) thing->how.real = -thing->how.real;
  if (thing->kind == 101 || thing->kind == 102) thing->how.integer = -thing->how.integer;
}

void everything_service::deepen(holder& h) {
  ++h.inner.depth;
  if (h.inner.at != nullptr) *h.inner.at = mirror(*h.inner.at);
  if (h.which == 1) h.choice.one = -h.choice.one;
}

std::int32_t everything_service::sum_quad(const std::int32_t* numbers) { return sum_four(numbers); }

void everything_service::fill_row(std::int32_t with, std::int32_t (&row)[3]) {
  std::ranges::fill(row, with);
}

std::int32_t everything_service::sum_row(const std::int32_t (*row)[3]) {
  return (*row)[0] + (*row)[1] + (*row)[2];
}

void everything_service::invert(c_style& thing) {
  for (std::byte& b : thing.raw) b = ~b;
  for (bool& flag : thing.flags) flag = !flag;
  for (std::int32_t& n : thing.numbers) n = -n;
}

std::uint32_t everything_service::count_rows(std::uint32_t rows, const std::int32_t (*table)[3]) {
  std::uint32_t ordered = 0;
  for (std::uint32_t i = 0; i < rows; ++i) ordered += std::ranges::is_sorted(table[i]);
  return ordered;
}

std::int32_t everything_service::follow(const links* l) {
  std::int32_t total = *l->always;
  if (l->maybe != nullptr) total += *l->maybe;
  if (l->twice != nullptr && *l->twice != nullptr) total += **l->twice;
  return total;
}

std::int32_t everything_service::deep(std::int32_t*** data) {
  return *data != nullptr && **data != nullptr ? ***data : 0;
}

std::int32_t* everything_service::find(std::int32_t key) {
  if (key == 0) return nullptr;
  auto* found = rpc::allocate<std::int32_t>();
  *found = 10 * key;
  return found;
}

void everything_service::toggle(std::int32_t* value, std::int32_t** slot) {
  if (value != nullptr) *value = -*value;
  *slot = *slot != nullptr ? nullptr : find(7);
}

std::int64_t everything_service::sum(const node* list) {
  std::int64_t total = 0;
  for (; list != nullptr; list = list->next) total += list->value;
  return total;
}

void everything_service::reverse(node** list) {
  node* reversed = nullptr;
  while (*list != nullptr) {
    // The same nodes in another order.
    node* moved = std::exchange(*list, (*list)->next);  // rpc-check: ignore=relink-next
    // rpc-check: ignore=relink-next
    moved->next = std::exchange(reversed, moved);
  }
  *list = reversed;
}

tree* everything_service::flip(const tree* from) { return flipped(from); }

void everything_service::ping() {}

std::uint32_t everything_service::last() { return 60; }

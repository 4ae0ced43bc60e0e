#ifndef MODERN_H
#define MODERN_H

#include <rpc/rpc.h>

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// Classes of the standard library as parameters, results, fields and elements.

namespace [[rpc::interface("7d0a3c5e-64c1-4a39-8f0d-6d7a1a2b9c10", 1, 0),
            rpc::pointer_default(unique)]] modern {

// Text.

std::uint32_t length(std::string_view text, std::u16string_view wide);
std::string shout(std::string text);
std::u16string widen([[rpc::in]] const std::string& text);
void greet([[rpc::in]] std::string_view name, [[rpc::out]] std::string& greeting);
void append([[rpc::in, rpc::out]] std::string& text, [[rpc::in]] std::string_view more);
[[rpc::opnum(10)]] bool is_empty([[rpc::in, rpc::unique]] const std::string* text);

// Elements.

struct point {
  std::int32_t x;
  std::int32_t y;
};

std::vector<std::int64_t> count_to(std::int64_t last);
std::int64_t sum([[rpc::in]] const std::vector<std::int32_t>& numbers);
void sort([[rpc::in, rpc::out]] std::vector<std::string>& words);
std::vector<std::uint8_t> bits(std::vector<std::byte> bytes);
std::array<point, 2> corners([[rpc::in]] const std::array<std::int32_t, 4>& box);
void split([[rpc::in]] std::string_view text, [[rpc::out]] std::vector<std::string>& words);
std::vector<std::vector<std::int16_t>> triangle(std::uint32_t rows);

// What may be missing.

std::optional<std::int32_t> find([[rpc::in]] const std::vector<std::int32_t>& in,
                                 std::int32_t wanted);
std::optional<std::string> name_of(std::optional<point> at);
void toggle([[rpc::in, rpc::out]] std::optional<point>& at);
std::unique_ptr<point> nearest([[rpc::in]] const std::vector<std::optional<point>>& points);

// Alternatives and views.

using choice = std::variant<std::monostate, std::int16_t, std::string, point>;

choice next([[rpc::in]] const choice& before);
std::uint32_t total(std::span<const std::uint8_t> bytes, std::span<const std::string> words);
void negate([[rpc::in, rpc::out]] std::span<std::int32_t> numbers);
void squares(std::uint32_t count, [[rpc::out, rpc::size_is(count)]] std::span<std::uint64_t> results);

// Structures.

struct person {
  std::string name;
  std::u16string title;
  [[rpc::ref]] std::string country;
  std::vector<std::string> aliases;
  std::optional<point> home;
  std::unique_ptr<person> partner;
  std::array<std::uint16_t, 3> numbers;
  std::byte tag;
  std::vector<person> children;
};

person marry([[rpc::in]] const person& a, [[rpc::in]] const person& b);
void rename([[rpc::in, rpc::out]] person& who, [[rpc::in]] std::string_view name);
std::vector<person> sorted([[rpc::in]] std::uint32_t count,
                           [[rpc::in, rpc::size_is(count)]] const person* people);

// Lists.

struct node {
  std::int32_t value;
  std::unique_ptr<node> next;
};

std::int64_t sum_list([[rpc::in]] const std::unique_ptr<node>& list);
void reverse([[rpc::in, rpc::out]] std::unique_ptr<node>& list);
std::unique_ptr<node> count_down(std::int32_t from);

}  // namespace modern

[[rpc::stubs]];

#endif

#ifndef ATLAS_H
#define ATLAS_H

#include <rpc/rpc.h>

#include <optional>
#include <string>
#include <variant>

/// What a client of Wine calls: each construct that widl has, once.
namespace [[rpc::interface("6a3d9d0c-8f0e-4f57-9a35-70d4d0f7a651", 1, 0),
            rpc::pointer_default(unique)]] atlas {

struct place {
  std::int16_t x;
  std::int32_t y;
};

enum kind { town, river, peak };
enum [[rpc::v1_enum]] scale { whole = 1, part = 70000 };

// Strings.

void shout([[rpc::in]] const std::u16string& text, [[rpc::out]] std::optional<std::u16string>& loud);
void join([[rpc::in]] std::uint32_t count,
          [[rpc::in, rpc::string, rpc::size_is(count)]] const char* const* words,
          [[rpc::out, rpc::string]] char** text);

// Arrays.

void sort([[rpc::in]] std::uint32_t count,
          [[rpc::in, rpc::out, rpc::size_is(count)]] std::int32_t* numbers);
void sums([[rpc::in]] const double rows[2][3], [[rpc::out]] double of_rows[2]);
void evens([[rpc::in]] std::uint32_t below,
           [[rpc::out, rpc::size_is(below), rpc::length_is(*found)]] std::uint16_t* numbers,
           [[rpc::out]] std::uint32_t* found);
void places([[rpc::in]] std::uint16_t count, [[rpc::in, rpc::size_is(count)]] const place* at,
            [[rpc::out]] place* middle);

struct route {
  kind of;
  std::uint16_t count;
  scale drawn;
  [[rpc::size_is(count)]] place stops[1];
};
std::uint32_t last_stop([[rpc::in]] const route* taken, [[rpc::out]] place* last);

// Unions.

union [[rpc::switch_type(std::uint32_t)]] value {
  [[rpc::case(1)]] std::int64_t number;
  [[rpc::case(2, 3)]] double real;
  [[rpc::case(4), rpc::string]] char* text;
  [[rpc::case(5)]] place at;
  [[rpc::default]] rpc::none nothing;
};
struct tagged {
  std::uint32_t level;
  [[rpc::switch_is(level)]] value v;
};
void describe([[rpc::in]] const tagged* from, [[rpc::out, rpc::string]] char** text);
void make([[rpc::in]] std::uint32_t level, [[rpc::out, rpc::switch_is(level)]] value* made);
void either([[rpc::in]] const std::variant<std::int32_t, place>& which,
            [[rpc::out]] std::int32_t* sum);

// Contexts.

struct book_state;
using book [[rpc::context_handle]] = book_state*;
[[rpc::local]] void book_rundown(book left);

void begin([[rpc::in, rpc::string]] const char* name, [[rpc::out]] book* opened);
std::uint32_t add([[rpc::in]] book into, [[rpc::in]] std::uint32_t pages);
void end([[rpc::in, rpc::out]] book* ended);

// Graphs.

struct node {
  std::int32_t value;
  [[rpc::unique]] node* left;
  [[rpc::unique]] node* right;
};
void mirror([[rpc::in, rpc::out, rpc::unique]] node* root);

struct ring {
  std::int32_t value;
  [[rpc::ptr]] ring* next;
};
std::uint32_t length([[rpc::in, rpc::ptr]] const ring* first);

struct pair {
  [[rpc::ptr]] ring* one;
  [[rpc::ptr]] ring* other;
};
bool is_shared([[rpc::in, rpc::ptr]] const pair* of);

}  // namespace atlas

[[rpc::stubs]];

#endif

#ifndef EVERYTHING_H
#define EVERYTHING_H

#include <rpc/none.h>
#include <rpc/rpc.h>

// Every construct of NDR that can be declared, each in an operation that changes what it gets.

/// A type outside of the interface.
struct point {
  std::int32_t x;
  std::int32_t y;
};

namespace [[rpc::interface("c5c0ad61-9d5c-4a0e-8a6f-3e0b7f1d2a44", 2, 3),
            rpc::pointer_default(unique)]] everything {

// Scalars.

enum class colour : std::uint16_t { red = 1, green = 2, blue = 3 };
enum [[rpc::v1_enum]] code { code_none = 0, code_large = 70000 };

struct scalars {
  bool flag;
  char letter;
  char16_t wide;
  std::int8_t i8;
  std::uint8_t u8;
  std::int16_t i16;
  std::uint16_t u16;
  std::int32_t i32;
  std::uint32_t u32;
  std::int64_t i64;
  std::uint64_t u64;
  float f32;
  double f64;
  colour tint;
  code number;
};

double add_all(bool flag, char letter, char16_t wide, std::int8_t i8, std::uint8_t u8,
               std::int16_t i16, std::uint16_t u16, std::int32_t i32, std::uint32_t u32,
               std::int64_t i64, std::uint64_t u64, float f32, double f64);
void copy_scalars([[rpc::in]] const scalars& from, [[rpc::out]] scalars& to);
bool is_red([[rpc::in]] colour tint);
colour next_colour([[rpc::in]] colour tint);
code next_code([[rpc::in]] code number);
point mirror([[rpc::in]] point at);
void limit([[rpc::in, rpc::range(0, 100)]] std::int32_t percent, [[rpc::out]] std::int32_t* rest);

// Arrays.

struct packed {
  std::uint8_t bytes[3];
  point corners[2];
  std::uint16_t table[2][3];
  colour tints[2];
  [[rpc::string]] char name[8];
};

std::int32_t sum_four([[rpc::in]] const std::int32_t values[4]);
std::int32_t sum_table([[rpc::in]] const std::int32_t values[2][3]);
void transpose([[rpc::in]] const packed* from, [[rpc::out]] packed* to);
void reverse_points([[rpc::in]] std::uint32_t count,
                    [[rpc::in, rpc::out, rpc::size_is(count)]] point* points);
void tints([[rpc::in, rpc::size_is(count)]] const colour values[], [[rpc::in]] std::uint32_t count,
           [[rpc::out, rpc::size_is(count)]] colour* next);
void bits([[rpc::in]] const std::uint32_t& count,
          [[rpc::in, rpc::size_is((count + 7) / 8)]] const std::uint8_t* set,
          [[rpc::out]] std::uint32_t& ones);
void first([[rpc::in]] std::uint32_t wanted, [[rpc::in]] std::uint32_t limit,
           [[rpc::out, rpc::size_is(wanted < limit ? wanted : limit)]] std::uint16_t* numbers);
void primes([[rpc::in]] std::uint32_t below,
            [[rpc::out, rpc::size_is(, *count)]] std::uint32_t** found,
            [[rpc::out]] std::uint32_t* count);

// Strings.

struct label {
  [[rpc::string]] char* text;
  [[rpc::string, rpc::unique]] const char16_t* wide;
};

std::uint32_t length([[rpc::in, rpc::string]] const char* text,
                     [[rpc::in, rpc::unique, rpc::string]] const char16_t* wide);
void shout([[rpc::in, rpc::string]] const char* text, [[rpc::out, rpc::string]] char** loud);
[[rpc::string]] char16_t* widen([[rpc::in, rpc::string]] const char* text);
void swap_labels([[rpc::in, rpc::out]] label* a, [[rpc::in, rpc::out]] label* b);
void join([[rpc::in]] std::uint32_t count,
          [[rpc::in, rpc::size_is(count), rpc::string]] const char** words,
          [[rpc::out, rpc::string]] char** sentence);
void abbreviate([[rpc::in, rpc::string]] const char name[16],
                [[rpc::out, rpc::string]] char16_t brief[4]);
void append([[rpc::in]] std::uint32_t size,
            [[rpc::in, rpc::out, rpc::string, rpc::size_is(size)]] char* text);

// Structures with an open end.

struct numbers {
  std::uint32_t count;
  [[rpc::size_is(count * 2)]] std::uint32_t pairs[1];
};

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
struct blob {
  std::uint16_t size;
  [[rpc::size_is(size)]] std::uint8_t bytes[];
};
#pragma GCC diagnostic pop

void double_numbers([[rpc::in, rpc::out]] numbers*& data);
void make_blob([[rpc::in]] std::uint16_t size, [[rpc::out]] blob** made);
std::uint32_t sum_blob([[rpc::in, rpc::unique]] const blob* data);

// Unions.

union [[rpc::switch_type(colour)]] paint {
  [[rpc::case(colour::red)]] std::uint8_t shade;
  [[rpc::case(colour::green), rpc::string]] char* name;
  [[rpc::default]] point* at;
};

union [[rpc::switch_type(std::int32_t)]] value {
  [[rpc::case(0)]] rpc::none nothing;
  [[rpc::case(1, 2)]] std::int64_t integer;
  [[rpc::case(-1)]] double real;
  [[rpc::default]] rpc::none unknown;
};

struct painted {
  colour tint;
  [[rpc::switch_is(tint)]] paint what;
  std::int16_t kind;
  [[rpc::switch_is(kind - 100)]] value how;
};

void repaint([[rpc::in]] colour tint, [[rpc::in, rpc::switch_is(tint)]] paint from,
             [[rpc::out, rpc::switch_is(tint)]] paint* to);
void negate([[rpc::in, rpc::out]] painted* thing);

// Unnamed types.

struct holder {
  struct {
    std::int32_t depth;
    [[rpc::unique]] point* at;
  } inner;
  std::int32_t which;
  [[rpc::switch_is(which)]] union [[rpc::switch_type(std::int32_t)]] {
    [[rpc::case(1)]] std::int32_t one;
    [[rpc::default]] std::uint8_t other;
  } choice;
};

void deepen([[rpc::in, rpc::out]] holder& h);

// Other ways to declare.

using quad = std::int32_t[4];
typedef struct {
  std::byte raw[2];
  bool flags[3];
  quad numbers;
} c_style;

std::int32_t sum_quad([[rpc::in]] const quad numbers);
void fill_row([[rpc::in]] std::int32_t with, [[rpc::out]] std::int32_t (&row)[3]);
std::int32_t sum_row([[rpc::in]] const std::int32_t (*row)[3]);
void invert([[rpc::in, rpc::out]] c_style& thing);
std::uint32_t count_rows([[rpc::in]] std::uint32_t rows,
                         [[rpc::in, rpc::size_is(rows)]] const std::int32_t (*table)[3]);

// Pointers.

struct links {
  [[rpc::ref]] std::int32_t* always;
  [[rpc::unique]] std::int32_t* maybe;
  [[rpc::unique]] std::int32_t** twice;
};

std::int32_t follow([[rpc::in]] const links* l);
std::int32_t deep([[rpc::in]] std::int32_t*** data);
std::int32_t* find([[rpc::in]] std::int32_t key);
void toggle([[rpc::in, rpc::out, rpc::unique]] std::int32_t* value,
            [[rpc::in, rpc::out]] std::int32_t** slot);

// Lists and trees.

struct node {
  std::int32_t value;
  node* next;
};

struct tree {
  tree* left;
  std::int32_t value;
  tree* right;
};

std::int64_t sum([[rpc::in]] const node* list);
void reverse([[rpc::in, rpc::out]] node** list);
tree* flip([[rpc::in, rpc::unique]] const tree* from);

// Operations.

void ping();
[[rpc::local]] void helper(void* anything);
[[rpc::opnum(60)]] std::uint32_t last();

}  // namespace everything

[[rpc::stubs]];

#endif

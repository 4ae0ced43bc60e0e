#ifndef ARRAYS_H
#define ARRAYS_H

#include <rpc/rpc.h>

// Arrays of which a part travels, arrays of arrays, of pointers and of strings, and what bounds
// their sizes.
namespace [[rpc::interface("7d0c1f3a-52b6-4c0e-9a41-6e8f2b9d4c15", 1, 0),
            rpc::pointer_default(unique)]] arrays {

// Parameters.

/// Storage of `size` elements, of which *length travel each way; adds one more.
void append([[rpc::in]] std::uint32_t size, [[rpc::in, rpc::out]] std::uint32_t* length,
            [[rpc::in, rpc::out, rpc::size_is(size), rpc::length_is(*length)]] std::int32_t* values);
/// Fills what it likes of `size` elements.
void fill([[rpc::in]] std::uint32_t size, [[rpc::in]] std::uint32_t wanted,
          [[rpc::out]] std::uint32_t* length,
          [[rpc::out, rpc::size_is(size), rpc::length_is(*length)]] char16_t* text);
/// Negates the elements first to last.
void negate([[rpc::in]] std::uint32_t highest, [[rpc::in]] std::uint32_t first,
            [[rpc::in]] std::int32_t last,
            [[rpc::in, rpc::out, rpc::max_is(highest), rpc::first_is(first),
              rpc::last_is(last)]] std::int64_t* values);
/// The sum of the elements from `first` on.
std::int32_t sum_from([[rpc::in]] std::uint32_t first,
                      [[rpc::in, rpc::first_is(first)]] const std::int32_t values[6]);
void squeeze([[rpc::in, rpc::out]] std::uint32_t& used,
             [[rpc::in, rpc::out, rpc::length_is(used)]] std::uint8_t (*bytes)[8]);
std::uint32_t count([[rpc::in]] std::uint32_t size, [[rpc::in]] std::uint32_t length,
                    [[rpc::in, rpc::unique, rpc::size_is(size),
                      rpc::length_is(length)]] const std::uint16_t* values);
/// The server makes the array, larger than what it sends of it.
void make([[rpc::in]] std::uint32_t wanted, [[rpc::out]] std::uint32_t* size,
          [[rpc::out]] std::uint32_t* length,
          [[rpc::out, rpc::size_is(, *size), rpc::length_is(, *length)]] std::uint32_t** made);
void grow([[rpc::in, rpc::out]] std::uint32_t* size,
          [[rpc::in, rpc::out, rpc::size_is(*size), rpc::length_is(*size / 2)]] std::uint32_t*&
              values);
/// The rows that travel of a table.
std::int32_t sum_rows([[rpc::in]] std::uint32_t rows, [[rpc::in]] std::uint32_t used,
                      [[rpc::in, rpc::size_is(rows), rpc::length_is(used)]] const std::int32_t (
                          *table)[3]);

// Counted strings.

struct counted_string {
  std::uint16_t length;   ///< in bytes
  std::uint16_t maximum;  ///< in bytes
  [[rpc::size_is(maximum / 2), rpc::length_is(length / 2)]] char16_t* buffer;
};

void shout([[rpc::in, rpc::out]] counted_string* text);
void echo([[rpc::in]] const counted_string* text, [[rpc::out]] counted_string* again);
std::uint32_t total([[rpc::in]] std::uint32_t n,
                    [[rpc::in, rpc::size_is(n)]] const counted_string* texts);

// In structures.

struct window {
  std::uint8_t used;
  [[rpc::length_is(used)]] counted_string names[3];
  std::int16_t from;
  [[rpc::first_is(from)]] std::int16_t rest[5];
};

struct open_window {
  std::uint32_t size;
  std::uint32_t used;
  [[rpc::size_is(size), rpc::length_is(used)]] counted_string names[1];
};

struct note {
  std::uint16_t room;
  [[rpc::string, rpc::size_is(room), rpc::range(1, 100)]] char text[1];
};

void rotate([[rpc::in, rpc::out]] window* w);
void first_half([[rpc::in]] const open_window* from, [[rpc::out]] open_window** to);
void answer([[rpc::in, rpc::out]] note* n);

// Arrays of pointers, strings and arrays.

std::int32_t sum_behind([[rpc::in]] std::uint32_t n,
                        [[rpc::in, rpc::size_is(n)]] const std::int32_t* const* values,
                        [[rpc::in]] const std::int32_t* const others[2]);
std::int32_t sum_ragged([[rpc::in]] std::uint32_t n, [[rpc::in]] const std::uint32_t* m,
                        [[rpc::in, rpc::size_is(n, *m)]] const std::int32_t* const* rows);
std::int32_t sum_cube([[rpc::in]] std::uint32_t n,
                      [[rpc::in, rpc::size_is(n)]] const std::int32_t cubes[][2][2]);
void upper([[rpc::in]] std::uint32_t n,
           [[rpc::in, rpc::out, rpc::size_is(n), rpc::string]] char lines[][8],
           [[rpc::in, rpc::out, rpc::string]] char more[2][4],
           [[rpc::in, rpc::out, rpc::string]] char (*last)[6]);
std::uint32_t measure([[rpc::in]] const std::int32_t* const (*pair)[2]);

// Sizes that are bounded or not compared.

std::uint32_t limited([[rpc::in]] std::uint32_t n,
                      [[rpc::in, rpc::size_is(n), rpc::range(1, 4)]] const std::uint8_t* bytes,
                      [[rpc::in, rpc::unique, rpc::string, rpc::range(1, 6)]] const char* text);
std::uint32_t unchecked([[rpc::in]] std::uint32_t n,
                        [[rpc::in, rpc::unique, rpc::size_is(n),
                          rpc::disable_consistency_check]] const std::uint8_t* bytes);
using strictly [[rpc::ref]] = const std::uint32_t*;
std::uint32_t twice([[rpc::in]] const strictly* n,
                    [[rpc::in, rpc::size_is(**n)]] const std::uint8_t* bytes);

// Parts of which both ends are given.

/// The sum of the rows first to last.
std::int32_t sum_between([[rpc::in]] std::uint32_t rows, [[rpc::in]] std::uint32_t first,
                         [[rpc::in]] std::uint32_t last,
                         [[rpc::in, rpc::size_is(rows), rpc::first_is(first),
                           rpc::last_is(last)]] const std::int32_t (*table)[3]);

// Arrays of [ref] pointers, which have no referent ids in NDR20.

using always [[rpc::ref]] = std::int32_t*;

struct framed_pair {
  std::uint8_t before;
  always of[2];
  std::uint8_t after;
};

void negate_all([[rpc::in]] std::uint32_t n, [[rpc::in, rpc::out, rpc::size_is(n)]] always* values,
                [[rpc::in, rpc::out]] framed_pair* pair);

// A structure that ends in one that ends in an array, with a gap before the elements in NDR64.

struct open_bytes {
  std::uint8_t n;
  [[rpc::size_is(n)]] std::uint8_t bytes[1];
};

struct framed_bytes {
  std::int64_t id;
  open_bytes last;
};

void increment([[rpc::in, rpc::out]] framed_bytes* all);

}  // namespace arrays

[[rpc::stubs]];

#endif

#ifndef COUNTS_H
#define COUNTS_H

#include <rpc/none.h>
#include <rpc/rpc.h>

#include <cstdint>
#include <memory>
#include <optional>

// Sizes and discriminants that ask, follow and cast.

namespace [[rpc::interface("7b1c3f60-2f5d-4d0a-9c55-0e4b1f7a2c31", 1, 0),
            rpc::pointer_default(unique)]] counts {

// The array comes before its counts, and each of the three may be null (as in MS-RRP,
// BaseRegQueryValue).
std::uint32_t query([[
                      rpc::in, rpc::out, rpc::unique, rpc::size_is(size ? *size : 0),
                      rpc::length_is(length ? *length : 0)
                    ]] std::uint8_t* data,
                    [[rpc::in, rpc::out, rpc::unique]] std::uint32_t* size,
                    [[rpc::in, rpc::out, rpc::unique]] std::uint32_t* length);

// What the members point to, in both orders.
struct follows {
  std::uint32_t* n;
  [[rpc::size_is(*n), rpc::suppress("size-from-unique")]] std::int32_t* values;
  [[rpc::size_is(m != nullptr && *m < 4 ? *m : 0)]] std::int32_t* more;
  std::uint16_t* m;
};
std::int64_t sum([[rpc::in]] const follows* f);
void change([[rpc::in, rpc::out]] follows* f);
void results([[rpc::out]] follows* f);

// The first element of an array that has a size itself.
std::int64_t elements([[rpc::in]] std::uint32_t n,
                      [[rpc::in, rpc::size_is(n)]] const std::uint32_t* sizes,
                      [[rpc::in, rpc::unique, rpc::size_is(sizes[0])]] const std::int32_t* values);
struct firsts {
  std::uint16_t fixed[2];
  [[rpc::size_is(*fixed)]] std::uint8_t* a;
  std::uint32_t n;
  [[rpc::size_is(n)]] std::uint16_t* sizes;
  [[rpc::size_is(sizes ? *sizes : 0)]] std::uint8_t* b;
};
std::int64_t sum_firsts([[rpc::in]] const firsts* f);

// Classes that are used as pointers.
struct modern {
  std::optional<std::uint32_t> n;
  [[rpc::size_is(n ? *n : 0)]] std::uint8_t* a;
};
std::uint32_t presented([[rpc::in]] const std::optional<std::uint32_t>& n,
                        [[ rpc::in, rpc::unique, rpc::size_is(n ? *n : 0) ]] const std::uint8_t* a);

// Casts and masks, and levels without a size.
void bytes([[rpc::in]] std::int16_t n,
           [[ rpc::in, rpc::size_is((std::uint8_t)n) ]] const std::uint8_t* a,
           [[rpc::out, rpc::size_is(static_cast<std::uint16_t>(n) & 0xF)]] std::uint8_t* b);
std::uint32_t rows([[rpc::in]] std::uint32_t n, [[rpc::in, rpc::size_is(n, )]] std::uint32_t** all);

// A discriminant that is wider on the wire (as VARIANT's), masked, or chosen.
union [[rpc::switch_type(std::uint32_t)]] value {
  [[rpc::case (2)]] std::int16_t number;
  [[rpc::case (3)]] std::int32_t longer;
  [[rpc::default]] rpc::none nothing;
};
struct variant {
  std::uint16_t vt;
  [[rpc::switch_is(vt)]] value v;
};
std::int64_t of_variant([[rpc::in]] const variant* v);
std::int64_t masked([[rpc::in]] std::uint32_t level,
                    [[rpc::in, rpc::switch_is(0xFFFFFF & level)]] const value* v);
std::int64_t chosen([[ rpc::in, rpc::switch_is(level ? *level : 3) ]] const value* v,
                    [[rpc::in, rpc::unique]] const std::uint16_t* level);

}  // namespace counts

[[rpc::stubs]];

#endif

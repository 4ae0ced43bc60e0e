#ifndef LOWERED_H
#define LOWERED_H

#include <rpc/rpc.h>

#include <cstdint>

namespace [[rpc::interface("5d2e7b18-0c43-4f6a-9b1e-27d5c0a4f335", 1, 0),
            rpc::pointer_default(unique)]] lowered {

// #if defined(OLD)
// #define tag_of_old
// #endif
// #ifndef GUARD
#define GUARD
// #ifndef PLACES
#define PLACES 2
// #endif
#define SIDES 4
// #endif
#define ENDS 2
// NOWHERE is a pointer made of a number.

struct BLOB {
  std::uint32_t length;
  [[rpc::size_is(length)]] std::uint8_t data[1];
};

using wireTEXT [[rpc::unique]] = BLOB*;
using TEXT = wireTEXT;
using DATE = std::int32_t;

struct ENTRY {
  TEXT text;
  DATE when;
};

enum CHOICE { FIRST = 0, SECOND = 1 };

constexpr std::int32_t NONE = -1;
constexpr std::int32_t ALL = 0x7FFFFFFF;
constexpr std::uint32_t MASK = 0x80000000;

void put([[rpc::in]] ENTRY* e, [[rpc::in]] CHOICE c, [[rpc::out]] TEXT* found);

}  // namespace lowered

[[rpc::stubs]];

#endif

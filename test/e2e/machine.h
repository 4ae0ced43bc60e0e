#ifndef MACHINE_H
#define MACHINE_H

#include <rpc/rpc.h>

#include <cstddef>

// What belongs to one machine: pointers that stay there, and integers as wide as its pointers.

namespace [[rpc::interface("3f1f6a0e-5b6c-4c52-9a38-0d2d8f4e7b61", 1, 0),
            rpc::pointer_default(unique)]] machine {

struct opaque;

struct cursor {
  std::int32_t position;
  [[rpc::ignore]] void* cache;
  [[rpc::ignore]] opaque* state;
  [[rpc::ignore]] void (*notify)(int);
  cursor* next;
};

// The sum of the positions; -1 if a pointer has come along.
std::int32_t sum([[rpc::in]] const cursor* list);
void advance([[rpc::in, rpc::out]] cursor* c, [[rpc::in]] std::int32_t by);
cursor* make([[rpc::in]] std::int32_t position);

using offset [[rpc::int3264]] = std::ptrdiff_t;

struct region {
  std::uint8_t kind;
  [[rpc::int3264]] std::size_t size;
  offset holes[2];
};

offset difference([[rpc::in, rpc::int3264]] std::size_t a, [[rpc::in, rpc::int3264]] std::size_t b);
void grow([[rpc::in, rpc::out]] region* r, [[rpc::in]] offset by);
void negate([[rpc::in]] std::uint32_t count,
            [[rpc::in, rpc::out, rpc::size_is(count), rpc::int3264]] long* numbers);

}  // namespace machine

[[rpc::stubs]];

#endif

#ifndef LEFT_OUT_H
#define LEFT_OUT_H

#include <rpc/rpc.h>

#include <cstdint>

namespace [[rpc::interface("5d2e7b18-0c43-4f6a-9b1e-27d5c0a4f318", 1, 0),
            rpc::pointer_default(unique)]] left_out {

// UNKNOWN: unknown type name 'UNHEARD_OF'

// USER: 'UNKNOWN' is left out: unknown type name 'UNHEARD_OF'

struct OPEN {
  std::int16_t n;
  [[rpc::size_is(n)]] std::int32_t a[1];
  std::int16_t last;
};

void Zero([[rpc::in]] std::int32_t n);

// One: 'callback' is not supported
[[rpc::reserved]] void One();

// Two: 'USER' is left out: unknown type name 'UNHEARD_OF'
[[rpc::reserved]] void Two();

// Three: 'OPEN' cannot travel: field 'a' ends in an open array and must be the last one of 'OPEN'
[[rpc::reserved]] void Three();

void Four([[rpc::in]] std::int32_t n);

// Five: 'rpc::maybe' is not supported by stubs yet
[[rpc::reserved]] void Five();

void Six([[rpc::in]] std::int32_t n);

struct KEPT {
  std::int32_t n;
};

// interface IThing: the operations of object interfaces are not supported

}  // namespace left_out

[[rpc::stubs]];

#endif

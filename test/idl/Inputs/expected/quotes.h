#ifndef QUOTES_H
#define QUOTES_H

#include <rpc/rpc.h>

#include <cstdint>

namespace [[rpc::interface("5d2e7b18-0c43-4f6a-9b1e-27d5c0a4f324", 1, 0)]] quotes {

// #include <windows.h>
// #ifdef LATER
// #define FIRST 1
// DEFINE_FLAGS(LEVEL);
// #define TWICE(n)
//   (2 * (n))
// inline int twice(int n) { return 2 * n; }
/* the "end" */

void Do([[rpc::in]] std::int32_t n);

// #endif

}  // namespace quotes

[[rpc::stubs]];

#endif

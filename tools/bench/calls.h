#ifndef BENCH_CALLS_H
#define BENCH_CALLS_H

#include <rpc/rpc.h>

namespace [[rpc::interface("0c3b7c52-6a3f-4a5e-9d43-2f1d0a6f5c77", 1, 0),
            rpc::pointer_default(unique)]] called {

void add_one([[rpc::in]] std::uint32_t value,
             [[rpc::out]] std::uint32_t *result);
/// Sends the data back.
void turn([[rpc::in]] std::uint32_t count,
          [[rpc::in, rpc::out, rpc::size_is(count)]] std::uint8_t *data);

} // namespace called

[[rpc::stubs]];

#endif

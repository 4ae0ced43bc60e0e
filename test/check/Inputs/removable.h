#pragma once
#include <rpc/rpc.h>

namespace [[rpc::interface("1b7c1f0e-3c55-4f7a-8d1c-7f9e3a2b6c12", 1, 0)]] wrong {
void fill(std::int32_t n, [[rpc::out, rpc::size_is(n)]] const char *s);
}

[[rpc::stubs]];

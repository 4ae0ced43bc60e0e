#pragma once
#include <rpc/rpc.h>

namespace [[rpc::interface("2e6a8d3c-5f0e-4b4a-9d7c-7a1f3f0c9b13", 1, 0)]] kept {
[[rpc::suppress("return-const")]] const int a();
[[rpc::suppress("uuid-bad")]] int b();
const int c(); // rpc-check: ignore=return-const
}

#include <rpc/rpc.h>

namespace [[rpc::interface("2e6a8d3c-5f0e-4b4a-9d7c-7a1f3f0c9b12", 1, 0)]] silenced {
// rpc-check: ignore=lp64-long
void f(long n);
}

[[rpc::stubs]];
inline silenced::client *client;

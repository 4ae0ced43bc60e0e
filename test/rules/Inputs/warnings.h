// For rules that warn: an error elsewhere keeps the stubs away, which would need all of <rpc/rpc.h>.
#include "rpc.h"
namespace [[rpc::interface("c1e27f06-9a0c-4f1c-8d4a-6e0b8f5d1a77", 1, 0)]] wrong {
void f(rpc::handle_t h, [[rpc::in]] long n); // expected-error {{[lp64-long]}} expected-note {{}}
}

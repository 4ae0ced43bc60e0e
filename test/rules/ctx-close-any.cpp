// One operation may end the contexts of all types.
// RUN: %clang -fsyntax-only -Xclang -verify %s
// expected-no-diagnostics
#include <rpc/rpc.h>

namespace [[rpc::interface("9a0f1c52-41c7-4d52-8a3e-3f3c5b1d2e04", 1, 0)]] tested {
struct log_state;
using log [[rpc::context_handle]] = log_state *;
[[rpc::local]] void log_rundown(log left);
struct query_state;
using query [[rpc::context_handle]] = query_state *;
[[rpc::local]] void query_rundown(query left);
log open_log();
query open_query();
void close([[rpc::in, rpc::out, rpc::context_handle]] void **left);
}

[[rpc::stubs]];

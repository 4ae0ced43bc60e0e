// RUN: %clang -fsyntax-only -Xclang -verify %s
#include <rpc/rpc.h>

namespace [[rpc::interface("94b1f0a6-0a0f-44a8-b0a3-2f2e6c1c7d11", 1, 0)]] tested {
struct state;
using session [[rpc::context_handle(session_rundown)]] = state *;
[[rpc::local]] void session_rundown(session s);
void close([[rpc::in, rpc::out]] session *s);
// expected-warning@+2 {{[out] parameter 's' is a context handle that the call opens or closes, and a call that is [broadcast] may run twice [idempotent-context]}}
// expected-note@+1 {{leave out 'rpc::broadcast'}}
[[rpc::broadcast]] void open([[rpc::out]] session *s);
// expected-error@+1 {{it cannot be [broadcast] [pipe-attr]}}
[[rpc::broadcast]] void stream([[rpc::in]] rpc::pipe<std::uint8_t> &p);

// Silent.
[[rpc::broadcast]] std::int32_t locate([[rpc::in]] std::uint32_t key);
[[rpc::broadcast, rpc::idempotent]] void both();
} // namespace tested

// RUN: %clang -fsyntax-only -Xclang -verify %s
#include "Inputs/rpc.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
struct state;
using session [[rpc::context_handle(session_rundown)]] = state *;
[[rpc::local]] void session_rundown(session s);
void close([[rpc::in, rpc::out]] session *s);

// expected-warning@+2 {{[out] parameter 's' is a context handle that the call opens or closes, and a call that is [idempotent] may run twice [idempotent-context]}}
// expected-note@+1 {{leave out 'rpc::idempotent'}}
[[rpc::idempotent]] void a([[rpc::out]] session *s);
// expected-warning@+2 {{[in, out] parameter 's' is a context handle that the call opens or closes}}
// expected-note@+1 {{leave out}}
[[rpc::idempotent]] void b([[rpc::in, rpc::out]] session *s);
// expected-warning@+2 {{the value that 'c' returns is a context handle}}
// expected-note@+1 {{leave out}}
[[rpc::idempotent]] session c(rpc::handle_t h);
// expected-warning@+2 {{[out] parameter 's' is a context handle}}
// expected-note@+1 {{leave out}}
[[rpc::idempotent]] void d([[rpc::out]] session s[2]);
// expected-warning@+2 {{[out] parameter 's' is a context handle}}
// expected-note@+1 {{leave out}}
[[rpc::idempotent]] void e([[rpc::out]] session &s);
// expected-warning@+2 {{[out] parameter 's' is a context handle}}
// expected-note@+1 {{leave out}}
[[rpc::idempotent]] void f([[rpc::out, rpc::context_handle]] void **s);

// Silent: a context that is only used, and calls that run once.
[[rpc::idempotent]] std::int32_t get([[rpc::in]] session s);
[[rpc::idempotent]] void read([[rpc::in]] session s, [[rpc::out]] std::int32_t *value);
void open([[rpc::out]] session *s);
session opened(rpc::handle_t h);
} // namespace tested

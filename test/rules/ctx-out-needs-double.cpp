// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
using session [[rpc::context_handle]] = void *;
[[rpc::local]] void session_rundown(session);
// expected-error@+2 {{[out] parameter 's' is a context handle by value, and the server has nowhere to put a new one [ctx-out-needs-double]}}
// expected-note@+1 {{write 'tested::session *s'}}
void a([[rpc::out]] session s);
void b([[rpc::in, rpc::out]] session s); // expected-error {{[ctx-out-needs-double]}}

// Silent.
void c(session s, [[rpc::out]] session *t, [[rpc::in, rpc::out]] session *u);
}

[[rpc::stubs]];

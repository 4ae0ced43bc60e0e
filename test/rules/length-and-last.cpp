// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
void a(int n, int m, [[rpc::in, rpc::size_is(n), rpc::length_is(m), rpc::last_is(m)]] int *p); // expected-error {{[in] parameter 'p' has both length_is and last_is [length-and-last]}}

// Silent.
void b(int n, int m, [[rpc::in, rpc::size_is(n), rpc::length_is(m)]] int *p, [[rpc::in, rpc::max_is(n), rpc::last_is(m)]] int *q,
       [[rpc::in, rpc::size_is(n), rpc::last_is(m)]] int *r);
}

[[rpc::stubs]];

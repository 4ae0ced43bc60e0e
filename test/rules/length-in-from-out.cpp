// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
// expected-error@+2 {{length_is of [in] parameter 'a' comes from 'n', which is only [out], and is not known when the request is sent [length-in-from-out]}}
// expected-note@+1 {{make 'n' [in, out]}}
void a([[rpc::out]] int *n, [[rpc::in, rpc::size_is(4), rpc::length_is(*n)]] int *a);
// expected-error@+1 {{first_is of [in, out] parameter 'a' comes from 'n'}}
void b([[rpc::out]] int &n, [[rpc::in, rpc::out, rpc::first_is(n)]] int a[4]);
// expected-error@+1 {{last_is of [in] parameter 'a' comes from 'n'}}
void c([[rpc::out]] int *n, [[rpc::in, rpc::last_is(*n + 1)]] int a[4]);

// Silent.
void d([[rpc::out]] int *n, [[rpc::out, rpc::size_is(4), rpc::length_is(*n)]] int *a);
void e([[rpc::in, rpc::out]] int *n, [[rpc::in, rpc::out, rpc::length_is(*n)]] int a[4]);
}

[[rpc::stubs]];

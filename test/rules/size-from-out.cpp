// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
// expected-error@+3 {{the size of [out] parameter 'a' comes from 'n', which is only [out], and is not known before the call [size-from-out]}}
// expected-note@+2 {{make 'n' [in, out]}}
// expected-note@+1 {{or let the server allocate it: 'int **a' with size_is(, *n)}}
void a([[rpc::out]] int *n, [[rpc::out, rpc::size_is(*n)]] int *a);
// expected-error@+1 {{the size of [in] parameter 'a' comes from 'n'}}
void b([[rpc::out]] int *n, [[rpc::in, rpc::size_is(*n)]] int *a);
// expected-error@+1 {{the size of [in, out] parameter 'a' comes from 'n'}}
void c([[rpc::in, rpc::out, rpc::size_is(, n)]] int **a, [[rpc::out]] int &n);
// expected-error@+1 {{the size of [out] parameter 'a' comes from 'n'}}
void d([[rpc::in]] int m, [[rpc::out]] int *n, [[rpc::out, rpc::size_is(m + *n)]] int a[]);

// Silent: what the server allocates, and what travels both ways.
void allocated([[rpc::out]] int *n, [[rpc::out, rpc::size_is(, *n)]] int **a);
void given([[rpc::in]] int n, [[rpc::out, rpc::size_is(n)]] int *a);
void both([[rpc::in, rpc::out]] int *n, [[rpc::in, rpc::out, rpc::size_is(*n)]] int *a);
}

[[rpc::stubs]];

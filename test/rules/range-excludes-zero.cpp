// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
// expected-warning@+2 {{[in] parameter 'p' can never be null: its size 'n' is at least 1 [range-excludes-zero]}}
// expected-note@+1 {{let the range of 'n' begin at 0; in a new interface, make the pointer [ref]}}
void a([[rpc::range(1, 9)]] int n, [[rpc::in, rpc::unique, rpc::size_is(n)]] int *p);

// Silent.
void b([[rpc::range(0, 9)]] int n, [[rpc::in, rpc::unique, rpc::size_is(n)]] int *p);
void c([[rpc::range(1, 9)]] int n, [[rpc::in, rpc::size_is(n)]] int *p, [[rpc::in, rpc::unique, rpc::size_is(n), rpc::disable_consistency_check]] int *q);
void d([[rpc::range(1, 9)]] int n, [[rpc::in, rpc::unique]] int *mark);
}

[[rpc::stubs]];

// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wsize-no-range -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
// expected-warning@+2 {{the client alone decides how much memory the server takes for [out] parameter 'p' [size-no-range]}}
// expected-note@+1 {{bound 'n' with range}}
void a(unsigned n, [[rpc::out, rpc::size_is(n)]] int *p);

// Silent: with a range, with memory of the request, and of the server's own choice.
void b([[rpc::range(0, 100)]] unsigned n, [[rpc::out, rpc::size_is(n)]] int *p);
void c(unsigned n, [[rpc::out, rpc::size_is(n), rpc::range(0, 100)]] int *p);
void d(unsigned n, [[rpc::in, rpc::size_is(n)]] int *p, [[rpc::in, rpc::out, rpc::size_is(n)]] int *q, [[rpc::out]] int r[4]);
}

[[rpc::stubs]];

// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note -fplugin-arg-rpcgen-Wno-bool-count %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
int f(int);
struct pair { int n; };
using strictly_int [[rpc::ref]] = int *;
// expected-error@+1 {{size_is of [in] parameter 'a' cannot be computed: calls are not allowed [size-expr-unsupported]}}
void a(int n, [[rpc::in, rpc::size_is(f(n))]] int *a);
// expected-error@+1 {{cannot be computed: ++ and -- are not allowed}}
void b(int n, [[rpc::in, rpc::size_is(n++)]] int *a);
// expected-error@+1 {{cannot be computed: assignments are not allowed}}
void c(int n, [[rpc::in, rpc::size_is(n = 4)]] int *a);
// expected-error@+1 {{cannot be computed: only parameters or fields next to it can be named}}
void d(pair p, [[rpc::in, rpc::size_is(p.n)]] int *a);
// expected-error@+1 {{cannot be computed}}
void e(int n, [[rpc::in, rpc::size_is(n +)]] int *a);
// expected-error@+1 {{length_is of [in] parameter 'a' cannot be computed: calls are not allowed}}
void g(int n, [[rpc::in, rpc::size_is(n), rpc::length_is(f(n))]] int *a);

// expected-error@+1 {{cannot be computed: '*m' is an element of an array whose own size is read from an array}}
void h(int k, [[rpc::in, rpc::size_is(k)]] int *n, [[rpc::in, rpc::size_is(*n)]] int *m, [[rpc::in, rpc::size_is(*m)]] int *a);
// expected-error@+1 {{cannot be computed: '*b' is an element}} expected-error@+1 {{cannot be computed: '*a' is an element}}
void i([[rpc::in, rpc::size_is(*b)]] int *a, [[rpc::in, rpc::size_is(*a)]] int *b);

// Silent.
void two(const strictly_int *n, [[rpc::in, rpc::size_is(**n)]] int *a);
void expressions(int n, unsigned m, const int *p,
                 [[rpc::in, rpc::size_is(n * 2 + 1)]] int *a, [[rpc::in, rpc::size_is((m & 7) << 1)]] int *b,
                 [[rpc::in, rpc::size_is(n > 4 ? n : 4)]] int *c, [[rpc::in, rpc::size_is(*p - -1)]] int *d,
                 [[rpc::in, rpc::size_is(!n || ~m)]] int *e);
}

[[rpc::stubs]];

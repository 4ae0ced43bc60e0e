// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
enum { below = -1 };
struct record {
  // expected-error@+1 {{the size of field 'values' is always -1 and cannot be negative [size-expr-constant-negative]}}
  [[rpc::size_is(below)]] int *values;
};
// expected-error@+1 {{the size of [in] parameter 'a' is always -4}}
void a([[rpc::in, rpc::size_is(-4)]] int *a, [[rpc::in]] record *r);
// expected-error@+1 {{the size of [in] parameter 'a' is always -2}}
void b([[rpc::in, rpc::size_is(, 3 - 5)]] int **a);

// expected-error@+1 {{the highest index of [in] parameter 'a' is always -2}}
void d([[rpc::in, rpc::max_is(-2)]] int *a);
// expected-error@+1 {{the length of [in] parameter 'a' is always -1}}
void e([[rpc::in, rpc::length_is(-1)]] int a[4]);
// expected-error@+2 {{the first index of [in] parameter 'a' is always -1}}
// expected-error@+1 {{the last index of [in] parameter 'a' is always -4}}
void f([[rpc::in, rpc::first_is(-1), rpc::last_is(-4)]] int a[4]);
// expected-error@+1 {{the last index of [in] parameter 'a' is always -2}}
void g([[rpc::in, rpc::last_is(-2)]] int a[4]);
// expected-error@+1 {{the size of [in] parameter 'a' is at most -5}}
void h([[rpc::range(0, 5)]] int n, [[rpc::in, rpc::size_is(n - 10)]] int *a);
// expected-error@+1 {{the size of [in] parameter 'a' is at most -1}}
void i(std::uint32_t n, [[rpc::in, rpc::size_is(-1 - n)]] int *a);
// expected-error@+1 {{the size of [in] parameter 'a' is at most -1}}
void j(int n, [[rpc::in, rpc::size_is((std::uint8_t)n - 256)]] int *a);
// expected-error@+1 {{the size of [in] parameter 'a' is at most -1}}
void k([[rpc::in, rpc::unique]] int *n, [[rpc::in, rpc::size_is((n != nullptr) - 2)]] int *a);

// Silent: what is known at run time only.
void l(int n, [[rpc::in, rpc::size_is((std::uint8_t)n - 254)]] int *a, [[rpc::in, rpc::size_is((std::int8_t)n)]] int *b);
void c(int n, [[rpc::in, rpc::size_is(1)]] int *a, [[rpc::in, rpc::size_is(n - 5)]] int *b, [[rpc::in, rpc::size_is(-below)]] int *c,
       [[rpc::in, rpc::max_is(0)]] int *d, [[rpc::in, rpc::size_is(-n)]] int *e);
}

[[rpc::stubs]];

// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
enum { below = -1 };
struct record {
  // expected-error@+1 {{the size of field 'values' is always -1 and cannot be negative [size-expr-constant-negative]}}
  [[rpc::size_is(below)]] int *values;
};
// expected-error@+1 {{the size of [in] parameter 'a' is always -4}}
void a([[rpc::size_is(-4)]] int *a, record *r);
// expected-error@+1 {{the size of [in] parameter 'a' is always -2}}
void b([[rpc::size_is(, 3 - 5)]] int **a);

// Silent: zero, and what is known at run time only.
void c(int n, [[rpc::size_is(0)]] int *a, [[rpc::size_is(n - 5)]] int *b, [[rpc::size_is(-below)]] int *c);
}

[[rpc::stubs]];

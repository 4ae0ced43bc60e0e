// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
enum { nothing = 0 };
union [[rpc::switch_type(int)]] value { [[rpc::case(1)]] int number; };
struct record {
  int count;
  // expected-error@+1 {{size_is of field 'values' divides by zero [size-expr-div-zero]}}
  [[rpc::size_is(count % nothing)]] int *values;
};
// expected-error@+1 {{size_is of [in] parameter 'a' divides by zero}}
void a(int n, [[rpc::in, rpc::size_is(1 + n / (2 - 2))]] int *a, [[rpc::in]] record *r);
// expected-error@+1 {{switch_is of [in] parameter 'v' divides by zero}}
void b(int n, [[rpc::switch_is(n / 0)]] value v);
// expected-error@+1 {{divides by zero}}
void d(int n, int m, [[rpc::in, rpc::size_is(n / (m - m))]] int *a);
// expected-error@+1 {{divides by zero}}
void e([[rpc::range(0, 0)]] int n, [[rpc::in, rpc::size_is(8 / n)]] int *a);

// Silent: the operand is checked at run time.
void c(int n, int m, [[rpc::in, rpc::size_is(n / 2)]] int *a, [[rpc::in, rpc::size_is(n % m)]] int *b);
}

[[rpc::stubs]];

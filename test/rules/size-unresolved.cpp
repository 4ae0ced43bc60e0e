// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
int global;
enum { four = 4 };
constexpr int limit = 8;
struct record {
  int count;
  // expected-error@+1 {{the size of field 'values' names 'missing', which is not a field next to it [size-unresolved]}}
  [[rpc::size_is(missing)]] int *values;
};
// expected-error@+2 {{the size of [in] parameter 'a' names 'q', which is not a parameter next to it [size-unresolved]}}
// expected-note@+1 {{next to it: 'n' and 'm'}}
void a(int n, int m, [[rpc::in, rpc::size_is(q)]] int *a);
void with([[rpc::in]] record *r);
// expected-error@+1 {{the size of [in] parameter 'a' names 'k'}}
void b(int n, [[rpc::in, rpc::size_is(n * (k + 1))]] int *a);
// expected-error@+1 {{the size of [out] parameter 'a' names 'm'}}
void c([[rpc::out, rpc::size_is(, *m)]] int **a, [[rpc::out]] int *n);
// expected-error@+1 {{the size of [in] parameter 'a' names 'global'}}
void d([[rpc::in, rpc::size_is(global)]] int *a);

// Silent: later parameters, enumerators and constants.
void later([[rpc::in, rpc::size_is(n)]] int *a, int n);
void constants([[rpc::in, rpc::size_is(four * limit)]] int *a, [[rpc::in, rpc::size_is(sizeof(int))]] int *b);
}

[[rpc::stubs]];

// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct record {
  int count;
  // expected-error@+1 {{size_is(count) gives a size to a dimension of field 'values' that is fixed at 10 [size-on-fixed]}}
  [[rpc::size_is(count)]] int values[10];
};
// expected-error@+2 {{size_is(n) gives a size to a dimension of [in] parameter 'a' that is fixed at 4}}
// expected-note@+1 {{drop size_is, or leave the dimension open; length_is says how much of it travels}}
void a(int n, [[rpc::in, rpc::size_is(n)]] int a[4], [[rpc::in]] record *r);
// expected-error@+1 {{gives a size to a dimension of [in] parameter 'a' that is fixed at 3}}
void b(int n, [[rpc::in, rpc::size_is(, n)]] int a[2][3]);

// expected-error@+1 {{max_is(n) gives a size to a dimension of [in] parameter 'a' that is fixed at 4}}
void c(int n, [[rpc::in, rpc::max_is(n)]] int a[4]);

// expected-error@+1 {{size_is(n) gives a size to a dimension of [in] parameter 'a' that is fixed at 4}}
void d(int n, [[rpc::size_is(n)]] const int (&a)[4]);

// Silent.
void part(int n, [[rpc::in, rpc::length_is(n)]] int a[4]);
struct tail {
  int count;
  [[rpc::size_is(count)]] int values[1];
};
void rows(int n, [[rpc::in, rpc::size_is(n)]] int a[][3]);
void pointers(int n, [[rpc::in, rpc::size_is(, n)]] int *a[2], [[rpc::in, rpc::size_is(n)]] int *b, [[rpc::in]] tail *t);
}

[[rpc::stubs]];

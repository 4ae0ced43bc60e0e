// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct record {
  // expected-error@+2 {{the size of field 'values' names 'n', a parameter of 'a', and must be a field next to it [size-wrong-level]}}
  // expected-note@+1 {{add a field that holds the size}}
  [[rpc::size_is(n)]] int *values;
};
struct tail {
  int count;
  // expected-error@+1 {{the size of field 'values' names 'n', a parameter of 'a'}}
  [[rpc::size_is(n + count)]] int values[1];
};
void a(int n, [[rpc::in]] record *r, [[rpc::in]] tail *t);

// Silent.
struct right { int n; [[rpc::size_is(n)]] int *values; };
void b([[rpc::in]] right *r);
}

[[rpc::stubs]];

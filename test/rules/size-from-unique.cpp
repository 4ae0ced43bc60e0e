// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
using maybe [[rpc::unique]] = int *;
struct record {
  int *count;
  // expected-error@+1 {{the size of field 'values' is '*count', and 'count' may be null [size-from-unique]}}
  [[rpc::size_is(*count)]] int *values;
};
// expected-error@+2 {{the size of [in] parameter 'a' is '*n', and 'n' may be null [size-from-unique]}}
// expected-note@+1 {{make 'n' a [ref] pointer}}
void a([[rpc::in, rpc::unique]] int *n, [[rpc::size_is(*n)]] int *a, record *r);
// expected-error@+1 {{and 'n' may be null}}
void b(maybe n, [[rpc::size_is(*n + 1)]] int *a);

// Silent: top-level pointers are [ref].
struct strict {
  [[rpc::ref]] int *count;
  [[rpc::size_is(*count)]] int *values;
};
void c(int *n, int &m, [[rpc::size_is(*n)]] int *a, [[rpc::size_is(m)]] int *b, strict *s);
}

[[rpc::stubs]];

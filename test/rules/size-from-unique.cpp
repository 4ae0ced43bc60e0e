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
void a([[rpc::in, rpc::unique]] int *n, [[rpc::in, rpc::size_is(*n)]] int *a, [[rpc::in]] record *r);
// expected-error@+1 {{and 'n' may be null}}
void b([[rpc::in]] maybe n, [[rpc::in, rpc::size_is(*n + 1)]] int *a);

// Silent: top-level pointers are [ref].
struct strict {
  [[rpc::ref]] int *count;
  [[rpc::size_is(*count)]] int *values;
};
void c([[rpc::in]] int *n, [[rpc::in]] int &m, [[rpc::in, rpc::size_is(*n)]] int *a, [[rpc::in, rpc::size_is(m)]] int *b, [[rpc::in]] strict *s);
}

[[rpc::stubs]];

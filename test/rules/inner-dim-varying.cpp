// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wno-length-equals-size -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
// expected-error@+2 {{an inner dimension of [in] parameter 'a' travels in part, and only the outermost one may [inner-dim-varying]}}
// expected-note@+1 {{use an array of structs that hold a row and its length}}
void a(int n, [[rpc::in, rpc::length_is(, n)]] int a[2][3]);
struct table {
  int used;
  // expected-error@+1 {{an inner dimension of field 'cells' travels in part}}
  [[rpc::length_is(, used)]] int cells[2][3];
};
// expected-error@+1 {{an inner dimension of [in] parameter 'a' travels in part}}
void b(int n, [[rpc::in, rpc::size_is(n), rpc::length_is(, n)]] int (*a)[3], [[rpc::in]] table *t);

// Silent: rows, and what pointers lead to.
void c(int n, [[rpc::in, rpc::length_is(n)]] int a[2][3], [[rpc::in, rpc::size_is(n), rpc::length_is(n)]] int (*b)[3],
       [[rpc::in, rpc::size_is(n, n), rpc::length_is(, n)]] int **c, [[rpc::in, rpc::length_is(n)]] int (*d)[3]);
}

[[rpc::stubs]];

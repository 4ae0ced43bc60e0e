// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wlength-equals-size -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
struct s {
  int n;
  [[rpc::size_is(n), rpc::length_is(n)]] int *p;  // expected-warning {{field 'p' is always sent whole, and its length is sent in addition to its size [length-equals-size]}}
};
void a(int n, [[rpc::in, rpc::size_is(n / 2), rpc::length_is(n / 2)]] int *p, [[rpc::in]] s *q); // expected-warning {{[length-equals-size]}}

// Silent.
void b(int n, int m, [[rpc::in, rpc::size_is(n), rpc::length_is(m)]] int *p, [[rpc::in, rpc::size_is(n), rpc::length_is(n / 2)]] int *q);
}

[[rpc::stubs]];

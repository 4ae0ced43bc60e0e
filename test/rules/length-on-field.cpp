// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wlength-on-field -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
struct s {
  int n, m;
  [[rpc::size_is(n), rpc::length_is(m)]] int *p;  // expected-warning {{only a part of field 'p' travels, and the whole of it takes memory wherever the structure goes [length-on-field]}}
  [[rpc::last_is(m)]] int q[4];                   // expected-warning {{[length-on-field]}}
  [[rpc::size_is(n)]] int *r;
};

// Silent.
void a(int n, int m, [[rpc::in, rpc::size_is(n), rpc::length_is(m)]] int *p, [[rpc::in]] s *q);
}

[[rpc::stubs]];

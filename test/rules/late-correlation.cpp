// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wlate-correlation -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
struct s {
  [[rpc::size_is(n)]] int *p;                 // expected-warning {{the size of field 'p' travels after it [late-correlation]}}
  int n;
  [[rpc::size_is(n)]] int *q;
};
void a([[rpc::in, rpc::size_is(n)]] int *p, int n, [[rpc::in]] s *q); // expected-warning {{the size of [in] parameter 'p' travels after it}}
void b(int n, [[rpc::in, rpc::size_is(n), rpc::length_is(m)]] int *p, int m); // expected-warning {{the length of [in] parameter 'p' travels after it}}

// Silent.
void c(int n, int m, [[rpc::in, rpc::size_is(n), rpc::length_is(m)]] int *p);
}

[[rpc::stubs]];

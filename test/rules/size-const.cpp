// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wsize-const -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
constexpr int most = 16;
struct s {
  [[rpc::size_is(most)]] int *p;           // expected-warning {{the size of field 'p' never changes, and travels all the same [size-const]}}
};
void a([[rpc::in, rpc::size_is(4 * 2)]] int *p, [[rpc::in]] s *q);  // expected-warning {{the size of [in] parameter 'p' never changes}}
void b([[rpc::in, rpc::max_is(7)]] int *p);         // expected-warning {{[size-const]}}

// Silent.
void c(int n, [[rpc::in, rpc::size_is(n)]] int *p, [[rpc::out, rpc::size_is(, 4)]] int **q, [[rpc::in]] int (&r)[8]);
}

[[rpc::stubs]];

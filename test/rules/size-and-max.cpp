// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
struct s {
  int n;
  // expected-error@+2 {{field 'p' has both size_is and max_is [size-and-max]}}
  // expected-note@+1 {{keep one of them: the size is max_is + 1}}
  [[rpc::size_is(n), rpc::max_is(n)]] int *p;
};
void a(int n, [[rpc::in, rpc::max_is(n), rpc::size_is(n)]] int *p, [[rpc::in]] s *q); // expected-error {{[in] parameter 'p' has both size_is and max_is}}

// Silent.
void b(int n, [[rpc::in, rpc::size_is(n)]] int *p, [[rpc::in, rpc::max_is(n)]] int *q);
}

[[rpc::stubs]];

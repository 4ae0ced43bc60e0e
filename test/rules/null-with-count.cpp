// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wnull-with-count -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
struct s {
  int n;
  [[rpc::size_is(n)]] int *p;               // expected-warning {{field 'p' may be null, and then peers refuse a size that is not zero [null-with-count]}}
  [[rpc::ref, rpc::size_is(n)]] int *q;
};
void a(int n, [[rpc::in, rpc::unique, rpc::size_is(n)]] int *p, [[rpc::in]] s *q); // expected-warning {{[in] parameter 'p' may be null}}

// Silent.
void b(int n, [[rpc::in, rpc::size_is(n)]] int *p, [[rpc::in, rpc::unique, rpc::size_is(n), rpc::disable_consistency_check]] int *q,
       [[rpc::unique, rpc::string]] const char *r);
}

[[rpc::stubs]];

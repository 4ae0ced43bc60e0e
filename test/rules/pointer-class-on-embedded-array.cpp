// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
struct s {
  int n;
  [[rpc::unique]] int a[4];        // expected-warning {{field 'a' is an array, not a pointer, and cannot be [unique] [pointer-class-on-embedded-array]}}
  [[rpc::unique]] int *b[4];
  [[rpc::unique, rpc::size_is(n)]] int *c;
};
struct open { int n; [[rpc::ptr, rpc::size_is(n)]] int a[1]; }; // expected-warning {{cannot be [ptr]}}

// Silent: the array that a parameter has is a pointer.
void a([[rpc::in]] s *p, [[rpc::in]] open *o, [[rpc::in, rpc::unique]] int q[4]);
}

[[rpc::stubs]];

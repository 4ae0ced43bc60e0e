// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
// expected-error@+2 {{'a' takes '...', and nothing says what would travel [varargs]}}
// expected-note@+1 {{pass an array with size_is}}
void a(int n, ...);
// expected-error@+1 {{'b' takes '...'}}
void b(...);

// Silent.
void c(int n, [[rpc::in, rpc::size_is(n)]] int *values);
[[rpc::local]] void d(int n, ...);
}

[[rpc::stubs]];

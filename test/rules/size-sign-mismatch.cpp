// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
// expected-warning@+2 {{the length of [in] parameter 'p' has type 'int', and its size has type 'unsigned int' [size-sign-mismatch]}}
// expected-note@+1 {{let both be signed, or both unsigned}}
void a(unsigned n, int m, [[rpc::in, rpc::size_is(n), rpc::length_is(m)]] int *p);
void b(std::int16_t n, std::uint8_t m, [[rpc::in, rpc::max_is(n), rpc::last_is(m)]] int *p); // expected-warning {{[size-sign-mismatch]}}

// Silent.
void c(unsigned n, std::uint16_t m, [[rpc::in, rpc::size_is(n), rpc::length_is(m)]] int *p);
void d(unsigned n, int m, [[rpc::in, rpc::size_is(n), rpc::length_is(m + n)]] int *p, [[rpc::in, rpc::size_is(n)]] int *q);
}

[[rpc::stubs]];

// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
// expected-warning@+2 {{the size of [in] parameter 'p' is the char 'n', which is signed here and unsigned on the wire [char-sign]}}
// expected-note@+1 {{use 'std::uint8_t'}}
void a(char n, [[rpc::in, rpc::size_is(n)]] int *p);
void b([[rpc::in]] char *n, [[rpc::in, rpc::length_is(*n)]] int p[4]); // expected-warning {{is the char '*n'}} expected-warning {{[pointer-may-be-array]}}

// Silent.
void c(std::uint8_t n, char m, [[rpc::in, rpc::size_is(n)]] int *p);
}

[[rpc::stubs]];

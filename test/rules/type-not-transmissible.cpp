// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct record {
  // expected-error@+1 {{field 'x' has type 'long double', which has no wire form [type-not-transmissible]}}
  long double x;
};
// expected-error@+2 {{[in] parameter 'n' has type '__int128', which has no wire form}}
// expected-note@+1 {{write a struct of two 'std::uint64_t'}}
void a(__int128 n, record r);
// expected-error@+1 {{[in] parameter 's' has type 'const char32_t'}}
void b([[rpc::string]] const char32_t *s);
#if __clang_major__ >= 15 // which knows it on x86
// expected-error@+1 {{[out] parameter 'x' has type '_Float16'}}
void c([[rpc::out]] _Float16 *x);
#endif

// Silent.
void d(float x, double y, char16_t c, [[rpc::in]] std::uint64_t n[2]);
}

[[rpc::stubs]];

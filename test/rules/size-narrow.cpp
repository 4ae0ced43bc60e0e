// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
struct s {
  std::uint8_t n;
  // expected-warning@+2 {{'n' is at most 255, and field 'p' may have 300 elements [size-narrow]}}
  // expected-note@+1 {{use 'std::uint32_t'}}
  [[rpc::length_is(n)]] int p[300];
};
void a(std::int8_t n, [[rpc::in, rpc::length_is(n)]] int p[128], [[rpc::in]] s *q);               // expected-warning {{'n' is at most 127, and [in] parameter 'p' may have 128 elements}}
void b(std::uint16_t n, [[rpc::in, rpc::size_is(n), rpc::range(0, 65536)]] int *p);  // expected-warning {{'n' is at most 65535}}

// Silent.
void c(std::uint8_t n, [[rpc::in, rpc::length_is(n)]] int p[255], [[rpc::in, rpc::size_is(n)]] int *q);
void d(std::uint16_t n, std::uint32_t m, [[rpc::in, rpc::size_is(n), rpc::range(0, 65535)]] int *p, [[rpc::in, rpc::length_is(m)]] int q[300]);
}

[[rpc::stubs]];

// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
struct moment { double seconds; };
using when [[rpc::transmit_as(std::uint32_t)]] = moment;
void a(when n, [[rpc::in, rpc::size_is(n)]] int *p);  // expected-error {{'n', of which the size of [in] parameter 'p' is made, travels as another type [size-xmit]}}
void b(when n, [[rpc::in, rpc::length_is(n)]] int p[4]); // expected-error {{'n', of which the length}}

// Silent.
void c(when n, int m, [[rpc::in, rpc::size_is(m)]] int *p);
}

template <> struct rpc::wire_form<tested::moment> {};

[[rpc::stubs]];

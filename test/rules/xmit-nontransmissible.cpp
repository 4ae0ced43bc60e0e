// RUN: %clang -fsyntax-only -Xclang -verify %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct text {};
using a_void [[rpc::transmit_as(void)]] = text;
using a_pointer [[rpc::wire_marshal(void *)]] = text;
using unknown [[rpc::transmit_as(nowhere::wire_text)]] = text;
// expected-error@+1 {{[in] parameter 't' is to travel as 'void', which is not a known type that can travel [xmit-nontransmissible]}}
void a(const a_void &t);
// expected-error@+1 {{[out] parameter 't' is to travel as 'void*', which}}
void b([[rpc::out]] a_pointer &t);
// expected-error@+1 {{the value that 'c' returns is to travel as 'nowhere::wire_text', which}}
unknown c();
// Silent.
struct wire_text { int n; };
using known [[rpc::transmit_as(tested::wire_text)]] = text;
void d(const known &t);
}
template <> struct rpc::wire_form<tested::text> {};

[[rpc::stubs]];

// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
union [[rpc::switch_type(int)]] value {
  // expected-error@+2 {{'rpc::default' and 'rpc::case' cannot stand together [attribute-conflict]}}
  // expected-note@+1 {{keep one of them}}
  [[rpc::case(1), rpc::default]] int number;
  [[rpc::case(2)]] int other;
};
// expected-error@+1 {{'rpc::local' and 'rpc::opnum' cannot stand together}}
[[rpc::opnum(1), rpc::local]] void a();
// expected-error@+1 {{'rpc::opnum' and 'rpc::local' cannot stand together}}
[[rpc::local]] [[rpc::opnum(2)]] void b();

union [[rpc::switch_type(int)]] twice {
  // expected-error@+2 {{'rpc::case' is given twice with different arguments [attribute-conflict]}}
  // expected-note@+1 {{keep one of them}}
  [[rpc::case(1)]] [[rpc::case(2)]] int number;
};
// expected-error@+1 {{'rpc::size_is' is given twice}}
void repeated(int n, int m, int tag, [[rpc::in, rpc::size_is(n), rpc::size_is(m)]] int *p, [[rpc::in, rpc::switch_is(tag)]] twice *t);
struct wire_state { int n; };
// expected-error@+2 {{'rpc::transmit_as' and 'rpc::context_handle' cannot stand together}}
// expected-note@+1 {{keep one of them}}
using session [[rpc::context_handle, rpc::transmit_as(wire_state)]] = struct state *;
[[rpc::local]] void session_rundown(session);
void close([[rpc::in, rpc::out]] session &s);

// Silent.
using small [[rpc::range(0, 10)]] = int;
using smaller [[rpc::range(0, 5)]] = small;
void said_again([[rpc::in]] [[rpc::in]] int n, smaller s, [[rpc::range(1, 2)]] small t);
[[rpc::opnum(4)]] void c(int tag, [[rpc::in, rpc::out, rpc::switch_is(tag)]] value *v);
}

[[rpc::stubs]];

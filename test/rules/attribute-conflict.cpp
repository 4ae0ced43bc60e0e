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
// expected-error@+1 {{'rpc::protection' is given twice with different arguments}}
[[rpc::protection(none), rpc::protection(privacy)]] void protected_twice();
// expected-error@+1 {{'rpc::local' and 'rpc::protection' cannot stand together}}
[[rpc::protection(none), rpc::local]] void protected_helper();
// expected-error@+1 {{'rpc::protection' and 'rpc::reserved' cannot stand together}}
[[rpc::reserved, rpc::protection(none)]] void protected_number();

// Silent.
using small [[rpc::range(0, 10)]] = int;
using smaller [[rpc::range(0, 5)]] = small;
void said_again([[rpc::in]] [[rpc::in]] int n, smaller s, [[rpc::range(1, 2)]] small t);
[[rpc::protection(privacy)]] [[rpc::protection(privacy)]] void d();
[[rpc::opnum(9)]] void c(int tag, [[rpc::in, rpc::out, rpc::switch_is(tag)]] value *v);
}
// expected-error@+1 {{'rpc::protection' is given twice with different arguments}}
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a16", 1, 0), rpc::protection(none), rpc::protection(privacy)]] protected_twice {
void f();
}
// expected-error@+1 {{'rpc::local' and 'rpc::protection' cannot stand together}}
namespace [[rpc::protection(privacy), rpc::local]] protected_helpers {
void f();
}

[[rpc::stubs]];

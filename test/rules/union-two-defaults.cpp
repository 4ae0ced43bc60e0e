// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
union [[rpc::switch_type(int)]] value {
  // expected-note@+1 2 {{the first one is 'first'}}
  [[rpc::default]] int first;
  // expected-error@+1 {{union 'value' can have one default arm only [union-two-defaults]}}
  [[rpc::default]] short second;
  // expected-error@+1 {{union 'value' can have one default arm only}}
  [[rpc::default]] rpc::none third;
};
union [[rpc::switch_type(int)]] right {
  [[rpc::case(1)]] int number;
  [[rpc::default]] short other;
};
void a(int tag, [[rpc::switch_is(tag)]] value v, [[rpc::switch_is(tag)]] right r);
}

[[rpc::stubs]];

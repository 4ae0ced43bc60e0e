// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
union [[rpc::switch_type(int)]] value {
  [[rpc::case(1)]] int number;
  // expected-error@+2 {{union arm 'other' needs case(...) or default [union-arm-no-case]}}
  // expected-note@+1 {{write for example '[[rpc::case(1)]]' before it}}
  short other;
  // expected-error@+1 {{union arm 'nothing' needs case(...) or default}}
  rpc::none nothing;
};
union [[rpc::switch_type(int)]] right {
  [[rpc::case(1)]] int number;
  [[rpc::case(2)]] rpc::none two;
  [[rpc::default]] short other;
};
void a(int tag, [[rpc::switch_is(tag)]] value v, [[rpc::switch_is(tag)]] right r);
}

[[rpc::stubs]];

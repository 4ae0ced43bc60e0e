// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
enum { one = 1 };
union [[rpc::switch_type(int)]] value {
  // expected-note@+1 {{it is selected here}}
  [[rpc::case(1)]] int first;
  // expected-error@+1 {{case 1 already selects 'first' [union-dup-case]}}
  [[rpc::case(2, one)]] int second;
  // expected-error@+1 {{case 3 already selects 'third'}}
  [[rpc::case(3, 3)]] int third;
  // expected-error@+1 {{case 4 already selects 'fourth'}}
  [[rpc::case(4)]] [[rpc::case(4)]] int fourth;
  // expected-error@+1 {{case 2 already selects 'second'}}
  [[rpc::case(1 + 1)]] rpc::none nothing;
};
union [[rpc::switch_type(int)]] other {
  [[rpc::case(1, 2)]] int first;
  [[rpc::case(3)]] int second;
  [[rpc::default]] rpc::none nothing;
};
void a(int tag, [[rpc::switch_is(tag)]] value v, [[rpc::switch_is(tag)]] other o);
}

[[rpc::stubs]];

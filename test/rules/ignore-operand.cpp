// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
union [[rpc::switch_type(int)]] value {
  [[rpc::case(1)]] int number;
  [[rpc::default]] rpc::none nothing;
};
struct record {
  [[rpc::ignore]] int *count;
  // expected-error@+2 {{the size of field 'values' is made of '*count', and 'count' does not travel [ignore-operand]}}
  // expected-note@+1 {{name a field that travels}}
  [[rpc::size_is(*count)]] int *values;
  // expected-error@+1 {{the length of field 'some' is made of 'count', and 'count' does not travel}}
  [[rpc::length_is(count ? 1 : 0)]] int some[2];
  // expected-error@+1 {{the discriminant of field 'v' is made of '*count', and 'count' does not travel}}
  [[rpc::switch_is(*count + 1)]] value v;
};
void a([[rpc::in]] record *r);

// Silent.
struct quiet {
  [[rpc::ignore]] int *cache;
  [[rpc::ref]] int *count;
  [[rpc::size_is(*count)]] int *values;
};
void b([[rpc::in]] quiet *q);
}

[[rpc::stubs]];

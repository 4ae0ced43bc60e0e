// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct open {
  int count;
  [[rpc::size_is(count)]] int values[1];
};
struct outer {
  int before;
  open last;
};

union [[rpc::switch_type(int)]] value {
  // expected-error@+2 {{union arm 'a' ends in an open array, and a union has a fixed size [union-arm-conformant]}}
  // expected-note@+1 {{use a pointer to it}}
  [[rpc::case(1)]] open a;
  // expected-error@+1 {{union arm 'b' ends in an open array}}
  [[rpc::case(2)]] outer b;
  [[rpc::case(3)]] open *c;
  [[rpc::case(4)]] int d[4];
};
void a(int tag, [[rpc::switch_is(tag)]] value v);
}

[[rpc::stubs]];

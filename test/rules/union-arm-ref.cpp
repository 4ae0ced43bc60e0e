// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct record { int n; };
using strict [[rpc::ref]] = record *;
union [[rpc::switch_type(int)]] value {
  // expected-error@+1 {{union arm 'a' cannot be a [ref] pointer: it dangles when the discriminant changes [union-arm-ref]}}
  [[rpc::case(1), rpc::ref]] int *a;
  // expected-error@+2 {{union arm 'b' cannot be a [ref] pointer}}
  // expected-note@+1 {{write '[[rpc::unique]]' before it}}
  [[rpc::case(2)]] strict b;
  [[rpc::case(3)]] int *c;
  [[rpc::case(4), rpc::unique]] strict d;
};
void a(int tag, [[rpc::switch_is(tag)]] value v);
}

[[rpc::stubs]];

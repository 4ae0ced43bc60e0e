// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
union [[rpc::switch_type(int)]] value {
  [[rpc::case(1)]] int number;
  [[rpc::default]] rpc::none nothing;
};

struct tagged { int tag; [[rpc::switch_is(tag)]] value v; };
union [[rpc::switch_type(int)]] holder {
  // expected-error@+2 {{union arm 'a' is a union without a discriminant [union-in-union]}}
  // expected-note@+1 {{wrap it in a struct together with its discriminant}}
  [[rpc::case(1)]] value a;
  [[rpc::case(2)]] tagged b;
};
void a(int tag, [[rpc::switch_is(tag)]] holder h);
}

[[rpc::stubs]];

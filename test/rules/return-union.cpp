// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
union [[rpc::switch_type(int)]] value {
  [[rpc::case(1)]] int number;
  [[rpc::default]] rpc::none nothing;
};
struct tagged {
  int tag;
  [[rpc::switch_is(tag)]] value v;
};
using alias = value;
// expected-error@+2 {{the value that 'a' returns is a union without a discriminant [return-union]}}
// expected-note@+1 {{return it through an [out] parameter with switch_is, or in a struct together with its discriminant}}
value a();
// expected-error@+1 {{the value that 'b' returns is a union}}
alias *b();

// Silent.
tagged by_value();
tagged *by_pointer();
void parameter(int tag, [[rpc::out, rpc::switch_is(tag)]] value *v);
}

[[rpc::stubs]];

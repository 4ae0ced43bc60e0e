// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
union [[rpc::switch_type(int)]] value {
  [[rpc::case(1)]] int number;
  [[rpc::default]] rpc::none nothing;
};

struct record {
  int tag;
  // expected-error@+1 {{nothing says which member of the union field 'v' holds [union-no-switch-is]}}
  value v;
  // expected-error@+1 {{nothing says which member of the union field 'p' holds}}
  value *p;
};
using alias = value;
// expected-error@+2 {{nothing says which member of the union [in] parameter 'v' holds [union-no-switch-is]}}
// expected-note@+1 {{add switch_is(n), where n is a parameter or field beside it}}
void a(int tag, value v, [[rpc::in]] record *r);
// expected-error@+1 {{nothing says which member of the union [out] parameter 'v' holds}}
void b(int tag, [[rpc::out]] alias **v);
// expected-error@+1 {{nothing says which member of the union [in] parameter 'v' holds}}
void c(int tag, const value &v);

// Silent.
struct right { int tag; [[rpc::switch_is(tag)]] value v; };
void d(int tag, [[rpc::switch_is(tag)]] value v, [[rpc::in, rpc::switch_is(tag & 3)]] value *p, right r);
void e([[rpc::in]] int *tag, [[rpc::in, rpc::out, rpc::switch_is(*tag)]] value &v, [[rpc::out, rpc::switch_is(*tag)]] value **p);
}

[[rpc::stubs]];

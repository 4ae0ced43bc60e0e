// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
union [[rpc::switch_type(int)]] value {
  [[rpc::case(1)]] int number;
  [[rpc::default]] rpc::none nothing;
};

struct tagged { int tag; [[rpc::switch_is(tag)]] value v; };
struct record {
  int tag;
  // expected-error@+1 {{the elements of field 'v' are unions, and one discriminant cannot select for all [union-array]}}
  [[rpc::switch_is(tag)]] value v[4];
};
// expected-error@+2 {{the elements of [in] parameter 'v' are unions}}
// expected-note@+1 {{use an array of structs, each of a union and its discriminant}}
void a(int tag, int n, [[rpc::in, rpc::size_is(n), rpc::switch_is(tag)]] value *v, [[rpc::in]] record *r);
// expected-error@+1 {{the elements of [in] parameter 'v' are unions}}
void b([[rpc::in]] value v[2]);

// Silent.
void c(int n, [[rpc::in, rpc::size_is(n)]] tagged *t, [[rpc::in]] tagged u[4], int tag, [[rpc::in, rpc::switch_is(tag)]] value *v);
}

[[rpc::stubs]];

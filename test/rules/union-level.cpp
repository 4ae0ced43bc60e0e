// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
union [[rpc::switch_type(int)]] value {
  [[rpc::case(1)]] int number;
  [[rpc::default]] rpc::none nothing;
};

int global;
struct outer_tag { int tag; };
struct record {
  outer_tag t;
  // expected-error@+1 {{the discriminant of field 'v' names 'tag', which is not a field next to it [union-level]}}
  [[rpc::switch_is(tag)]] value v;
};
// expected-error@+2 {{the discriminant of [in] parameter 'v' names 'level', which is not a parameter next to it [union-level]}}
// expected-note@+1 {{next to it: 'n' and 'r'}}
void a(int n, [[rpc::switch_is(level)]] value v, [[rpc::in]] record *r);
// expected-error@+1 {{the discriminant of [in] parameter 'v' names 'global'}}
void b([[rpc::in, rpc::switch_is(global)]] value *v);

// Silent: later ones, and constants.
enum { number = 1 };
void c([[rpc::switch_is(tag)]] value v, int tag, [[rpc::switch_is(number)]] value w);
}

[[rpc::stubs]];

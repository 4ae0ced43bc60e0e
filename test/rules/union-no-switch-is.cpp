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
// expected-note@+1 {{add switch_is(n), where n is a parameter or field next to it}}
void a(int tag, value v, [[rpc::in]] record *r);
// expected-error@+1 {{nothing says which member of the union [out] parameter 'v' holds}}
void b(int tag, [[rpc::out]] alias **v);
// expected-error@+1 {{nothing says which member of the union [in] parameter 'v' holds}}
void c(int tag, const value &v);

// A union that says nothing is said once at each use, and what to write in it at the first one.
union plain { int number; float real; };
// expected-error@+1 {{nothing says which member of the union [in] parameter 'p' holds}}
void one(int tag, const plain &p);
// expected-error@+1 {{nothing says which member of the union field 'p' holds}}
struct plain_field { int tag; plain p; };
void two(const plain_field &f);
// expected-error@+2 {{nothing gives the type of the discriminant of union 'arms'}}
// expected-error@+1 {{union arm 'b' needs case(...) or default}}
union arms { [[rpc::case(1)]] int a; int b; };
// expected-error@+1 {{nothing says which member of the union [in] parameter 'p' holds}}
void three(int tag, const arms &p);
// expected-error@+3 {{nothing gives the type of the discriminant of union 'array'}}
// expected-error@+2 {{union arm 'a' needs case(...) or default}}
// expected-error@+1 {{union arm 'b' needs case(...) or default}}
union array { int a; float b; };
// expected-error@+1 {{the elements of [in] parameter 'p' are unions}}
void four(const array (&p)[2]);

// Silent.
struct right { int tag; [[rpc::switch_is(tag)]] value v; };
void d(int tag, [[rpc::switch_is(tag)]] value v, [[rpc::in, rpc::switch_is(tag & 3)]] value *p, right r);
void e([[rpc::in]] int *tag, [[rpc::in, rpc::out, rpc::switch_is(*tag)]] value &v, [[rpc::out, rpc::switch_is(*tag)]] value **p);
}

[[rpc::stubs]];

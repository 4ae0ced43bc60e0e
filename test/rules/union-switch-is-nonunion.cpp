// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct point { int x; };
struct record {
  int tag;
  // expected-error@+1 {{switch_is needs a union, and field 'p' has type 'tested::point' [union-switch-is-nonunion]}}
  [[rpc::switch_is(tag)]] point p;
};
// expected-error@+1 {{switch_is needs a union, and [in] parameter 'n' has type 'int'}}
void a(int tag, [[rpc::in, rpc::switch_is(tag)]] int *n, record r);
// expected-error@+1 {{switch_is needs a union, and [in] parameter 'p' has type 'const tested::point'}}
void b(int tag, [[rpc::switch_is(tag)]] const point *p);

// Silent.
union [[rpc::switch_type(int)]] value { [[rpc::case(1)]] int number; };
void c(int tag, [[rpc::switch_is(tag)]] value v, [[rpc::switch_is(tag)]] const value *p);
}

[[rpc::stubs]];

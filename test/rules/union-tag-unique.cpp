// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
union [[rpc::switch_type(int)]] value {
  [[rpc::case(1)]] int number;
  [[rpc::default]] rpc::none nothing;
};

using maybe [[rpc::unique]] = int *;
struct record {
  int *tag;
  // expected-error@+1 {{the discriminant of field 'v' is '*tag', and 'tag' may be null [union-tag-unique]}}
  [[rpc::switch_is(*tag)]] value v;
};
// expected-error@+2 {{the discriminant of [in] parameter 'v' is '*tag', and 'tag' may be null}}
// expected-note@+1 {{make 'tag' a [ref] pointer}}
void a([[rpc::in, rpc::unique]] int *tag, [[rpc::switch_is(*tag)]] value v, record r);
// expected-error@+1 {{and 'tag' may be null}}
void b([[rpc::in]] maybe tag, [[rpc::in, rpc::switch_is(*tag + 1)]] value *v);

// Silent.
struct strict { [[rpc::ref]] int *tag; [[rpc::switch_is(*tag)]] value v; };
void c([[rpc::in]] int *tag, [[rpc::in]] int &other, [[rpc::switch_is(*tag)]] value v, [[rpc::switch_is(other)]] value w, strict s);
}

[[rpc::stubs]];

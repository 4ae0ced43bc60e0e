// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
union [[rpc::switch_type(int)]] value {
  [[rpc::case(1)]] int number;
  [[rpc::default]] rpc::none nothing;
};

using maybe [[rpc::unique]] = int *;
struct record {
  int *tag;
  // expected-warning@+1 {{the discriminant of field 'v' is '*tag', and 'tag' may be null; a call in which it is fails [union-tag-unique]}}
  [[rpc::switch_is(*tag)]] value v;
};
// expected-warning@+2 {{the discriminant of [in] parameter 'v' is '*tag', and 'tag' may be null}}
// expected-note@+1 {{write 'tag ? *tag : 0' if 0 is to select where it is null}}
void a([[rpc::in, rpc::unique]] int *tag, [[rpc::switch_is(*tag)]] value v, record r);
// expected-warning@+1 {{and 'tag' may be null}}
void b([[rpc::in]] maybe tag, [[rpc::in, rpc::switch_is(*tag + 1)]] value *v);

// Silent.
struct strict { [[rpc::ref]] int *tag; [[rpc::switch_is(*tag)]] value v; };
void c([[rpc::in]] int *tag, [[rpc::in]] int &other, [[rpc::switch_is(*tag)]] value v, [[rpc::switch_is(other)]] value w, strict s);
struct asked { int *tag; [[rpc::switch_is(tag ? *tag : 7)]] value v; };
void d([[rpc::in]] maybe tag, [[rpc::in, rpc::switch_is(tag != nullptr ? *tag : 1)]] value *v, [[rpc::switch_is(tag && *tag)]] value w,
       [[rpc::in]] asked s);
}

[[rpc::stubs]];

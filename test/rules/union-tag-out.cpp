// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
union [[rpc::switch_type(int)]] value {
  [[rpc::case(1)]] int number;
  [[rpc::default]] rpc::none nothing;
};

// expected-error@+2 {{the discriminant of [in] parameter 'v' comes from 'tag', which is only [out], and is not known when the request is sent [union-tag-out]}}
// expected-note@+1 {{make 'tag' [in, out]}}
void a([[rpc::out]] int *tag, [[rpc::in, rpc::switch_is(*tag)]] value v);
// expected-error@+1 {{the discriminant of [in, out] parameter 'v' comes from 'tag'}}
void b([[rpc::out]] int &tag, [[rpc::in, rpc::out, rpc::switch_is(tag + 1)]] value *v);

// Silent.
void c([[rpc::out]] int *tag, [[rpc::out, rpc::switch_is(*tag)]] value *v);
void d([[rpc::in]] int tag, [[rpc::out, rpc::switch_is(tag)]] value *v);
void e([[rpc::in, rpc::out]] int *tag, [[rpc::in, rpc::switch_is(*tag)]] value v);
}

[[rpc::stubs]];

// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wunion-inout-tag-change -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
union [[rpc::switch_type(int)]] value { [[rpc::case(1)]] int n; [[rpc::default]] int *p; };
struct tagged { int tag; [[rpc::switch_is(tag)]] value v; };
void a([[rpc::in, rpc::out]] tagged *t); // expected-warning {{if the server changes the discriminant in [in, out] parameter 't', the answer overwrites what the client had in 'value' [union-inout-tag-change]}}

// Silent.
void b([[rpc::in]] tagged *t, [[rpc::out]] tagged *u, [[rpc::in, rpc::out]] int *n);
}

[[rpc::stubs]];

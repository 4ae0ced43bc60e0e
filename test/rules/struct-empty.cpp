// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
// expected-error@+2 {{struct 'nothing' has no field, and nothing of it would travel [struct-empty]}}
// expected-note@+1 {{give it a field, or leave out what has this type}}
struct nothing {};
// expected-error@+1 {{struct 'functions_only' has no field}}
struct functions_only { int twice() const; static int count; };
struct holder { nothing n; };
void a([[rpc::in]] holder *h, functions_only f);

// Silent: what does not travel, and the union arm that stands for nothing.
struct unused {};
union [[rpc::switch_type(int)]] value { [[rpc::case(1)]] rpc::none none; [[rpc::default]] int number; };
void b(int tag, [[rpc::switch_is(tag)]] value v);
[[rpc::local]] void local(unused u);
}

[[rpc::stubs]];

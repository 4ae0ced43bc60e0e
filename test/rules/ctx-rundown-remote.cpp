// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wno-ctx-no-close -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

struct state;
void outside(state *left);

namespace [[INTERFACE]] tested {
using session [[rpc::context_handle(lose)]] = state *;
// expected-error@+2 {{'lose' ends contexts, and is an operation that clients can call [ctx-rundown-remote]}}
// expected-note@+1 {{make it '[[rpc::local]]', or declare it outside of the interface}}
void lose(session left);
void a([[rpc::in]] session s);

// Silent.
using second [[rpc::context_handle(forget)]] = state *;
[[rpc::local]] void forget(state *left);
using third [[rpc::context_handle(outside)]] = state *;
void b([[rpc::in]] second s, [[rpc::in]] third t);
}

[[rpc::stubs]];

// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

struct state;
void end(state *left);
namespace [[INTERFACE]] tested {
using session [[rpc::context_handle(end)]] = state *;

// expected-error@+2 {{[in, out] parameter 's' points to a context handle and must be [ref] [ctx-pointer-class]}}
// expected-note@+1 {{it is the handle that may be null}}
void a([[rpc::in, rpc::out, rpc::unique]] session *s);

// Silent.
void b([[rpc::in, rpc::out, rpc::ref]] session *s, [[rpc::in, rpc::out]] session &t);
}

[[rpc::stubs]];

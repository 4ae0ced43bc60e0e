// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wno-ctx-no-close -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

struct state;
void end(state *left);
namespace [[INTERFACE]] tested {
using number [[rpc::context_handle(end)]] = int;

// expected-error@-2 {{a context handle is a pointer, and [in] parameter 'n' is 'tested::number' [ctx-not-pointer]}}
void a([[rpc::in]] number n);
// expected-error@+1 {{a context handle is a pointer, and [in] parameter 'm' is 'int'}}
void b([[rpc::in, rpc::context_handle]] int m);

// Silent.
using session [[rpc::context_handle(end)]] = state *;
void c([[rpc::in]] session s, [[rpc::in, rpc::context_handle]] void *t);
}

[[rpc::stubs]];

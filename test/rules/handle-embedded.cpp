// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wno-binding-handle-not-first -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
// expected-error@+1 {{field 'server' is a binding handle, which must be a parameter: it does not travel [handle-embedded]}}
struct place { rpc::handle_t server; };
void a([[rpc::in]] place p);
// expected-error@+1 {{the value that 'b' returns is a binding handle}}
rpc::handle_t b();
// expected-error@+1 {{a call goes to one server, and 'here' names it already}}
void c(rpc::handle_t here, rpc::handle_t there);

// Silent.
void d(rpc::handle_t at, int n);
void e(int n, [[rpc::in]] const rpc::handle_t at);
}

[[rpc::stubs]];

// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
// expected-error@+2 {{[in] parameter 'at' must be an [in] 'rpc::handle_t' by value: it does not travel [handle-pointer-class]}}
// expected-note@+1 {{write 'rpc::handle_t at'}}
void a(rpc::handle_t *at);
// expected-error@+1 {{[in] parameter 'at' must be}}
void b(const rpc::handle_t &at);
// expected-error@+1 {{[in] parameter 'at' must be}}
void c([[rpc::in, rpc::unique]] rpc::handle_t *at);

// Silent.
void d(rpc::handle_t at);
}

[[rpc::stubs]];

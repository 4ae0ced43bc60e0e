// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wparam-no-direction -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
void a(int n, [[rpc::out]] int *p);  // expected-warning {{parameter 'n' has no direction, and [in] is assumed [param-no-direction]}}
void b([[rpc::string]] const char *s, // expected-warning {{[param-no-direction]}}
       const int &n);                 // expected-warning {{[param-no-direction]}}

// Silent; direction-missing finds what may be [out].
void c([[rpc::in]] int n, [[rpc::out]] int *p, [[rpc::in, rpc::out]] int *q, [[rpc::in]] int *r);
void d(rpc::handle_t h);
}

[[rpc::stubs]];

// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
[[rpc::maybe]] int a();                       // expected-error {{is not supported by stubs yet}} expected-error {{the value that 'a' returns travels to the client, which does not wait for the answer of a [maybe] call [maybe-output]}}
[[rpc::maybe]] void b([[rpc::out]] int *p);   // expected-error {{is not supported by stubs yet}} expected-error {{[out] parameter 'p' travels to the client}}
[[rpc::maybe]] void c([[rpc::in, rpc::out]] int *p); // expected-error {{is not supported by stubs yet}} expected-error {{[maybe-output]}}

// Silent.
[[rpc::maybe]] void d(int n, const int *mark);   // expected-error {{is not supported by stubs yet}}
int e([[rpc::out]] int *p);
}

[[rpc::stubs]];

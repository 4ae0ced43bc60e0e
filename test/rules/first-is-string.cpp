// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
void a(int n, [[rpc::in, rpc::string, rpc::first_is(n)]] char p[8]); // expected-error {{[in] parameter 'p' is a string, which begins at its first character and ends at its zero, and cannot have first_is [first-is-string]}}

// Silent.
void b(int n, [[rpc::in, rpc::first_is(n)]] char p[8], [[rpc::in, rpc::string]] char q[8]);
}

[[rpc::stubs]];

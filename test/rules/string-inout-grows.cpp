// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
void a([[rpc::in, rpc::out, rpc::string]] char *p);       // expected-warning {{an answer that is longer than what was sent does not fit into [in, out] parameter 'p' [string-inout-grows]}}
void b([[rpc::in, rpc::out, rpc::string, rpc::ref]] char16_t *p); // expected-warning {{[string-inout-grows]}}

// Silent.
void c(int n, [[rpc::in, rpc::out, rpc::string, rpc::size_is(n)]] char *p, [[rpc::in, rpc::out, rpc::string]] char q[8]);
void d([[rpc::in, rpc::out, rpc::string]] char **p, [[rpc::string]] const char *q);
}

[[rpc::stubs]];

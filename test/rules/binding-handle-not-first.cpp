// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
void a(int n, rpc::handle_t h); // expected-warning {{'h' follows other parameters, and DCE takes a binding handle in the first place only [binding-handle-not-first]}}

// Silent.
void b(rpc::handle_t h, int n);
void c(int n);
[[rpc::local]] void d(int n, rpc::handle_t h);
}

[[rpc::stubs]];

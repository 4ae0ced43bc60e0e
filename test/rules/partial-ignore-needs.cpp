// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
struct open { int n; [[rpc::size_is(n)]] int a[1]; };
struct record { int n; };
void a([[rpc::in, rpc::unique, rpc::partial_ignore]] record *r);           // expected-error {{[in] parameter 'r' cannot have partial_ignore, which tells the server whether it is null, and the client what is in it [partial-ignore-needs]}}
void b([[rpc::in, rpc::out, rpc::partial_ignore]] record *r);              // expected-error {{[partial-ignore-needs]}}
void c([[rpc::in, rpc::out, rpc::unique, rpc::partial_ignore]] open *o);   // expected-error {{nothing tells the server how much memory [in, out] parameter 'o' takes}}
void d([[rpc::in, rpc::out, rpc::unique, rpc::string, rpc::partial_ignore]] char *s); // expected-error {{nothing tells the server how much memory}}

// Silent.
void e([[rpc::in, rpc::out, rpc::unique, rpc::partial_ignore]] record *r);
void f(int n, [[rpc::in, rpc::out, rpc::unique, rpc::size_is(n), rpc::partial_ignore]] int *p);
}

[[rpc::stubs]];

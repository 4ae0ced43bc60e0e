// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
struct node { int n; [[rpc::ptr]] node *next; };
// expected-warning@+2 {{'q' may point to what 'p' points to, and only pointers that are all [ptr] keep that [full-ptr-aliasing-needed]}}
// expected-note@+1 {{the [ptr] pointer is here}}
void a([[rpc::in, rpc::ptr]] node *p, [[rpc::in, rpc::unique]] node *q);
void b([[rpc::in]] node *p, [[rpc::in, rpc::ptr]] node *q);            // expected-warning {{'p' may point to what 'q' points to}}

// Silent.
void c([[rpc::in, rpc::ptr]] node *p, [[rpc::in, rpc::ptr]] node *q);
void d([[rpc::in]] node *p, [[rpc::in]] node *q);
void e([[rpc::in, rpc::ptr]] node *p, [[rpc::in, rpc::unique]] int *q, [[rpc::out]] int *r);
}

[[rpc::stubs]];

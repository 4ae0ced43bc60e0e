// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
struct node { int n; [[rpc::ptr]] node *next; };
// expected-warning@+2 {{'q' may lead to what 'p' leads to, and only pointers that are all [ptr] keep that [full-ptr-aliasing-needed]}}
// expected-note@+1 {{the [ptr] pointer is here}}
void a([[rpc::ptr]] node *p, [[rpc::unique]] node *q);
void b(node *p, [[rpc::ptr]] node *q);            // expected-warning {{'p' may lead to what 'q' leads to}}

// Silent.
void c([[rpc::ptr]] node *p, [[rpc::ptr]] node *q);
void d(node *p, node *q);
void e([[rpc::ptr]] node *p, [[rpc::unique]] int *q, [[rpc::out]] int *r);
}

[[rpc::stubs]];

// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wmixed-unique-to-full -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
struct node { int n; [[rpc::ptr]] node *next; };
struct holder { node *first; };
struct plain { int n; plain *next; };
// expected-warning@+2 {{'p' and 'q' may share what [ptr] pointers of 'node' point to, though a [unique] pointer is said to share nothing [mixed-unique-to-full]}}
// expected-note@+1 {{make both [ptr], or [ref]}}
void a([[rpc::in, rpc::unique]] holder *p, [[rpc::in, rpc::unique]] node *q);

// Silent.
void b([[rpc::in]] holder *p, [[rpc::in]] node *q);
void c([[rpc::in, rpc::unique]] holder *p, [[rpc::in, rpc::unique]] plain *q);
void d([[rpc::in, rpc::unique]] holder *p);
}

[[rpc::stubs]];

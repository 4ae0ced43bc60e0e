// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[INTERFACE]] tested {
struct node { int value; node *next; };
using list [[rpc::allocate(all_nodes)]] = node *;
// expected-warning@-1 {{nodes of [in, out] parameter 'l' that the server replaces are lost to the client, which cannot free them one by one [alloc-inout-orphan]}}
// expected-warning@+1 {{nodes of [in, out] parameter 'n' that the server replaces}}
void a([[rpc::in, rpc::out, rpc::allocate(all_nodes)]] node *n);
void b([[rpc::in, rpc::out]] list *l);

// Silent.
void in([[rpc::in, rpc::allocate(all_nodes)]] node *n);
void out([[rpc::out]] list *l);
void each([[rpc::in, rpc::out, rpc::allocate(single_node)]] node *n);
}

[[rpc::stubs]];

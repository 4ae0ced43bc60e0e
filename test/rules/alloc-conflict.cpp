// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct node {
  // expected-error@+1 {{each node has a block of its own, or all have one: single_node and all_nodes exclude each other [alloc-conflict]}}
  [[rpc::allocate(single_node, all_nodes)]] node *next;
};
// expected-error@+1 {{the stub frees the memory or does not: free and dont_free exclude each other}}
void a([[rpc::in, rpc::allocate(free, dont_free)]] node *n);
// expected-error@+1 {{the nodes that outlive a call have blocks of their own: dont_free goes with single_node}}
void b([[rpc::in, rpc::allocate(all_nodes, dont_free)]] node *n);
// expected-error@+1 {{a pointer that is freed by itself has a block of its own: force_allocate and all_nodes exclude each other}}
void c([[rpc::in, rpc::force_allocate, rpc::allocate(all_nodes)]] node *n);
using freed [[rpc::allocate(dont_free, free)]] = node *;
// expected-error@-1 {{free and dont_free exclude each other}}
void d([[rpc::in]] freed n);

// Silent.
void each([[rpc::in, rpc::allocate(single_node, free)]] node *n);
void kept([[rpc::in, rpc::allocate(single_node, dont_free)]] node *n);
void all([[rpc::in, rpc::allocate(all_nodes, free)]] node *n);
void forced([[rpc::in, rpc::force_allocate, rpc::allocate(dont_free)]] node *n);
}

[[rpc::stubs]];

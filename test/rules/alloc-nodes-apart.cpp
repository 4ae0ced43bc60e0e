// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[INTERFACE]] tested {
struct node { std::int32_t value; node *next; };
struct ring { std::int32_t value; [[rpc::ptr]] ring *next; };
using nodes [[rpc::allocate(all_nodes)]] = node *;
using rings [[rpc::allocate(all_nodes)]] = ring *;
// expected-warning@+1 {{the nodes of [out] parameter 'list' are not one block to the client, which has to release each: 'a' has [ptr] pointers [alloc-nodes-apart]}}
void a([[rpc::out]] rings *list);
// expected-warning@+1 {{the nodes of [out] parameter 'list' are not one block to the client, which has to release each: 'b' has pipes}}
void b([[rpc::in]] rpc::pipe<std::int32_t> &numbers, [[rpc::out]] nodes *list);
// expected-warning@+1 {{the nodes of the value that 'c' returns are not one block to the client, which has to release each: 'c' has [ptr] pointers}}
nodes c([[rpc::in]] const ring *other);

// Silent.
void out([[rpc::out]] nodes *list);
nodes returned();
void in([[rpc::in]] rings list);
void apart([[rpc::out]] ring **list);
}

[[rpc::stubs]];

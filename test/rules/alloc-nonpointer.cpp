// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wno-ctx-no-close -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

struct state;
namespace [[INTERFACE]] tested {
struct node {
  // expected-error@+1 {{[force_allocate] needs a pointer, and field 'value' is not one [alloc-nonpointer]}}
  [[rpc::force_allocate]] int value;
  [[rpc::force_allocate]] node *next;
};
// expected-error@+1 {{[allocate(single_node, dont_free)] needs a pointer, and [in] parameter 'n' is not one}}
void a([[rpc::in, rpc::allocate(single_node, dont_free)]] int n);
using number [[rpc::allocate(all_nodes)]] = int;
// expected-error@-1 {{[allocate(all_nodes)] needs a pointer, and [in] parameter 'p' is not one}}
void b([[rpc::in]] number *p);

[[rpc::local]] void session_rundown(state *left);
using session [[rpc::context_handle(session_rundown)]] = state *;
// expected-error@+1 {{[allocate(dont_free)] needs a pointer, and [in] parameter 's' is a context handle}}
void c([[rpc::in, rpc::allocate(dont_free)]] session s);
// expected-error@+1 {{[force_allocate] needs a pointer, and [in, out] parameter 's' is a context handle}}
void d([[rpc::in, rpc::out, rpc::force_allocate]] session *s);

// Silent.
using list [[rpc::force_allocate]] = node *;
void pointers([[rpc::in, rpc::allocate(dont_free)]] node *n, [[rpc::in, rpc::out]] list *l);
void array([[rpc::in, rpc::force_allocate]] int a[4], [[rpc::in, rpc::allocate(all_nodes)]] node &r);
}

[[rpc::stubs]];

// RUN: %clang -fsyntax-only -Xclang -verify %s
#include "Inputs/warnings.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
struct node { int value; [[rpc::ptr]] node *next; };
struct holder { node *first; };
[[rpc::reflect_deletions]] void a([[rpc::in]] int *p); // expected-warning {{nothing that 'a' releases is released on the client, for no [in] parameter has a [ptr] pointer [reflect-no-full-ptr]}} expected-note {{declare the pointers with [[rpc::ptr]]}}
[[rpc::reflect_deletions]] void b([[rpc::in]] int n, [[rpc::out]] node *p); // expected-warning {{nothing that 'b' releases}} expected-note {{declare}}
[[rpc::reflect_deletions]] void c(); // expected-warning {{nothing that 'c' releases}} expected-note {{declare}}

// Silent: one of its own, one further away, one that goes back as well.
[[rpc::reflect_deletions]] void d([[rpc::in, rpc::ptr]] int *p);
[[rpc::reflect_deletions]] void e([[rpc::in]] holder *p);
[[rpc::reflect_deletions]] void f([[rpc::in, rpc::out]] holder *p);
void g([[rpc::in]] int *p);
}

[[rpc::stubs]];

// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wpointer-default-missing -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[INTERFACE]] tested { // expected-warning {{interface 'tested' has no pointer_default, and [unique] is assumed for field 'next' [pointer-default-missing]}}
struct node { int n; node *next; }; // expected-note {{name its class here, or write 'rpc::pointer_default(unique)' at the interface}}
void a([[rpc::in]] node *n);
}
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a12", 1, 0)]] inner { // expected-warning {{for [in] parameter 'p' [pointer-default-missing]}}
void a([[rpc::in]] int **p);
}

// Silent: a class at each, a default, and the top level of parameters.
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a13", 1, 0)]] named {
using maybe [[rpc::unique]] = int *;
struct node {
  int n;
  [[rpc::unique]] node *next;
  maybe m;
  [[rpc::ref]] maybe *o;
  [[rpc::ptrs(unique, ref)]] int **both;
  [[rpc::ignore]] int *cache;
};
void a([[rpc::in]] node *n, [[rpc::in]] int *p, [[rpc::in]] int &r, [[rpc::in]] maybe *q);
}
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a14", 1, 0), rpc::pointer_default(unique)]] defaulted {
struct node { int n; node *next; };
void a([[rpc::in]] node *n);
}
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a15", 1, 0)]] elsewhere {
void a([[rpc::in]] defaulted::node *n);
}

[[rpc::stubs]];

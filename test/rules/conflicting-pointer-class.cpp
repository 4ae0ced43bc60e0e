// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct node {
  int value;
  // expected-error@+1 {{field 'next' cannot be both [ref] and [unique] [conflicting-pointer-class]}}
  [[rpc::ref, rpc::unique]] int *next;
  [[rpc::unique]] node *other;
};
// expected-error@+2 {{[in] parameter 'p' cannot be both [ref] and [unique]}}
// expected-note@+1 {{keep one of them}}
void a([[rpc::in, rpc::ref, rpc::unique]] int *p);
// expected-error@+1 {{[in, out] parameter 'p' cannot be both}}
void b([[rpc::unique]] [[rpc::in, rpc::out]] [[rpc::ref]] int **p, [[rpc::in]] node *n);

using both [[rpc::ref, rpc::unique]] = int *;
// expected-error@-1 {{[in] parameter 'p' cannot be both}}
void c([[rpc::in]] both p);

// Silent: one for each level.
using maybe [[rpc::unique]] = int *;
void levels([[rpc::in, rpc::ref]] maybe *p);
void overridden([[rpc::in, rpc::ref]] maybe p);
}

[[rpc::stubs]];

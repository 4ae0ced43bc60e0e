// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct record {
  // expected-error@+2 {{field 'n' has type 'int&', and only parameters can be references [reference-param]}}
  // expected-note@+1 {{use a [ref] pointer}}
  int &n;
};
struct point { int x; };
// expected-error@+2 {{[in] parameter 'n' has type 'int &&', and an rvalue reference cannot travel}}
// expected-note@+1 {{pass it by value}}
void a(int &&n, [[rpc::in]] record *r);
// expected-error@+2 {{[in] parameter 'n' is a reference, which is never null and cannot be [unique]}}
// expected-note@+1 {{use a pointer}}
void b([[rpc::in, rpc::unique]] int &n);
// expected-error@+1 {{[in, out] parameter 'p' is a reference, which is never null and cannot be [unique]}}
void c([[rpc::in, rpc::out, rpc::unique]] point *&p);
// expected-error@+2 {{the value that 'd' returns is a reference, and nothing there lasts as long as the client}}
// expected-note@+1 {{return the value, or a [unique] pointer to it}}
int &d();

// expected-error@+2 {{[in] parameter 'p' is a reference to a pointer that cannot be replaced}}
// expected-note@+1 {{pass the pointer itself: 'int *p'}}
void f([[rpc::in]] int *const &p);

// Silent.
void e([[rpc::in]] int &n, const point &p, [[rpc::out]] point &q, [[rpc::in, rpc::out]] point *&r, [[rpc::in, rpc::ref]] int &s);
}

[[rpc::stubs]];

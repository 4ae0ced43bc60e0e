// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct point { int x; };
// expected-error@+1 {{alias 'tested::callback' is a pointer to a function}}
using callback = void(int);
struct record {
  // expected-error@+1 {{field 'f' points to a function or member of the program, which means nothing in another one [function-pointer]}}
  void (*f)(int);
};
// expected-error@+1 {{[in] parameter 'f' points to a function}}
void a(callback *f, record r);
// expected-error@+1 {{[in] parameter 'm' points to a function or member}}
void b(int point::*m);
void c([[rpc::in]] callback &f);

// Silent.
void d([[rpc::in]] point *p);
}

[[rpc::stubs]];

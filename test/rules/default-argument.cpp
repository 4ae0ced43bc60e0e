// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
// expected-warning@+2 {{the default argument of 'n' is dropped: clients have to pass one [default-argument]}}
// expected-note@+1 {{leave it out, and write a function that calls the client with it}}
void a([[rpc::in]] int n = 5);
void b(int m, int n = 1);           // expected-warning {{the default argument of 'n' is dropped}}
void c([[rpc::in, rpc::unique]] int *p = nullptr); // expected-warning {{default argument of 'p'}}
void d(int m, int n);               // expected-warning {{default argument of 'n'}}
void d(int m, int n = 2);

// Silent.
void e(int n);
[[rpc::local]] void f(int n = 3);
}
void outside(int n = 4);

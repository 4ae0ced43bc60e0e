// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
using BOOLEAN = bool;
struct record {
  bool n;
  [[rpc::size_is(n)]] int *values;   // expected-warning {{the size of field 'values' is true or false, and should be a number [bool-count]}}
  [[rpc::length_is(n)]] int part[4]; // expected-warning {{the length of field 'part' is true or false}}
};
void a([[rpc::in]] bool n, [[rpc::in, rpc::size_is(n)]] const int *p, [[rpc::in]] const record *r); // expected-warning {{the size of [in] parameter 'p' is true or false}}
void b([[rpc::in]] const bool *n, [[rpc::in, rpc::size_is(*n)]] const int *p);               // expected-warning {{[bool-count]}}
void c([[rpc::in]] const BOOLEAN &n, [[rpc::in, rpc::max_is(n)]] const int *p);              // expected-warning {{the highest index of}}
void d([[rpc::in]] bool n, [[rpc::in, rpc::first_is(n)]] const int p[4]);                    // expected-warning {{the first index of}}
void e([[rpc::in]] bool n, [[rpc::in, rpc::last_is(n)]] const int p[4]);                     // expected-warning {{the last index of}}
void f([[rpc::in]] int n, [[rpc::in, rpc::size_is(n > 4)]] const int *p);                    // expected-warning {{[bool-count]}}
void g([[rpc::in]] int n, [[rpc::in, rpc::size_is(!n)]] const int *p);                       // expected-warning {{[bool-count]}}
void h([[rpc::in]] int n, int m, [[rpc::in, rpc::size_is(n && m)]] const int *p);            // expected-warning {{[bool-count]}}
void i([[rpc::in]] bool n, [[rpc::in, rpc::size_is(, n)]] const int *const *p);              // expected-warning {{[bool-count]}}

// Silent: it chooses a number, or is a discriminant.
union [[rpc::switch_type(bool)]] yes { [[rpc::case(1)]] int number; };
void j([[rpc::in]] bool all, [[rpc::in]] int n, [[rpc::in, rpc::size_is(all ? n : 0)]] const int *p,
       [[rpc::in, rpc::size_is(n * all)]] const int *q, [[rpc::in, rpc::size_is(n & 1)]] const int *r,
       [[rpc::in, rpc::switch_is(all)]] yes s);
}

[[rpc::stubs]];

// What is no expression of a size is reported where it stands.
// RUN: %clang -fsyntax-only -ferror-limit=0 -Xclang -verify %s
#include <rpc/rpc.h>

int f(int);
int variable = 3;
struct s { int n; };

namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20182", 1, 0)]] bad {
void call([[rpc::in, rpc::size_is(f(n))]] int *p, int n);       // expected-error {{calls are not allowed [size-expr-unsupported]}}
void assign([[rpc::in, rpc::size_is(n = 1)]] int *p, int n);    // expected-error {{assignments are not allowed}}
void add([[rpc::in, rpc::size_is(n += 1)]] int *p, int n);      // expected-error {{assignments are not allowed}}
void after([[rpc::in, rpc::size_is(n++)]] int *p, int n);       // expected-error {{++ and -- are not allowed}}
void before([[rpc::in, rpc::size_is(--n)]] int *p, int n);      // expected-error {{++ and -- are not allowed}}
void member([[rpc::in, rpc::size_is(v->n)]] int *p, [[rpc::in]] s *v);      // expected-error {{only parameters or fields next to it can be named}}
void element([[rpc::in, rpc::size_is(n[1])]] int *p, [[rpc::in]] int *n);   // expected-error {{of an array only the first element can be named}}
void address([[rpc::in, rpc::size_is(&n)]] int *p, int n);      // expected-error {{addresses are not allowed}}
void cast([[rpc::in, rpc::size_is((float)n)]] int *p, int n);   // expected-error {{casts are to integers only}}
void pointer([[rpc::in, rpc::size_is((int *)n)]] int *p, int n); // expected-error {{casts are to integers only}}
void target([[rpc::in, rpc::size_is(static_cast<x>(n))]] int *p, int n); // expected-error {{static_cast needs a type}}
void half([[rpc::in, rpc::size_is(static_cast<int>)]] int *p);  // expected-error {{'(' is missing}}
void null([[rpc::in, rpc::size_is(nullptr)]] int *p);           // expected-error {{a null pointer is not an integer}}
void nulls([[rpc::in, rpc::size_is(n == nullptr)]] int *p, int n); // expected-error {{a null pointer is not an integer}}
void itself([[rpc::in, rpc::size_is(p ? 3 : 0)]] int *p, int n); // expected-error {{names 'p', which is not a parameter next to it}} expected-note {{}}
void comma([[rpc::in, rpc::size_is((1, n))]] int *p, int n);    // expected-error {{the comma operator is not allowed}}
void real([[rpc::in, rpc::size_is(1.5)]] int *p);               // expected-error {{'1.5' is not an integer of 63 bits}}
void large([[rpc::in, rpc::size_is(0xFFFFFFFFFFFFFFFF)]] int *p); // expected-error {{is not an integer of 63 bits}}
void text([[rpc::in, rpc::size_is("n")]] int *p);               // expected-error {{'"n"' is a string; write it without quotes}}
void operand([[rpc::in, rpc::size_is(n +)]] int *p, int n);     // expected-error {{an operand is missing}}
void open([[rpc::in, rpc::size_is(n ? 1)]] int *p, int n);      // expected-error {{':' is missing}}
void twice([[rpc::in, rpc::size_is(n n)]] int *p, int n);       // expected-error {{'n' is not expected here}}
void star([[rpc::in, rpc::size_is(*(n + 1))]] int *p, [[rpc::in]] int *n);  // expected-error {{'*' needs a parameter or field}}
void size([[rpc::in, rpc::size_is(sizeof(nothing))]] int *p);   // expected-error {{sizeof is not of a type with a size}}
void bare([[rpc::in, rpc::size_is(sizeof int)]] int *p, int n); // expected-error {{sizeof is not of a type with a size}}
void global([[rpc::in, rpc::size_is(variable)]] int *p);        // expected-error {{names 'variable'}} expected-note {{}}
void unknown([[rpc::in, rpc::size_is(a::b)]] int *p);           // expected-error {{names 'a::b'}} expected-note {{}}
} // namespace bad

[[rpc::stubs]];

// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note -fplugin-arg-rpcgen-Wno-length-equals-size %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
constexpr int five = 5;
struct record {
  int used;
  [[rpc::length_is(five)]] int constant[4];            // expected-error {{the part of field 'constant' that travels ends past the end of the array (which has 4 elements) [part-outside-array]}}
  [[rpc::last_is(4)]] int last[4];                     // expected-error {{'last' that travels ends past the end}}
  [[rpc::first_is(5)]] int first[4];                   // expected-error {{'first' that travels begins past the end of the array (which has 4 elements)}}
  [[rpc::first_is(2), rpc::length_is(3)]] int both[4]; // expected-error {{'both' that travels ends past the end}}
  [[rpc::first_is(2), rpc::last_is(4)]] int ends[4];   // expected-error {{'ends' that travels ends past the end}}
  [[rpc::first_is(3), rpc::last_is(1)]] int order[4];  // expected-error {{'order' that travels ends before the beginning of the array (which has 4 elements)}}
  [[rpc::length_is(used + 5)]] int more[4];            // silent: used may be negative
};
void a([[rpc::in, rpc::size_is(4), rpc::length_is(5)]] const int *p, [[rpc::in]] const record *r); // expected-error {{[in] parameter 'p' that travels ends past the end of the array (which has 4 elements)}}
void b([[rpc::in, rpc::max_is(3), rpc::length_is(5)]] const int *p);              // expected-error {{past the end}}
void c([[rpc::in, rpc::length_is(2)]] const int (&p)[1]);                         // expected-error {{past the end of the array (which has 1 element)}}
void d([[rpc::in, rpc::length_is(4)]] const int p[3][2]);                         // expected-error {{past the end of the array (which has 3 elements)}}

// What the operands can be.
void e([[rpc::in]] std::uint32_t n, [[rpc::in, rpc::size_is(n), rpc::length_is(n + 1)]] const int *p);         // expected-error {{[in] parameter 'p' that travels ends past the end of the array [part-outside-array]}}
void f([[rpc::in]] std::uint32_t n, [[rpc::in, rpc::size_is(n), rpc::last_is(n)]] const int *p);               // expected-error {{past the end}}
void g([[rpc::in]] int n, [[rpc::in, rpc::size_is(n * 2), rpc::length_is(n + n + 2)]] const int *p);           // expected-error {{past the end}}
void h([[rpc::in]] const int *n, [[rpc::in, rpc::size_is(*n), rpc::first_is(*n + 1)]] const int *p);           // expected-error {{begins past the end}}
void i([[rpc::in, rpc::range(5, 9)]] int n, [[rpc::in, rpc::length_is(n)]] const int p[4]);                    // expected-error {{past the end}}
void j([[rpc::in]] std::uint8_t n, [[rpc::in, rpc::length_is(n + 5)]] const int p[4]);                         // expected-error {{past the end}}
void k([[rpc::in]] int n, [[rpc::in, rpc::size_is(n / 2), rpc::length_is(n / 2 + 1)]] const int *p);           // expected-error {{past the end}}
void l([[rpc::in, rpc::range(0, 9)]] int n, [[rpc::in, rpc::size_is(n), rpc::length_is(10)]] const int *p);    // expected-error {{past the end}}
void m([[rpc::in]] bool all, [[rpc::in, rpc::length_is(all ? 8 : 5)]] const int p[4]);                         // expected-error {{past the end}}

// Silent: the whole array, and what is known at run time only.
void right([[rpc::in]] std::uint32_t n, [[rpc::in, rpc::size_is(n), rpc::length_is(n)]] const int *p,
           [[rpc::in, rpc::size_is(n + 1), rpc::length_is(n)]] const int *q,
           [[rpc::in, rpc::size_is(n), rpc::last_is(n - 1)]] const int *r,
           [[rpc::in, rpc::size_is(n), rpc::length_is(n * 2)]] const int *s,
           [[rpc::in, rpc::size_is(n), rpc::first_is(1)]] const int *t, [[rpc::in, rpc::length_is(4)]] const int u[4],
           [[rpc::in, rpc::last_is(3)]] const int v[4], [[rpc::in, rpc::first_is(1), rpc::length_is(3)]] const int w[4],
           [[rpc::in, rpc::length_is(n)]] const int x[4], [[rpc::in, rpc::length_is(n % 5)]] const int y[4],
           [[rpc::in, rpc::first_is(n), rpc::last_is(3)]] const int z[4]);
void strings([[rpc::in, rpc::string]] const char s[4], [[rpc::in, rpc::size_is(, 3)]] const int *const *t);
}

[[rpc::stubs]];

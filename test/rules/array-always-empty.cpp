// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
struct record {
  [[rpc::size_is(0)]] int *none;                       // expected-warning {{no element of field 'none' ever travels: its size is always 0 [array-always-empty]}}
  [[rpc::length_is(0)]] int part[4];                   // expected-warning {{no element of field 'part' ever travels: its length is always 0}}
  [[rpc::first_is(4)]] int behind[4];                  // expected-warning {{no element of field 'behind' ever travels}}
  [[rpc::first_is(2), rpc::last_is(1)]] int order[4];  // expected-warning {{no element of field 'order' ever travels}}
};
void a([[rpc::in, rpc::size_is(4 - 4)]] const int *p, [[rpc::in]] const record *r);             // expected-warning {{no element of [in] parameter 'p' ever travels}}
void b([[rpc::in]] std::uint32_t n, [[rpc::in, rpc::size_is(-n)]] const int *p);                // expected-warning {{its size is at most 0}}
void c([[rpc::in, rpc::range(0, 0)]] std::uint32_t n, [[rpc::in, rpc::size_is(n)]] const int *p); // expected-warning {{its size is always 0}}
void d([[rpc::in]] std::uint32_t n, [[rpc::in, rpc::size_is(n - n)]] const int *p);             // expected-warning {{its size is always 0}}
void e([[rpc::in]] std::uint32_t n, [[rpc::in, rpc::size_is(n), rpc::first_is(n)]] const int *p); // expected-warning {{its length is always 0}}
void g([[rpc::in, rpc::max_is(-1)]] const int *p);                                              // expected-warning {{its size is always 0}}
void h([[rpc::in, rpc::last_is(-1)]] const int p[4]);                                           // expected-warning {{its length is always 0}}

// Silent.
void f([[rpc::in, rpc::range(0, 1)]] std::uint32_t n, [[rpc::in, rpc::size_is(n)]] const int *p,
       [[rpc::in, rpc::length_is(1)]] const int q[4], [[rpc::in, rpc::size_is(n + 1)]] const int *r);
}

[[rpc::stubs]];

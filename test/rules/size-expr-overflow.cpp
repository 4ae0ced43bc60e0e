// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
constexpr int width = 70;
union [[rpc::switch_type(int)]] value { [[rpc::case(1)]] int number; };
struct record {
  int n;
  [[rpc::size_is(n << width)]] int *values; // expected-error {{size_is of field 'values' shifts by at least 70 bits, of 32 [size-expr-overflow]}}
};
void a([[rpc::in]] int n, [[rpc::in, rpc::size_is(n << 32)]] const int *p, [[rpc::in]] const record *r);    // expected-error {{size_is of [in] parameter 'p' shifts by at least 32 bits, of 32}}
void b([[rpc::in]] int n, [[rpc::in, rpc::size_is(n >> 40)]] const int *p);                                 // expected-error {{shifts by at least 40 bits}}
void c([[rpc::in]] int n, [[rpc::in, rpc::size_is(n << -1)]] const int *p);                                 // expected-error {{shifts by a negative number}}
void d([[rpc::in]] int n, [[rpc::in, rpc::size_is(1 << 70)]] const int *p);                                 // expected-error {{shifts by at least 70 bits, of 63}}
void e([[rpc::in]] int n, [[rpc::in, rpc::switch_is(n >> 32)]] value v);                                    // expected-error {{switch_is of [in] parameter 'v' shifts by}}
void f([[rpc::in]] int n, [[rpc::in, rpc::size_is(n + 9223372036854775807 + 1)]] const int *p);             // silent: n may be negative
void g([[rpc::in]] int n, [[rpc::in, rpc::size_is(n + (9223372036854775807 + 1))]] const int *p);           // expected-error {{size_is of [in] parameter 'p' has more than 63 bits}}
void h([[rpc::in]] int n, [[rpc::in, rpc::length_is(n - 9223372036854775807 * 2)]] const int p[4]);         // expected-error {{length_is of [in] parameter 'p' has more than 63 bits}}
void i([[rpc::in, rpc::size_is(4294967296)]] const int *p);                                                 // expected-error {{[in] parameter 'p' has at least 4294967296 elements, which no message holds}}
void j([[rpc::in, rpc::size_is(1 << 31)]] const int *p);                                                    // expected-error {{no message holds}}
void k([[rpc::in]] std::uint32_t n, [[rpc::in, rpc::size_is(n + 4294967295)]] const int *p);                // expected-error {{no message holds}}
void l([[rpc::in]] int n, [[rpc::in, rpc::range(33, 40)]] int by, [[rpc::in, rpc::size_is(n << by)]] const int *p); // expected-error {{shifts by at least 33 bits}}

// Silent.
void m([[rpc::in]] int n, [[rpc::in, rpc::size_is(n << 31)]] const int *p, [[rpc::in, rpc::size_is(n >> 3)]] const int *q,
       [[rpc::in, rpc::size_is(1 << 20)]] const int *r, [[rpc::in, rpc::size_is((1 << 40) >> 38)]] const int *s,
       [[rpc::in]] std::uint8_t by, [[rpc::in, rpc::size_is(n << by)]] const int *t);
}

[[rpc::stubs]];

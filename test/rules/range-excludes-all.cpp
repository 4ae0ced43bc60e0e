// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
using percent [[rpc::range(300, 400)]] = std::uint8_t; // expected-error {{no value of field 'p' lies within range(300, 400)}}
struct record {
  [[rpc::range(-5, -1)]] std::uint32_t n;                     // expected-error {{no value of field 'n' lies within range(-5, -1) [range-excludes-all]}}
  percent p;
  [[rpc::string, rpc::range(9, 20)]] char text[8];            // expected-error {{no size of field 'text' lies within range(9, 20)}}
};
void a([[rpc::in, rpc::range(128, 200)]] std::int8_t n, [[rpc::in]] record r);               // expected-error {{no value of [in] parameter 'n' lies within}}
void b([[rpc::in, rpc::size_is(16), rpc::range(1, 8)]] const int *p);                        // expected-error {{no size of [in] parameter 'p' lies within range(1, 8)}}
void c([[rpc::in, rpc::range(1, 8)]] int n, [[rpc::in, rpc::size_is(n), rpc::range(10, 20)]] const int *p); // expected-error {{no size of}}
void d([[rpc::in, rpc::length_is(2), rpc::range(3, 4)]] const int p[4]);                     // expected-error {{no size of}}
void e([[rpc::in, rpc::string, rpc::range(0, 0)]] const char *s);                            // expected-error {{no size of}}
void f([[rpc::in, rpc::max_is(4), rpc::range(6, 9)]] const int *p);                          // expected-error {{no size of}}

enum class colour { red, green, blue };
void h([[rpc::in, rpc::range(4, 9)]] colour c);                                              // expected-error {{no value of [in] parameter 'c' lies within range(4, 9)}}
enum [[rpc::v1_enum]] level { low = -2, high = 1 };
void i([[rpc::in, rpc::range(-9, -3)]] level l);                                             // expected-error {{no value of}}
enum class step { first = 1, last = 5 };
void j([[rpc::in, rpc::range(2, 4)]] step s);                                                // expected-error {{no value of [in] parameter 's' lies within range(2, 4)}}

// Silent: a part of the range is enough.
void g([[rpc::in, rpc::range(0, 1000)]] std::uint8_t n, [[rpc::in, rpc::size_is(n), rpc::range(1, 8)]] const int *p,
       [[rpc::in, rpc::size_is(8), rpc::range(8, 8)]] const int *q, [[rpc::in, rpc::string, rpc::range(1, 8)]] const char s[8],
       [[rpc::in, rpc::string, rpc::range(1, 300)]] const char *t, [[rpc::in, rpc::range(-1, 0)]] std::uint16_t m,
       [[rpc::in, rpc::range(-10, -5)]] std::int16_t i, [[rpc::range(2, 9)]] colour c, [[rpc::range(-2, -1)]] level l, [[rpc::range(2, 5)]] step u);
}

[[rpc::stubs]];

// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
enum level { low, high };
enum other { left, right };
enum [[rpc::v1_enum]] large { few, many };
union [[rpc::switch_type(std::int16_t)]] narrow { [[rpc::case(1)]] int number; };
union [[rpc::switch_type(level)]] named { [[rpc::case(high)]] int number; };
struct record {
  std::uint32_t tag;
  // expected-error@+1 {{the discriminant of field 'v', 'tag', has type 'std::uint32_t', which is wider than the union's switch_type 'std::int16_t' [union-tag-mismatch]}}
  [[rpc::switch_is(tag)]] narrow v;
};
// expected-error@+1 {{the discriminant of [in] parameter 'v', 'tag', has type 'int', which is wider than the union's switch_type 'std::int16_t'}}
void a(int tag, [[rpc::switch_is(tag)]] narrow v, record r);
// expected-error@+1 {{has type 'tested::large', which is wider than the union's switch_type 'tested::level'}}
void b(large tag, [[rpc::switch_is(tag)]] named v);
// expected-error@+1 {{has type 'double' and must be an integer}}
void c(double tag, [[rpc::switch_is(tag)]] narrow v);
// expected-error@+1 {{has type 'std::int16_t *' and must be an integer}}
void d([[rpc::in]] std::int16_t *tag, [[rpc::switch_is(tag)]] narrow v);
// expected-error@+1 {{the discriminant of [in] parameter 'v', '*tag', goes through something that is not a pointer}}
void e(std::int16_t tag, [[rpc::switch_is(*tag)]] narrow v);

// Silent: an enumeration goes with integers, expressions with everything.
void f(level l, std::int16_t s, std::uint16_t u, int n, const std::int16_t *p, [[rpc::in]] std::int16_t &r,
       [[rpc::switch_is(l)]] narrow a, [[rpc::switch_is(s)]] narrow b, [[rpc::switch_is(u)]] narrow c,
       [[rpc::switch_is(n & 1)]] narrow d, [[rpc::switch_is(*p)]] narrow e, [[rpc::switch_is(r)]] narrow f,
       [[rpc::switch_is(n)]] named g, [[rpc::switch_is(l)]] named h);

// Silent: what is narrower fits, also between enumerations, and a cast or a mask says what travels.
union [[rpc::switch_type(std::uint32_t)]] wide { [[rpc::case(0x2000)]] int number; [[rpc::default]] rpc::none other; };
union [[rpc::switch_type(large)]] wide_named { [[rpc::case(many)]] int number; };
struct variant { std::uint16_t vt; [[rpc::switch_is(vt)]] wide v; };
void g(std::uint8_t a, std::int16_t b, bool c, char d, int n, [[rpc::in]] std::int16_t *p, other o, [[rpc::in]] variant *v,
       [[rpc::switch_is(a)]] wide e, [[rpc::switch_is(b)]] wide f, [[rpc::switch_is(c)]] wide g,
       [[rpc::switch_is(d)]] wide h, [[rpc::switch_is(n)]] wide i, [[rpc::switch_is(*p)]] wide j,
       [[rpc::switch_is(o)]] named k, [[rpc::switch_is(o)]] wide_named l,
       [[rpc::switch_is(static_cast<std::int16_t>(n))]] narrow m, [[rpc::switch_is((std::int16_t)n)]] narrow q,
       [[rpc::switch_is(0xffff & n)]] narrow r, [[rpc::switch_is(n > 3 ? a : b)]] narrow s);
}

[[rpc::stubs]];

// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
enum level { low, high };
enum other { left, right };
union [[rpc::switch_type(std::int16_t)]] narrow { [[rpc::case(1)]] int number; };
union [[rpc::switch_type(level)]] named { [[rpc::case(high)]] int number; };
struct record {
  std::uint32_t tag;
  // expected-error@+1 {{the discriminant of field 'v', 'tag', has type 'std::uint32_t', and the union's switch_type is 'std::int16_t' [union-tag-mismatch]}}
  [[rpc::switch_is(tag)]] narrow v;
};
// expected-error@+1 {{the discriminant of [in] parameter 'v', 'tag', has type 'int', and the union's switch_type is 'std::int16_t'}}
void a(int tag, [[rpc::switch_is(tag)]] narrow v, record r);
// expected-error@+1 {{has type 'tested::other', and the union's switch_type is 'tested::level'}}
void b(other tag, [[rpc::switch_is(tag)]] named v);
// expected-error@+1 {{has type 'double' and must be an integer}}
void c(double tag, [[rpc::switch_is(tag)]] narrow v);
// expected-error@+1 {{has type 'std::int16_t *' and must be an integer}}
void d([[rpc::in]] std::int16_t *tag, [[rpc::switch_is(tag)]] narrow v);
// expected-error@+1 {{the discriminant of [in] parameter 'v', '*tag', goes through something that is no pointer}}
void e(std::int16_t tag, [[rpc::switch_is(*tag)]] narrow v);

// Silent: an enumeration goes with integers, expressions with everything.
void f(level l, std::int16_t s, std::uint16_t u, int n, const std::int16_t *p, [[rpc::in]] std::int16_t &r,
       [[rpc::switch_is(l)]] narrow a, [[rpc::switch_is(s)]] narrow b, [[rpc::switch_is(u)]] narrow c,
       [[rpc::switch_is(n & 1)]] narrow d, [[rpc::switch_is(*p)]] narrow e, [[rpc::switch_is(r)]] narrow f,
       [[rpc::switch_is(n)]] named g, [[rpc::switch_is(l)]] named h);
}

[[rpc::stubs]];

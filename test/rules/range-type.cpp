// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
using text = const char *;
struct record {
  // expected-error@+1 {{range needs an integer of at most 32 bits, an enumeration, or an array with a size, a length or string, and field 'ratio' is not one [range-type]}}
  [[rpc::range(0, 1)]] double ratio;
  // expected-error@+1 {{and field 'offset' is not one}}
  [[rpc::range(0, 100)]] std::int64_t offset;
};
using bounded [[rpc::range(0, 10)]] = float; // expected-error {{and field 'value' is not one}}
struct other { bounded value; };
// expected-error@+1 {{and [in] parameter 'a' is not one}}
void a([[rpc::in, rpc::range(0, 10)]] int a[4], record r, other o);
// expected-error@+1 {{and [in] parameter 's' is not one}}
void b([[rpc::range(0, 10)]] other s);

// Silent.
enum colour { red, green };
using count [[rpc::range(0, 10)]] = std::uint32_t;
struct right { [[rpc::range(-1, 1)]] std::int8_t sign; count n; };
void c([[rpc::range(0, 1)]] colour c, [[rpc::in, rpc::range(0, 9)]] int *p, [[rpc::in, rpc::range(0, 9)]] int &r, right x);
using name [[rpc::string, rpc::range(1, 20)]] = const char *;
struct tail { count n; [[rpc::size_is(n), rpc::range(0, 10)]] double values[1]; };
void d(int n, [[rpc::in, rpc::size_is(n), rpc::range(0, 10)]] double *a, [[rpc::in, rpc::size_is(n)]] count *b, name s,
       [[rpc::in, rpc::string, rpc::range(1, 8)]] char t[8], [[rpc::in, rpc::length_is(n), rpc::range(0, 4)]] double u[4], [[rpc::in]] tail *v);
}

[[rpc::stubs]];

// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
using text = const char *;
struct record {
  // expected-error@+1 {{range needs an integer of at most 32 bits or an enumeration, and field 'ratio' is none [range-type]}}
  [[rpc::range(0, 1)]] double ratio;
  // expected-error@+1 {{and field 'offset' is none}}
  [[rpc::range(0, 100)]] std::int64_t offset;
};
using bounded [[rpc::range(0, 10)]] = float; // expected-error {{and field 'value' is none}}
struct other { bounded value; };
// expected-error@+2 {{and [in] parameter 'a' is none}}
// expected-note@+1 {{to bound a size, put range on the parameter or field that size_is names}}
void a(int n, [[rpc::size_is(n), rpc::range(0, 10)]] int *a, record r, other o);
// expected-error@+1 {{and [in] parameter 's' is none}}
void b([[rpc::range(0, 10)]] other s);

// Silent.
enum colour { red, green };
using count [[rpc::range(0, 10)]] = std::uint32_t;
struct right { [[rpc::range(-1, 1)]] std::int8_t sign; count n; };
void c([[rpc::range(0, 1)]] colour c, [[rpc::range(0, 9)]] int *p, [[rpc::range(0, 9)]] int &r, right x);
}

[[rpc::stubs]];

// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
enum { low = 5, high = 9 };
struct record {
  // expected-error@+1 {{range(high, low) of field 'n' is empty: the low end exceeds the high one [range-order]}}
  [[rpc::range(high, low)]] int n;
};
// expected-error@+2 {{range(3, 2) of [in] parameter 'n' is empty}}
// expected-note@+1 {{write 'rpc::range(2, 3)'}}
void a([[rpc::range(3, 2)]] int n, record r);
// expected-error@+1 {{range(0, -1) of [in] parameter 'n' is empty}}
void b([[rpc::range(0, -1)]] int n);

// Silent: one value is enough.
void c([[rpc::range(low, high)]] int a, [[rpc::range(-1, 0)]] int b, [[rpc::range(7, 7)]] int c);
}

[[rpc::stubs]];

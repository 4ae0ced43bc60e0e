// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
int variable = 4;
// expected-error@+1 {{range(0, variable) of [in] parameter 'n' needs two integer constants [range-const]}}
void a([[rpc::range(0, variable)]] int n);
// expected-error@+1 {{needs two integer constants}}
void b([[rpc::range(m, 10)]] int n, int m);
struct record {
  // expected-error@+1 {{range(0, 1 / 0) of field 'n' needs two integer constants}}
  [[rpc::range(0, 1 / 0)]] int n;
};
void c(record r);

// Silent.
enum { most = 10 };
constexpr int least = 1;
void d([[rpc::range(least, most)]] int n, [[rpc::range(-(1 << 4), sizeof(int) * 2)]] int m);
}

[[rpc::stubs]];

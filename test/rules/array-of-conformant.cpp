// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct open {
  int count;
  [[rpc::size_is(count)]] int values[1];
};
struct outer {
  int before;
  open last;
};

struct holder {
  // expected-error@+1 {{the elements of field 'all' have no fixed size: 'tested::open' is open [array-of-conformant]}}
  open all[3];
};
// expected-error@+2 {{the elements of [in] parameter 'a' have no fixed size: 'tested::outer' is open}}
// expected-note@+1 {{use an array of pointers to them}}
void a([[rpc::in]] outer a[2], [[rpc::in]] holder *h);
// expected-error@+1 {{the elements of [in] parameter 'a' have no fixed size}}
void b(int n, [[rpc::in, rpc::size_is(n)]] open *a);

// Silent.
void pointers(int n, [[rpc::in, rpc::size_is(n)]] open **a, [[rpc::in]] open *b[3]);
void one([[rpc::in]] open *o);
}

[[rpc::stubs]];

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

// expected-error@+2 {{nothing tells the server how large [out] parameter 'o' is: 'tested::open' ends in an open array [out-open-struct]}}
// expected-note@+1 {{let the server allocate it: 'tested::open **'}}
void a([[rpc::out]] open *o);
// expected-error@+1 {{nothing tells the server how large [out] parameter 'o' is: 'tested::outer' ends}}
void b([[rpc::out]] outer &o);
using strict [[rpc::ref]] = open *;
// expected-error@+1 {{nothing tells the server how large [out] parameter 'o' is}}
void c([[rpc::out]] strict *o);
// expected-error@+1 {{nothing tells the server how large [out] parameter 'o' is}}
void d([[rpc::out]] open *&o);

// Silent: the server allocates, or the request tells.
void allocated([[rpc::out]] open **o);
void both([[rpc::in, rpc::out]] open *o, [[rpc::in, rpc::out]] open *&r);
void in([[rpc::in]] open *o);
}

[[rpc::stubs]];

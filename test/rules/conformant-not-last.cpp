// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct open {
  int count;
  [[rpc::size_is(count)]] int values[1];
};
struct first {
  int count;
  // expected-error@+1 {{field 'values' ends in an open array and must be the last one of 'first' [conformant-not-last]}}
  [[rpc::size_is(count)]] int values[1];
  // expected-note@+1 {{'after' comes after it}}
  int after;
};
struct nested {
  // expected-error@+1 {{field 'inner' ends in an open array and must be the last one of 'nested'}}
  open inner;
  int after;
};
struct deep { open last; };
struct twice {
  // expected-error@+1 {{field 'a' ends in an open array}}
  deep a;
  deep b;
};
void a([[rpc::in]] first *f, [[rpc::in]] nested *n, [[rpc::in]] twice *t);

// Silent.
struct pointers {
  int count;
  [[rpc::size_is(count)]] int *values;
  int fixed[1];
  open *other;
  int after;
};
void b([[rpc::in]] open *o, [[rpc::in]] deep *d, [[rpc::in]] pointers *p);
}

[[rpc::stubs]];

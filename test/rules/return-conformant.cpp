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

using alias = open;
// expected-error@+2 {{the value that 'a' returns has no fixed size [return-conformant]}}
// expected-note@+1 {{return a pointer, 'tested::open *', or use an [out] parameter 'tested::open **'}}
open a();
// expected-error@+1 {{the value that 'b' returns has no fixed size}}
outer b();
// expected-error@+1 {{the value that 'c' returns has no fixed size}}
alias c();

// Silent.
struct closed { int count; int values[4]; };
struct sized { int count; [[rpc::size_is(count)]] int *values; };
open *pointer();
closed fixed();
sized behind_pointer();
}

[[rpc::stubs]];

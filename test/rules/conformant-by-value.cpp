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

using alias = outer;
// expected-error@+2 {{[in] parameter 'o' has no fixed size and cannot be passed by value [conformant-by-value]}}
// expected-note@+1 {{pass a pointer: 'tested::open *'}}
void a(open o);
// expected-error@+1 {{[in] parameter 'o' has no fixed size}}
void b([[rpc::in]] const alias o);

// Silent.
struct closed { int count; int values[2]; };
void pointer([[rpc::in]] open *o, [[rpc::in]] outer &r, const open &c);
void value(closed c);
}

[[rpc::stubs]];

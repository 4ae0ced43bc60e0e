// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct flags {
  // expected-error@+2 {{field 'low' is a bit-field, which has no wire form [bitfield]}}
  // expected-note@+1 {{use an integer and masks}}
  unsigned low : 4;
  // expected-error@+1 {{field 'high' is a bit-field}}
  unsigned high : 4;
  unsigned whole;
};
struct outer { flags inner; };
union [[rpc::switch_type(int)]] choice {
  // expected-error@+1 {{union arm 'narrow' is a bit-field}}
  [[rpc::case(1)]] int narrow : 3;
};
void a([[rpc::in]] outer *o, int tag, [[rpc::switch_is(tag)]] choice c);

// Silent.
struct unused { unsigned n : 1; };
struct masked { unsigned n; };
void b(masked m);
[[rpc::local]] void local(unused u);
}

[[rpc::stubs]];

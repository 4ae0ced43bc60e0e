// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct elsewhere;
enum opaque : int;
struct record {
  // expected-error@+2 {{field 'p' cannot travel: 'tested::elsewhere' is declared but not defined [incomplete-type]}}
  // expected-note@+1 {{include the header that defines it}}
  elsewhere *p;
};
// expected-error@+1 {{[in] parameter 'p' cannot travel: 'tested::elsewhere' is declared but not defined}}
void a([[rpc::in]] elsewhere *p, [[rpc::in]] record *r);
// expected-error@+1 {{[in] parameter 'p' cannot travel: 'const tested::elsewhere' is declared but not defined}}
void b(const elsewhere &p);

// Silent: defined further down.
struct later;
void c([[rpc::in]] later *p);
struct later { int n; };
}

[[rpc::stubs]];

// RUN: %clang -fsyntax-only -Xclang -verify %s
#include "Inputs/warnings.h"

namespace [[INTERFACE]] tested {
struct point { int x; };

const int a();                   // expected-warning {{the value that 'a' returns is a copy, and const says nothing of it [return-const]}}
[[rpc::opnum(1)]] const point b(); // expected-warning {{[return-const]}}
int *const c();                  // expected-warning {{[return-const]}}

// Silent: what a pointer leads to, and what only local functions return.
const int *d();
point e();
[[rpc::local]] const int f();
}

[[rpc::stubs]];

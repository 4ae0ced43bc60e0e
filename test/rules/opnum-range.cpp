// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
int variable;
// expected-error@+1 {{the number of operation 'a' must be a constant from 0 to 65535 [opnum-range]}}
[[rpc::opnum(-1)]] void a();
// expected-error@+1 {{the number of operation 'b' must be a constant}}
[[rpc::opnum(70000)]] void b();
// expected-error@+1 {{the number of operation 'c' must be a constant}}
[[rpc::opnum(variable)]] void c();
[[rpc::opnum(65535)]] void last();
// expected-error@+2 {{the number of operation 'd' must be a constant}}
// expected-error@+1 {{operation 'd' has the number 0}}
void d();

// Silent.
enum { twelve = 12 };
[[rpc::opnum(twelve)]] void e();
[[rpc::opnum(65534)]] void f();
}

[[rpc::stubs]];

// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
// expected-note@+1 {{it is declared here}}
void a();
void b();
// expected-error@+1 {{operation 'c' has the number 0, which is that of 'a' [opnum-duplicate]}}
[[rpc::opnum(0)]] void c();
// expected-error@+1 {{operation 'd' has the number 1, which is that of 'b'}}
void d();

[[rpc::reserved]] void late();
// expected-error@+1 {{operation 'again' has the number 2, which is that of 'late'}}
[[rpc::opnum(2)]] void again();

// Silent.
[[rpc::opnum(7)]] void e();
[[rpc::local]] void local();
void f();
[[rpc::opnum(5)]] void g();
}

[[rpc::stubs]];

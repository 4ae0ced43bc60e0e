// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
// expected-note@+1 2 {{the first one is declared here}}
int a(int n);
// expected-error@+1 {{operation 'a' is overloaded, and operations need a name each [opnum-overload]}}
int a(short n);
// expected-error@+1 {{operation 'a' is overloaded}}
void a();

// Silent: redeclarations, and what stays here.
void b(int n);
void b(int n);
[[rpc::local]] void b(short n);
}

[[rpc::stubs]];

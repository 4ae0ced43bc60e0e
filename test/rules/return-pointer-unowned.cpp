// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wreturn-pointer-unowned -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
int *a();                   // expected-warning {{the value that 'a' returns belongs to the client, which has to release it [return-pointer-unowned]}}
[[rpc::string]] char *b();  // expected-warning {{[return-pointer-unowned]}}

// Silent.
int c();
void d();
void e([[rpc::out]] int **p);
}

[[rpc::stubs]];

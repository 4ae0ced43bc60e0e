// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wno-string-inout-grows -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
// expected-error@+2 {{nothing tells the server how long [out] parameter 's' may become [string-out-unsized]}}
// expected-note@+1 {{add size_is(n), or let the server allocate it: 'char **s'}}
void a([[rpc::out, rpc::string]] char *s);
// expected-error@+1 {{nothing tells the server how long [out] parameter 's' may become}}
void b([[rpc::out, rpc::string]] char16_t s[]);
using text [[rpc::string, rpc::ref]] = char *;
// expected-error@+1 {{nothing tells the server how long [out] parameter 's' may become}}
void c([[rpc::out]] text *s);

// Silent.
void sized(int n, [[rpc::out, rpc::string, rpc::size_is(n)]] char *s);
void fixed([[rpc::out, rpc::string]] char s[80]);
void allocated([[rpc::out, rpc::string]] char **s);
void both([[rpc::in, rpc::out, rpc::string]] char *s, [[rpc::in, rpc::string]] char *t);
}

[[rpc::stubs]];

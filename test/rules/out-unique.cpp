// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
using maybe [[rpc::unique]] = int *;

// expected-error@+2 {{[out] parameter 'p' cannot be [unique]: nothing says whether it is null on return [out-unique]}}
// expected-note@+1 {{use [in, out, unique], or another level of indirection: 'int **'}}
void a([[rpc::out, rpc::unique]] int *p);
// expected-error@+1 {{[out] parameter 'p' cannot be [unique]}}
void b([[rpc::out]] [[rpc::unique]] int **p);
// expected-error@+1 {{[out] parameter 'p' cannot be [unique]}}
void c([[rpc::out]] maybe p);
// expected-error@+1 {{[out] parameter 'p' cannot be [unique]}}
void d([[rpc::in]] int n, [[rpc::out, rpc::unique, rpc::size_is(n)]] int *p);
// expected-error@+1 {{[out] parameter 'p' cannot be [unique]}}
void e([[rpc::out, rpc::unique]] int p[2]);
// expected-error@+2 {{[out] parameter 'p' cannot be [ptr]: nothing says whether it is null on return}}
// expected-note@+1 {{use [in, out, ptr], or another level of indirection: 'int **'}}
void g([[rpc::out, rpc::ptr]] int *p);
#define RESULT [[rpc::out, rpc::unique]]
// expected-error@+1 {{[out] parameter 'p' cannot be [unique]}}
void f(RESULT int *p);

// Silent: pointer_default is not for the top level.
void reference([[rpc::out]] int *p, [[rpc::out]] int &r);
void explicitly([[rpc::out, rpc::ref]] int *p);
void both([[rpc::in, rpc::out, rpc::unique]] int *p);
void inner([[rpc::out]] maybe *p, [[rpc::out]] int **q);
void in([[rpc::in, rpc::unique]] int *p);
}

[[rpc::stubs]];

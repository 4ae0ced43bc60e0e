// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
enum colour { red };
struct point { int x, y; };
using number = int;

// expected-error@+2 {{[out] parameter 'n' must be a pointer, reference or array: C++ passes it by value [out-not-pointer]}}
// expected-note@+1 {{write 'int *n'}}
void a([[rpc::out]] int n);
// expected-error@+1 {{[in, out] parameter 'n' must be a pointer}}
void b([[rpc::in, rpc::out]] number n);
// expected-error@+1 {{[out] parameter 'p' must be a pointer}}
void c([[rpc::out]] point p);
// expected-error@+1 {{[out] parameter 'c' must be a pointer}}
void d(int n, [[rpc::out]] const colour c);

// Silent.
void pointer([[rpc::out]] int *n);
void reference([[rpc::out]] point &p);
void array([[rpc::out]] int n[4]);
void replaced([[rpc::in, rpc::out]] point *&p);
void value([[rpc::in]] int n, point p);
}

[[rpc::stubs]];

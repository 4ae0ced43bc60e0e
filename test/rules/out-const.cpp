// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"
#include <span>

namespace [[INTERFACE]] tested {
struct point { int x, y; };
using fixed = const point;

// expected-error@+2 {{[out] parameter 'p' points to const data, which the stub has to write [out-const]}}
// expected-note@+1 {{drop the const, or make it [in]}}
void a([[rpc::out]] const int *p);
// expected-error@+1 {{[in, out] parameter 'p' points to const data}}
void b([[rpc::in, rpc::out]] fixed *p);
// expected-error@+1 {{[out] parameter 'r' points to const data}}
void c([[rpc::out]] const point &r);
// expected-error@+1 {{[out] parameter 'p' points to const data}}
void d([[rpc::out]] int *const *p);
// expected-error@+1 {{[out] parameter 'a' points to const data}}
void e([[rpc::out]] const int a[4]);
// expected-error@+1 {{[out] parameter 'a' points to const data}}
void f(int n, [[rpc::out, rpc::size_is(n)]] const int *a);

struct partly { int x; const int y[2]; };
struct holder { partly inner; };
// expected-error@+1 {{[out] parameter 'p' points to const data}}
void g([[rpc::out]] holder *p);

// Silent: new memory on both sides, and the parameter itself.
void fresh([[rpc::out]] const point **p, [[rpc::out, rpc::string]] const char **s);
void replaced([[rpc::in, rpc::out]] const point *&p);
void self([[rpc::out]] int *const p);
void in([[rpc::in]] const point *p, const int &r, partly b, [[rpc::in]] holder *h);
void fresh_part([[rpc::out]] holder **p);
// expected-error@+1 {{[in, out] parameter 's' points to const data}}
void spanned([[rpc::in, rpc::out]] std::span<const int> s);
}

[[rpc::stubs]];

// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
// expected-note@+1 {{the attributes of this declaration hold}}
void a([[rpc::in]] int *p);
void a([[rpc::out]] int *p); // expected-error {{'a' is declared again with other attributes, and these are ignored [redeclaration-conflict]}}
void b([[rpc::in]] int *p);
void b([[rpc::in, rpc::unique]] int *p); // expected-error {{'b' is declared again}}
void c([[rpc::in, rpc::unique]] int *p);
void c([[rpc::in]] int *p); // expected-error {{'c' is declared again}}
void d([[rpc::in]] int n, [[rpc::in, rpc::size_is(n)]] int *p);
void d([[rpc::in]] int n, [[rpc::in, rpc::size_is(n * 2)]] int *p); // expected-error {{'d' is declared again}}
[[rpc::idempotent]] int e();
[[rpc::idempotent, rpc::opnum(20)]] int e(); // expected-error {{'e' is declared again}}
void f([[rpc::out]] int *p);
void f(int *p);
void f([[rpc::in, rpc::out]] int *p); // expected-error {{'f' is declared again}}
// Local functions, and whole interfaces of them.
[[rpc::local]] void k(int *p);
void k([[rpc::out]] int *p); // expected-error {{'k' is declared again}}
[[rpc::local]] void l(int *p);
[[rpc::opnum(30)]] void l(int *p); // expected-error {{'l' is declared again}}
void m([[rpc::in]] int n, [[rpc::in, rpc::size_is(n)]] int *p);
[[rpc::local]] void m(int n, int *p); // expected-error {{'m' is declared again}}

// Silent: attributes that are left out, repeated, or come later.
void g([[rpc::in]] int n, [[rpc::in, rpc::size_is(n)]] int *p);
void g(int n, int *p);
void g([[rpc::in]] int n, [[rpc::size_is(n)]] [[rpc::in]] int *p);
void g(int n, [[rpc::size_is(n)]] int *p);
void h(int *p);
void h([[rpc::out]] int *p);
void i([[rpc::out]] int *p);
void i(int *p) {}
[[rpc::suppress("return-const")]] const int j([[rpc::in]] int n);
const int j([[rpc::in]] int n);
[[rpc::local]] void o([[rpc::out]] int *p);
[[rpc::local]] void o([[rpc::out]] int *p);
void o(int *p) {}
}

void tested::k([[rpc::in, rpc::out]] int *p) {} // expected-error {{'k' is declared again}}

namespace [[rpc::interface, rpc::local]] tested_locally {
void a([[rpc::in]] int *p);
void a([[rpc::out]] int *p); // expected-error {{'a' is declared again}}
}

[[rpc::stubs]];

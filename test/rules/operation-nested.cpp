// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
inline namespace v2 {
// expected-error@+2 {{'a' is in a namespace inside interface 'tested', and no operation of it [operation-nested]}}
// expected-note@+1 {{declare it in 'tested' itself, or write '[[rpc::local]]' before it}}
void a([[rpc::in]] int n);
void b(int n);                     // expected-error {{'b' is in a namespace}}
void c(int n) {}                   // expected-error {{'c' is in a namespace}}
namespace {
void d([[rpc::in]] int n);         // expected-error {{'d' is in a namespace}}
}
}
namespace sub {
void e([[rpc::out]] int *p);       // expected-error {{'e' is in a namespace}}
namespace deeper {
[[rpc::idempotent]] void f(int n); // expected-error {{'f' is in a namespace}}
}
template <class T> void g([[rpc::in]] T t); // expected-error {{'g' is in a namespace}}
}
namespace {
void h(int n);                     // expected-error {{'h' is in a namespace}}
extern "C" void j(int n);          // expected-error {{'j' is in a namespace}}
extern "C++" {
extern "C" {
void k([[rpc::out]] int *p);       // expected-error {{'k' is in a namespace}}
}
}
}
extern "C" {
inline namespace v3 {
void i(int n);                     // expected-error {{'i' is in a namespace}}
}
}

// Silent: what is no operation anyway.
namespace detail {
void log(const char *text);
inline int twice(int n) { return 2 * n; }
}
inline namespace helpers {
[[rpc::local]] void local([[rpc::in]] int n);
inline int half(int n) { return n / 2; }
constexpr int three() { return 3; }
template <class T> T same(T t) { return t; }
struct point { int x; };
bool operator==(point, point);
}
namespace {
int defined(int n) { return n; }
}
namespace [[rpc::local]] own {
void call([[rpc::in]] int n);
}
void operation([[rpc::in]] point p);
}

[[rpc::stubs(tested)]];

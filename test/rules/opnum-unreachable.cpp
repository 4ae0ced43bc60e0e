// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
// expected-error@+2 {{'a' is inline and cannot be called from elsewhere [opnum-unreachable]}}
// expected-note@+1 {{write '[[rpc::local]]' before it to keep it out of the interface}}
inline int a(int n) { return n; }
// expected-error@+1 {{'b' is deleted}}
void b(int n) = delete;
// expected-error@+1 {{'c' is consteval}}
consteval int c(int n) { return n; }
// expected-error@+1 {{'d' is a template}}
template <class T> void d(int n);
// expected-error@+1 {{'of_type' is a template}}
template <class T> T of_type(const T &n, T *m);
// expected-error@+1 {{'of_auto' is a template}}
auto of_auto(auto n) -> decltype(n);
// expected-error@+1 {{'e' is static}}
static void e(int n);
struct point { int x; };
// expected-error@+1 {{'operator-' is an operator}}
point operator-([[rpc::in]] point p);

// Silent. Operators without attributes are no operations.
constexpr bool operator==(const point &a, const point &b) { return a.x == b.x; }
point operator+(point a, point b);
unsigned long long operator""_points(unsigned long long n);
template <class Stream> Stream &operator<<(Stream &out, const point &p);
[[rpc::local]] inline int local(int n) { return n; }
extern void declared(int n);
void defined(int n) {}
}

[[rpc::stubs]];

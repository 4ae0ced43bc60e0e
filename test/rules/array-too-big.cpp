// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"
#include <array>
#include <string>

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
struct large {
  char a[70000];                    // expected-warning {{field 'a' takes 70000 bytes, and peers built by MIDL have at most 65535 [array-too-big]}}
};
struct sum { int a[10000], b[10000]; }; // expected-warning {{'sum' takes 80000 bytes}}
struct grid { int a[128][128]; };       // expected-warning {{field 'a' takes 65536 bytes}}
struct modern { std::array<int, 128> a[128]; };            // expected-warning {{field 'a' takes 65536 bytes}}
struct fits { int a[16383]; char b[3]; };
void a([[rpc::in]] large *p, [[rpc::in]] sum *q, [[rpc::in]] grid *r, [[rpc::in]] fits *s);
void b(int n, [[rpc::in]] double p[9000], [[rpc::in, rpc::size_is(n)]] int *q); // expected-warning {{[in] parameter 'p' takes 72000 bytes}}
void c([[rpc::in]] const std::array<double, 9000> &p); // expected-warning {{[in] parameter 'p' takes 72000 bytes}}
void d([[rpc::in]] const std::array<std::string, 2000> &p, [[rpc::in]] modern *m);
}

[[rpc::stubs]];

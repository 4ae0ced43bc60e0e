// An interface is judged whether or not it has stubs, and what is found in it is found once.
// RUN: %clang -fsyntax-only -Xclang -verify %s
// RUN: %clang -fsyntax-only -x c++-header -Xclang -verify %s
// RUN: %clang -fsyntax-only -DSTUBS -Xclang -verify %s
// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-bodies -Xclang -verify %s
#include <rpc/rpc.h>

namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20183", 1, 0)]] first {
void f([[rpc::out, rpc::unique]] std::int32_t *p); // expected-error {{[out-unique]}} expected-note {{}}
const std::int32_t g();                            // expected-warning {{[return-const]}}
[[rpc::suppress("return-const")]] const std::int32_t h();
[[rpc::suppress("return-const")]] std::int32_t i(); // expected-warning {{'return-const' finds nothing here [unused-suppression]}}
}

#ifdef STUBS
[[rpc::stubs(first)]];
#endif

// What comes after the stubs of another interface.
namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20184", 1, 0)]] second {
void f(long n); // expected-error {{[lp64-long]}} expected-note {{}}
}

struct [[rpc::encode]] record {
  void *p; // expected-error {{[void-pointer]}} expected-note {{}}
};

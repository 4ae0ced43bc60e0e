// Without stubs there is no client and no service, which is said where something does not compile.
// RUN: %clang -fsyntax-only -Xclang -verify %s
// RUN: %clang -fsyntax-only -DRIGHT -Xclang -verify=right %s
// right-no-diagnostics
#include <rpc/rpc.h>

// expected-warning@+2 {{'missing' has no stubs here, and so no client and no service [stubs-missing]}}
// expected-note@+1 {{write '[[rpc::stubs]];' after the interface}}
namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20183", 1, 0)]] missing {
void f(std::int32_t n);
}
namespace [[rpc::local]] local {
void f(std::int32_t n);
}
namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20184", 1, 0)]] there {
void f(std::int32_t n);
}
[[rpc::stubs(there)]];

#ifndef RIGHT
missing::client *client; // expected-error {{no type named 'client' in namespace 'missing'}} expected-note@*:* 0+ {{}}
#endif

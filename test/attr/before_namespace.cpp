// An interface whose attribute is in the wrong place is no interface, which is said once.
// RUN: %clang -fsyntax-only -Xclang -verify %s
#include <rpc/rpc.h>

// expected-error@+2 {{'rpc::interface' is on no declaration; it belongs on a namespace [attribute-place]}}
// expected-note@+1 {{write it between 'namespace' and the name}}
[[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a21", 1, 0)]]
namespace before {
void f();
}
[[rpc::stubs]];

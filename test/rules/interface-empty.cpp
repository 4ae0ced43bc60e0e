// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

// expected-warning@+2 {{interface 'a' has no operations [interface-empty]}}
// expected-note@+1 {{declare functions in its namespace, or write 'rpc::local' if it has no peers}}
namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20101", 1, 0)]] a {}
namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20102", 1, 0)]] b { // expected-warning {{interface 'b' has no operations}}
struct s { int n; };
[[rpc::local]] void f(int n);
namespace sub { void g(int n); }
}

// Silent.
namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20103", 1, 0)]] c { void f(int n); }
namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20104", 1, 0)]] d {}
namespace d { void f(int n); }
namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20105", 1, 0), rpc::encode]] f { struct u { int n; }; }
namespace [[rpc::local]] g { void f(int n); }
namespace plain {}

// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

// expected-note@+1 {{the other interface is here}}
namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20101", 1, 0)]] a { void f(int n); }
// expected-warning@+2 {{interface 'b' has the uuid and version of 'a', and peers cannot tell them apart [uuid-duplicate]}}
// expected-note@+1 {{make a uuid with uuidgen for each interface}}
namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20101", 1, 0)]] b { void f(int n); }
namespace [[rpc::interface, rpc::uuid("60A15EC5-4DE8-11D7-A637-005056A20101"), rpc::version(1)]] c { void f(int n); } // expected-warning {{interface 'c' has the uuid and version of 'a'}}

// Silent.
namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20101", 2, 0)]] d { void f(int n); }
namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20101", 1, 1)]] e { void f(int n); }
namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20102", 1, 0)]] f { void f(int n); }
namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20101", 1, 0)]] a { void g(int n); }
namespace [[rpc::local]] g { void f(int n); }
namespace [[rpc::local]] h { void f(int n); }

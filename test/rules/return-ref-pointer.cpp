// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE, rpc::pointer_default(ref)]] tested {
struct record { int value; };
using strict [[rpc::ref]] = record *;
// expected-error@+1 {{the value that 'a' returns is newly allocated and cannot be [ref] [return-ref-pointer]}}
[[rpc::ref]] record *a();
// expected-error@+1 {{the value that 'b' returns is newly allocated}}
strict b();
// expected-error@+1 {{the value that 'c' returns is newly allocated}}
[[rpc::ref, rpc::string]] char *c();

// Silent, even where the interface says ref.
record *plain();
[[rpc::unique]] record *explicitly();
[[rpc::string]] char *text();
[[rpc::unique]] strict overridden();
}

[[rpc::stubs]];

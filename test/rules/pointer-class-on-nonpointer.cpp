// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct point {
  // expected-error@+1 {{[ref] needs a pointer, and field 'x' is not one [pointer-class-on-nonpointer]}}
  [[rpc::ref]] int x;
  int y;
};
// expected-error@+1 {{[unique] needs a pointer, and [in] parameter 'n' is not one}}
void a([[rpc::unique]] int n);
// expected-error@+1 {{[unique] needs a pointer, and [in] parameter 'p' is not one}}
void b([[rpc::in, rpc::unique]] point p);
// expected-error@+1 {{[unique] needs a pointer, and the value that 'c' returns is not one}}
[[rpc::unique]] int c();
// expected-error@+1 {{[unique] needs a pointer, and the value that 'd' returns is not one}}
[[rpc::unique]] void d();

using number [[rpc::unique]] = int;
// expected-error@-1 {{[unique] needs a pointer, and [in] parameter 'p' is not one}}
void e([[rpc::in]] number *p);

struct state;
using handle [[rpc::context_handle]] = state *;
[[rpc::local]] void handle_rundown(handle left);
void open([[rpc::out]] handle *h);
// expected-error@+1 {{[unique] needs a pointer, and [in] parameter 'h' is not one}}
void f([[rpc::in, rpc::unique]] handle h);
// expected-error@+1 {{[ref] needs a pointer, and the value that 'g' returns is not one}}
[[rpc::ref]] handle g();

// Silent.
void close([[rpc::in, rpc::out, rpc::ref]] handle *h);
void use([[rpc::in, rpc::ref]] handle h);
using pointer = int *;
void alias([[rpc::in, rpc::unique]] pointer p);
void array([[rpc::in, rpc::unique]] int a[4]);
[[rpc::unique]] point *result();
}

[[rpc::stubs]];

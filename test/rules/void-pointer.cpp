// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
// expected-error@+1 {{alias 'tested::handle' uses 'void*', and nothing says what it points to}}
using handle = void *;
struct record {
  // expected-error@+1 {{field 'p' has type 'void*', and nothing says what it points to [void-pointer]}}
  void *p;
};
// expected-error@+2 {{[in] parameter 'p' has type 'const void*', and nothing says what it points to}}
// expected-note@+1 {{name the type, or pass bytes: 'std::uint8_t *' with size_is}}
void a(int n, [[rpc::size_is(n)]] const void *p, record r);
// expected-error@+1 {{[out] parameter 'p' has type 'void*'}}
void b([[rpc::out]] void **p);
void c(handle h);
// expected-error@+1 {{the value that 'd' returns has type 'void*'}}
void *d();

// Silent.
void e(int n, [[rpc::size_is(n)]] const std::uint8_t *p);
}

[[rpc::stubs]];

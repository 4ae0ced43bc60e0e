// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wnull-with-count -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
struct s {
  int n;
  [[rpc::size_is(n)]] int *p;               // expected-warning {{field 'p' may be null, and then peers refuse a size that is not zero [null-with-count]}}
  [[rpc::ref, rpc::size_is(n)]] int *q;
};
void a(int n, [[rpc::in, rpc::unique, rpc::size_is(n)]] int *p, [[rpc::in]] s *q); // expected-warning {{[in] parameter 'p' may be null}}

// Silent.
void b(int n, [[rpc::in, rpc::size_is(n)]] int *p, [[rpc::in, rpc::unique, rpc::size_is(n), rpc::disable_consistency_check]] int *q,
       [[rpc::unique, rpc::string]] const char *r);
}

// An interface that is older than the check: nothing in it is reported, wherever the pointer is.
namespace [[rpc::interface("0d8f2b4e-51a7-4c0e-9f5b-7b0a7d1c2e35", 1, 0), rpc::pointer_default(unique), rpc::disable_consistency_check]] older {
using bytes = unsigned char *;
struct s {
  int n;
  [[rpc::size_is(n)]] bytes p;
  [[rpc::ptr, rpc::size_is(n)]] int *q;
};
void a(int n, [[rpc::in, rpc::unique, rpc::size_is(n)]] int *p, [[rpc::in]] s *q,
       [[rpc::in, rpc::size_is(n, n)]] int **r);
}

namespace [[rpc::interface("4f6a3b52-0c58-4d0b-9a43-6f2d3c1e8b90", 1, 0), rpc::pointer_default(unique)]] newer {
using lax [[rpc::disable_consistency_check]] = int *;
[[rpc::disable_consistency_check]] void a(int n, [[rpc::in, rpc::unique, rpc::size_is(n)]] int *p);
void b(int n, [[rpc::in, rpc::unique, rpc::size_is(n)]] int *p); // expected-warning {{[in] parameter 'p' may be null}}
void c(int n, [[rpc::in, rpc::unique, rpc::size_is(n)]] lax p);
}

[[rpc::stubs]];

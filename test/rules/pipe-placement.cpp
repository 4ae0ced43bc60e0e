// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"
#include <vector>

namespace [[INTERFACE]] tested {
struct record {
  // expected-error@+2 {{field 'p' is or holds a pipe, which must be a parameter 'rpc::pipe<int> &' [pipe-placement]}}
  // expected-note@+1 {{let an operation take 'rpc::pipe<int> &'}}
  rpc::pipe<int> *p;
};
void a([[rpc::in]] record *r);
// expected-error@+2 {{[in] parameter 'p' is a pipe, which must be a parameter 'rpc::pipe<int> &' [pipe-placement]}}
// expected-note@+1 {{write 'rpc::pipe<int> &p'}}
void b([[rpc::in, rpc::unique]] rpc::pipe<int> *p);
// expected-error@+1 {{[in] parameter 'p' is a pipe, which must be a parameter 'rpc::pipe<int> &'}}
void c(const rpc::pipe<int> &p);
// expected-error@+1 {{[in] parameter 'p' is or holds a pipe}}
void d([[rpc::in]] rpc::pipe<int> **p);
// expected-error@+1 {{[in] parameter 'p' is or holds a pipe}}
void e([[rpc::in]] rpc::pipe<int> *&p);
// expected-error@+1 {{the value that 'f' returns is or holds a pipe}}
rpc::pipe<int> *f();
// expected-error@+1 {{[in] parameter 'p' is or holds a pipe}}
void g(rpc::pipe<int> p);
// expected-error@+1 {{[in] parameter 'p' is or holds a pipe}}
void h(std::uint32_t n, [[rpc::in, rpc::size_is(n)]] rpc::pipe<int> *p);
// expected-error@+1 {{[in] parameter 'p' is or holds a pipe}}
void i(const std::vector<rpc::pipe<int> *> &p);
// expected-error@+1 {{[in] parameter 'p' is a reference, which is never null and cannot be [unique] [reference-param]}}
void j([[rpc::in, rpc::unique]] rpc::pipe<int> &p);
// expected-error@+1 {{type 'written' is or holds a pipe}}
using written [[rpc::encode]] = rpc::pipe<int>;

// Silent.
void y([[rpc::in]] rpc::pipe<int> &p, [[rpc::in, rpc::ref]] rpc::pipe<int> *q, [[rpc::out]] rpc::pipe<int> &r);
[[rpc::local]] void z(rpc::pipe<int> *p);
}

[[rpc::stubs]];

// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"
#include <cstddef>
#include <vector>

namespace [[INTERFACE]] tested {
// expected-error@+2 {{[int3264] needs an integer of 64 bits, and [in] parameter 'n' is not one [int3264-type]}}
// expected-note@+1 {{an integer of another width has one size everywhere}}
void a([[rpc::int3264]] int n);
// expected-error@+1 {{[int3264] needs an integer of 64 bits, and [out] parameter 'd' is not one}}
void b([[rpc::out, rpc::int3264]] double *d);
// expected-error@+1 {{[in] parameter 'elements' is not one}}
void c([[rpc::int3264]] std::vector<std::int64_t> elements);
// Reported as what it is.
// expected-error@+1 {{[in] parameter 'elements' has type 'long', which has 64 bits here}}
void d([[rpc::int3264]] std::vector<long> elements);

// Silent: long and its like have a size then.
using pointer_sized [[rpc::int3264]] = std::ptrdiff_t;
struct fields {
  [[rpc::int3264]] std::size_t size;
  [[rpc::int3264]] long three[3];
  pointer_sized difference;
};
void e([[rpc::int3264]] unsigned long n, [[rpc::out, rpc::int3264]] std::int64_t *p, [[rpc::in]] fields *f);
pointer_sized f();
using wide [[rpc::int3264]] = std::int64_t;
void g(const std::vector<wide> &elements);
}

[[rpc::stubs]];

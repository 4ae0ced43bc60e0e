// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
// expected-error@+1 {{alias 'tested::size_t' uses 'unsigned long', whose size differs from machine to machine [lp64-pointer-sized]}}
using size_t = decltype(sizeof(0));
// expected-error@+2 {{alias 'tested::ptrdiff_t' uses 'long', whose size}}
// expected-note@+1 {{write 'std::int64_t', or 'std::int32_t' if that holds every value}}
using ptrdiff_t = decltype((char *)0 - (char *)0);
struct record {
  size_t n;
};
void a(ptrdiff_t n, record r);
// expected-error@+1 {{[out] parameter 'n' has type 'std::uintptr_t'}}
void b([[rpc::out]] std::uintptr_t *n);

template <class T> struct box { T value; };
// expected-error@+1 {{[in] parameter 'n' has type 'std::size_t'}}
void c([[rpc::in]] box<std::size_t> *n);

// Silent.
void d(std::uint64_t n, std::uint32_t m, box<std::uint64_t> b);
[[rpc::local]] size_t local(size_t n);
}

[[rpc::stubs]];

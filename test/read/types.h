// Types are spelled so that generated code means the same wherever it stands.
// RUN: rm -rf %t && %clang -x c++-header -fsyntax-only -fplugin-arg-rpcgen-out=%t %s
// RUN: FileCheck %s < %t/types.rpc.h
#include <rpc/rpc.h>

#include <cstddef>
#include <cstdint>

using global = std::uint32_t;

namespace outer {

inline namespace v1 {
struct versioned {
  int n;
};
} // namespace v1

template <class T> struct pair {
  T first, second;
};

typedef struct {
  int n;
} by_typedef;

// CHECK-LABEL: layout<::outer::versioned>
// CHECK-LABEL: layout<::outer::pair<short>>
// CHECK-LABEL: layout<::outer::by_typedef>
// CHECK-LABEL: layout<decltype(decltype(::outer::types::unnamed::one)::kind)>
// CHECK-LABEL: layout<decltype(::outer::types::unnamed::one)>
// CHECK-LABEL: layout<::outer::types::unnamed>

namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20182", 1, 0)]] types {

struct unnamed {
  struct {
    int x;
    enum { a, b } kind;
  } one, many[3], *at;
};

void scalars(bool a, char b, signed char c, unsigned char d, short e, unsigned f, long long g,
             std::int64_t h, char16_t i, float j, double k, std::byte l, global m);
// CHECK: virtual void scalars(
// CHECK-NEXT: bool a,
// CHECK-NEXT: char b,
// CHECK-NEXT: signed char c,
// CHECK-NEXT: unsigned char d,
// CHECK-NEXT: short e,
// CHECK-NEXT: unsigned int f,
// CHECK-NEXT: long long g,
// CHECK-NEXT: ::std::int64_t h,
// CHECK-NEXT: char16_t i,
// CHECK-NEXT: float j,
// CHECK-NEXT: double k,
// CHECK-NEXT: ::std::byte l,
// CHECK-NEXT: ::global m) = 0;

void pointers(const int *a, [[rpc::in]] int *const b, [[rpc::in]] versioned &c, [[rpc::in]] pair<short> *d, [[rpc::in]] by_typedef *e);
// CHECK: virtual void pointers(
// CHECK-NEXT: const int* a,
// CHECK-NEXT: int* b,
// CHECK-NEXT: ::outer::versioned& c,
// CHECK-NEXT: ::outer::pair<short>* d,
// CHECK-NEXT: ::outer::by_typedef* e) = 0;

void arrays([[rpc::in]] int a[4], [[rpc::in]] int b[2][3], [[rpc::in]] int (*c)[5]);
// CHECK: virtual void arrays(int* a, int (*b)[3], int (*c)[5]) = 0;

void reseatable([[rpc::in]] versioned *&p);
// CHECK: virtual void reseatable(::outer::versioned*& p) = 0;

template <class T> using stream = rpc::pipe<T>;
using numbers = rpc::pipe<std::int64_t>;
void pipes([[rpc::in]] rpc::pipe<std::uint8_t> &a, [[rpc::in]] rpc::pipe<pair<short>> *b, [[rpc::in]] stream<versioned> &c, [[rpc::in]] numbers &d);
// CHECK: virtual void pipes(
// CHECK-NEXT: ::rpc::pipe<::std::uint8_t>& a,
// CHECK-NEXT: ::rpc::pipe<::outer::pair<short>>* b,
// CHECK-NEXT: ::rpc::pipe<::outer::versioned>& c,
// CHECK-NEXT: ::outer::types::numbers& d) = 0;

void without_names([[rpc::in]] unnamed *u);

extern "C" void in_c(int);
// CHECK: virtual void in_c(int parameter1) = 0;
} // namespace types

// More of the interface, and none of it.
namespace types {
void reopened(int n);
// CHECK: virtual void reopened(int n) = 0;
namespace detail {
void not_an_operation(int n);
}
struct method {
  void not_an_operation(int n);
};
// CHECK-NOT: not_an_operation
} // namespace types

} // namespace outer

[[rpc::stubs]];

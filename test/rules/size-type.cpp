// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wno-bool-count -fplugin-arg-rpcgen-Wno-char-sign -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
enum amount { few = 1, many = 2 };
struct pair { int n; };
struct record {
  std::int64_t count;
  // expected-error@+1 {{'count', of which the size of field 'values' is made, has type 'std::int64_t' and must be an integer of at most 32 bits [size-type]}}
  [[rpc::size_is(count)]] int *values;
};
// expected-error@+1 {{'n', of which the size of [in] parameter 'a' is made, has type 'double'}}
void a(double n, [[rpc::in, rpc::size_is(n)]] int *a, [[rpc::in]] record *r);
// expected-error@+2 {{has type 'int *'}}
// expected-note@+1 {{write '*n'}}
void b([[rpc::in]] int *n, [[rpc::in, rpc::size_is(n)]] int *a);
// expected-error@+1 {{'*n', of which the size of [in] parameter 'a' is made, goes through something that is not a pointer}}
void c(int n, [[rpc::in, rpc::size_is(*n)]] int *a);
// expected-error@+1 {{has type 'tested::pair'}}
void d(pair p, [[rpc::in, rpc::size_is(p)]] int *a);
// expected-error@+1 {{has type 'unsigned long long'}}
void e([[rpc::in]] unsigned long long &n, [[rpc::in, rpc::size_is(n / 2)]] int *a);
// expected-error@+1 {{'m', of which the size of [in] parameter 'a' is made, has type 'int *'}}
void f([[rpc::in]] int *n, [[rpc::in]] int *m, [[rpc::in, rpc::size_is(n == m)]] int *a); // expected-error {{'n', of which}}
// expected-error@+1 {{'n', of which the size of [in] parameter 'a' is made, has type 'int *'}}
void g([[rpc::in]] int *n, [[rpc::in, rpc::size_is(n ? n : 0)]] int *a);
// expected-error@+1 {{'n', of which the size of [in] parameter 'a' is made, has type 'int *'}}
void h([[rpc::in]] int *n, [[rpc::in, rpc::size_is(n > 0)]] int *a);
// expected-error@+1 {{'n', of which the size of [in] parameter 'a' is made, has type 'std::uint64_t'}}
void i(std::uint64_t n, [[rpc::in, rpc::size_is((std::int64_t)n)]] int *a);
// expected-error@+1 {{'*s', of which the size of [in] parameter 'a' is made, goes through something that is not a pointer}}
void j([[rpc::string]] const char *s, [[rpc::in, rpc::size_is(*s)]] int *a);
struct ends { int n; [[rpc::size_is(n)]] int values[1]; };

// Silent.
void integers(std::uint8_t a, std::int16_t b, std::uint32_t c, bool d, char e, amount f,
              [[rpc::in, rpc::size_is(a)]] int *v, [[rpc::in, rpc::size_is(b)]] int *w, [[rpc::in, rpc::size_is(c)]] int *x,
              [[rpc::in, rpc::size_is(d)]] int *y, [[rpc::in, rpc::size_is(e)]] int *z, [[rpc::in, rpc::size_is(f)]] int *u);
void narrowed(std::uint64_t n, [[rpc::in, rpc::size_is((std::uint32_t)n)]] int *a,
              [[rpc::in, rpc::size_is(std::uint16_t(n / 2))]] int *b, [[rpc::in, rpc::size_is(n && true)]] int *c); // expected-error {{'n', of which}}
struct fixed { int counts[2]; [[rpc::size_is(counts[0])]] int *a; [[rpc::size_is(*counts)]] int *b; };
void elements(int m, [[rpc::in, rpc::size_is(m)]] int *n, [[rpc::in]] int k[3], [[rpc::in]] fixed *f, [[rpc::in]] ends *g, [[rpc::in, rpc::size_is(*n)]] int *a,
              [[rpc::in, rpc::size_is(n[0])]] int *b, [[rpc::in, rpc::size_is(k[0])]] int *c);
void pointers(const int *n, [[rpc::in]] int &m, [[rpc::in, rpc::size_is(*n)]] int *a, [[rpc::in, rpc::size_is(m)]] int *b);
}

[[rpc::stubs]];

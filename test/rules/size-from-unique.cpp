// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

#include <memory>
#include <optional>

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
using maybe [[rpc::unique]] = int *;
struct record {
  int *count;
  // expected-warning@+2 {{the size of field 'values' is '*count', and 'count' may be null; a call with one and without the other fails [size-from-unique]}}
  // expected-note@+1 {{write 'count ? *count : 0' if a null pointer is to count as 0}}
  [[rpc::size_is(*count)]] int *values;
};
// expected-warning@+1 {{the size of [in] parameter 'a' is '*n', and 'n' may be null}}
void a([[rpc::in, rpc::unique]] int *n, [[rpc::in, rpc::size_is(*n)]] int *a, [[rpc::in]] record *r);
// expected-warning@+1 {{and 'n' may be null}}
void b([[rpc::in]] maybe n, [[rpc::in, rpc::size_is(*n + 1)]] int *a);
// expected-warning@+1 {{the length of [in] parameter 'a' is '*n', and 'n' may be null}}
void d([[rpc::in, rpc::unique]] int *n, int m, [[rpc::in, rpc::size_is(m), rpc::length_is(*n)]] int *a);
// Of two levels one has been asked for.
// expected-warning@+2 {{is '**n', and 'n' may be null}}
// expected-note@+1 {{write 'n && *n ? **n : 0'}}
void e([[rpc::in, rpc::unique]] maybe *n, [[rpc::in, rpc::size_is(n ? **n : 0)]] int *a);
// Another pointer, the wrong side, and too late.
// expected-warning@+1 {{and 'n' may be null}}
void f([[rpc::in, rpc::unique]] int *n, [[rpc::in, rpc::unique]] int *m, [[rpc::in, rpc::size_is(m ? *n : 0)]] int *a);
// expected-warning@+1 {{and 'n' may be null}}
void g([[rpc::in, rpc::unique]] int *n, [[rpc::in, rpc::size_is(n ? 0 : *n)]] int *a);
// expected-warning@+1 {{and 'n' may be null}}
void h([[rpc::in, rpc::unique]] int *n, [[rpc::in, rpc::size_is(*n && n ? 2 : 1)]] int *a);
// expected-warning@+1 {{and 'n' may be null}}
void i([[rpc::in, rpc::unique]] int *n, [[rpc::in, rpc::size_is(n == nullptr ? *n : 0)]] int *a);
// expected-warning@+1 {{and 'n' may be null}}
void j([[rpc::in, rpc::unique]] int *n, [[rpc::in, rpc::size_is(n || *n ? *n : 0)]] int *a); // expected-warning {{and 'n' may be null}}
// expected-warning@+1 {{and 'n' may be null}}
void k(const std::optional<int> &n, [[rpc::in, rpc::size_is(*n)]] int *a);

// Silent: top-level pointers are [ref].
struct strict {
  [[rpc::ref]] int *count;
  [[rpc::size_is(*count)]] int *values;
};
void c([[rpc::in]] int *n, [[rpc::in]] int &m, [[rpc::in, rpc::size_is(*n)]] int *a, [[rpc::in, rpc::size_is(m)]] int *b, [[rpc::in]] strict *s);

// Silent: null has been asked for.
struct asked {
  int *count;
  [[rpc::size_is(count ? *count : 0)]] int *values;
  std::unique_ptr<int> owned;
  [[rpc::size_is(owned != nullptr ? *owned : 0)]] int *more;
};
void l([[rpc::in, rpc::unique]] int *n, [[rpc::in, rpc::unique]] int *m, [[rpc::in]] asked *r,
       [[rpc::in, rpc::size_is(n ? *n : 0)]] int *a, [[rpc::in, rpc::size_is(n != nullptr ? *n : 0)]] int *b,
       [[rpc::in, rpc::size_is(!n ? 0 : *n)]] int *c, [[rpc::in, rpc::size_is(n == nullptr ? 0 : *n)]] int *d,
       [[rpc::in, rpc::size_is(n && *n > 3 ? *n : 3)]] int *e, [[rpc::in, rpc::size_is(n != 0 ? *n : 0)]] int *f,
       [[rpc::in, rpc::size_is(NULL != n ? *n : 0)]] int *g, [[rpc::in, rpc::size_is(n && m ? *n * *m : 0)]] int *h,
       [[rpc::in, rpc::size_is(!n || !m ? 0 : *n + *m)]] int *i, [[rpc::in, rpc::size_is((n) ? (*n) : (0))]] int *j,
       [[rpc::in, rpc::size_is(n and not (m == nullptr) ? *n * *m : 0)]] int *k,
       [[rpc::in, rpc::size_is(static_cast<bool>(n) ? *n : 0)]] int *o, [[rpc::in, rpc::size_is(n ? n[0] : 0)]] int *p,
       [[rpc::in, rpc::size_is(n ? (m ? *n + *m : *n) : 0)]] int *q);
void m(const std::optional<int> &n, std::shared_ptr<int> s, [[rpc::in, rpc::unique]] maybe *p,
       [[rpc::in, rpc::size_is(n ? *n : 0)]] int *a, [[rpc::in, rpc::size_is(n != std::nullopt ? *n : 0)]] int *b,
       [[rpc::in, rpc::size_is(s ? *s : 0)]] int *c, [[rpc::in, rpc::size_is(p && *p ? **p : 0)]] int *d,
       [[rpc::in, rpc::size_is(n ? 4 : 0)]] int *e);
}

[[rpc::stubs]];

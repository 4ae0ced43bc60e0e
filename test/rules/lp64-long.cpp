// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
// expected-error@+2 {{alias 'tested::word' uses 'long', which has 64 bits here and 32 bits in IDL [lp64-long]}}
// expected-note@+1 {{write 'std::int32_t' for a long of IDL, or 'std::int64_t' for a hyper}}
using word = long;
// Once, for all uses, where it is declared; the sign is that of the type.
// expected-error@+2 {{alias 'tested::DWORD' uses 'unsigned long'}}
// expected-note@+1 {{write 'std::uint32_t' for a long of IDL, or 'std::uint64_t' for a hyper}}
using DWORD = unsigned long;
using handle_count = DWORD;
// expected-error@+1 {{alias 'tested::PULONG' uses 'unsigned long'}}
typedef unsigned long *PULONG;
struct record {
  // expected-error@+1 {{field 'n' has type 'long', which has 64 bits here and 32 bits in IDL [lp64-long]}}
  long n;
  // expected-error@+1 {{field 'm' has type 'unsigned long'}}
  unsigned long m[4];
};
// expected-error@+2 {{[in] parameter 'n' has type 'unsigned long', which has 64 bits here and 32 bits in IDL [lp64-long]}}
// expected-note@+1 {{write 'std::uint32_t' for a long of IDL, or 'std::uint64_t' for a hyper}}
void a(unsigned long n, [[rpc::in]] record *r);
void b([[rpc::out]] word **n);
// expected-error@+1 {{[in] parameter 'n' has type 'long'}}
void c([[rpc::in]] long int &n);
// expected-error@+1 {{the value that 'd' returns has type 'long'}}
long d();
union [[rpc::switch_type(int)]] value {
  // expected-error@+1 {{union arm 'n' has type 'long'}}
  [[rpc::case(1)]] long n;
};
void e(int tag, [[rpc::switch_is(tag)]] value v);

template <class T> struct box { T value; T *more; };
template <class T> using boxes = box<T> *;
template <class T> using same = T;
// expected-error@+1 {{[in] parameter 'a' has type 'unsigned long'}}
void boxed(box<unsigned long> a,
           boxes<word> b,
           // expected-error@+1 {{[in] parameter 'c' has type 'const long'}}
           box<box<const long *>> c,
           // expected-error@+1 {{[in] parameter 'd' has type 'long'}}
           same<long> d);

void aliases(DWORD a, handle_count b, [[rpc::in]] PULONG c, const DWORD *d, [[rpc::in]] DWORD &e);

// Silent: a template argument, where it says what it means.
template <class T> struct twice { box<T> one; same<T> two; };
void clear(box<std::uint64_t> a, [[rpc::in]] boxes<std::int64_t> b, twice<std::int64_t> c, same<std::uint64_t> d,
           [[rpc::in]] box<box<std::uint64_t>> *e, std::conditional_t<true, int, long> f, std::type_identity_t<std::int64_t> g);

// Silent: std::int64_t is a long here, and says what it means.
struct unused { long n; };
void f(std::int64_t a, [[rpc::in]] std::uint64_t *b, long long c, int d, unsigned e);
[[rpc::local]] long local(unused u, long n);
}

[[rpc::stubs]];

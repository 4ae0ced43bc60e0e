// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"
#include <array>
#include <memory>
#include <span>
#include <vector>

namespace [[INTERFACE]] tested {
struct record {
  int count;
  // expected-error@+1 {{size_is needs a pointer or an array, and field 'value' is neither [size-dim-mismatch]}}
  [[rpc::size_is(count)]] int value;
};
// expected-error@+1 {{size_is has 2 arguments, and [in] parameter 'a' has 1 level of pointers and arrays [size-dim-mismatch]}}
void a(int n, int m, [[rpc::in, rpc::size_is(n, m)]] int *a, record r);
// expected-error@+1 {{size_is has 3 arguments, and [out] parameter 'a' has 2 levels}}
void b(int n, [[rpc::out, rpc::size_is(, , n)]] int **a);
// expected-error@+1 {{size_is has 2 arguments, and [in] parameter 'a' has 1 level}}
void c(int n, [[rpc::in, rpc::size_is(n, n)]] int a[]);
// A reference leads to one object.
// expected-error@+1 {{size_is needs a pointer or an array, and [in] parameter 'a' is neither}}
void d(int n, [[rpc::in, rpc::size_is(n)]] int &a);
// expected-error@+1 {{size_is needs a pointer or an array, and [in] parameter 'a' is neither}}
void h(int n, [[rpc::size_is(n)]] const std::vector<int> &a);
// expected-error@+1 {{length_is needs a pointer or an array, and [out] parameter 'a' is neither}}
void i(int n, [[rpc::out, rpc::length_is(n)]] std::array<int, 4> &a);
// expected-error@+1 {{max_is needs a pointer or an array, and [in] parameter 'a' is neither}}
void j(int n, [[rpc::max_is(n)]] const std::unique_ptr<int> &a);
// expected-error@+1 {{length_is has 2 arguments, and [in] parameter 'a' has 1 level}}
void k(int n, [[rpc::length_is(n, n)]] const int (&a)[4]);

// expected-error@+1 {{length_is has 2 arguments, and [in] parameter 'a' has 1 level}}
void e(int n, [[rpc::in, rpc::size_is(n), rpc::length_is(n, n)]] int *a);
// expected-error@+1 {{last_is needs a pointer or an array, and [in] parameter 'a' is neither}}
void f(int n, [[rpc::last_is(n)]] int a);

// expected-error@+2 {{[in] parameter 'a' is a span, all of which travels}}
// expected-note@+1 {{drop length_is, and pass a subspan}}
void g(int n, [[rpc::in, rpc::length_is(n)]] std::span<const int> a);

// Silent.
void part(int n, int m, [[rpc::in, rpc::size_is(n, m), rpc::length_is(, n)]] int **a);
void both(int n, int m, [[rpc::in, rpc::size_is(n, m)]] int **a);
void gap(int n, [[rpc::out, rpc::size_is(, n)]] int **a);
void array(int n, [[rpc::in, rpc::size_is(, n)]] int *a[2]);
void reference(int n, [[rpc::length_is(n)]] const int (&a)[4], [[rpc::size_is(n)]] const int (&b)[], [[rpc::out, rpc::size_is(n)]] int *&c);
void text(int n, [[rpc::in, rpc::string, rpc::size_is(n)]] char **s);
}

[[rpc::stubs]];

// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"
#include <span>

namespace [[INTERFACE]] tested {
struct record {
  int count;
  // expected-error@+1 {{nothing says how many elements field 'values' has [array-no-size]}}
  int values[];
};
struct text {
  int length;
  // expected-error@+1 {{nothing says how many elements field 'characters' has}}
  [[rpc::string]] char characters[];
};
using numbers = int[];
// expected-error@+2 {{nothing says how many elements [in] parameter 'a' has [array-no-size]}}
// expected-note@+1 {{add size_is(n), where n is a parameter or field next to it, or string for text that ends with a zero}}
void a([[rpc::in]] int a[], [[rpc::in]] record *r, [[rpc::in]] text *t);
// expected-error@+1 {{nothing says how many elements [in, out] parameter 'a' has}}
void b(int n, [[rpc::in, rpc::out]] numbers a);
// expected-error@+1 {{nothing says how many elements [in] parameter 'a' has}}
void c([[rpc::in]] int *a[]);

// Silent.
struct sized {
  int count;
  [[rpc::size_is(count)]] int values[];
};
struct name { char characters[32]; [[rpc::string]] char text[32]; };
void array(int n, [[rpc::in, rpc::size_is(n)]] int a[], [[rpc::in, rpc::size_is(n)]] int *b);
void string([[rpc::in, rpc::string]] const char s[], [[rpc::in, rpc::string]] char16_t *t);
void fixed([[rpc::in]] int a[4], [[rpc::in]] sized *s, name n, [[rpc::in]] int b[2][3]);
void one([[rpc::in]] int *a, [[rpc::in]] int **b);
// expected-error@+1 {{nothing says how many elements [out] parameter 's' has}}
void spanned([[rpc::out]] std::span<int> s);
// Silent: the request brings them.
void brought([[rpc::in, rpc::out]] std::span<int> s);
}

[[rpc::stubs]];

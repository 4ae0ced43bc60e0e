// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"
#include <array>

namespace [[INTERFACE]] tested {
struct node { [[rpc::unique]] int *p; };
struct list { int n; [[rpc::size_is(n)]] int a[1]; };
struct outer { node inner; };
struct plain { short n; long long h; double d[2]; };
union [[rpc::switch_type(int)]] choice {
  [[rpc::case(1)]] long long h;
  [[rpc::case(2), rpc::unique]] int *p;
};

#pragma pack(push, 1)
struct packed {
  char c;
  // expected-error@+2 {{field 'n' is misaligned, and 'tested::node' holds pointers or sizes that stubs come back to [misaligned-struct]}}
  // expected-note@+1 {{pack 'tested::node' as well}}
  node n;
  // expected-error@+1 {{field 'o' is misaligned}}
  outer o[2];
};
struct tagged {
  int tag;
  // expected-error@+1 {{field 'u' is misaligned}}
  [[rpc::switch_is(tag)]] choice u;
};
struct last {
  char c;
  // expected-error@+1 {{field 'l' is misaligned}}
  list l;
};
struct arrays {
  char c;
  // expected-error@+2 {{field 'p' is misaligned, and 'std::array<int*, 2>' holds pointers or sizes that stubs come back to}}
  // expected-note@+1 {{use a built-in array}}
  [[rpc::unique]] std::array<int *, 2> p;
  // expected-error@+2 {{field 'n' is misaligned}}
  // expected-note@+1 {{pack 'tested::node' as well}}
  std::array<node, 2> n;
};
// Silent: pointers, plain data, and what is packed itself.
struct inner { char c; [[rpc::unique]] node *p; };
struct good {
  char c;
  [[rpc::unique]] node *n;
  [[rpc::unique]] int *two[2];
  plain p;
  inner i[2];
  std::array<inner, 2> j;
  std::array<double, 2> d;
};
#pragma pack(pop)
#pragma pack(push, 4)
struct unlucky {
  // expected-error@+1 {{field 'n' is misaligned}}
  node n;
};
#pragma pack(pop)
struct natural { node n; };
void a([[rpc::in]] packed *p, [[rpc::in]] tagged *t, [[rpc::in]] arrays *s, [[rpc::in]] last *l, [[rpc::in]] good *g, [[rpc::in]] unlucky *u, [[rpc::in]] natural *n);
}

[[rpc::stubs]];

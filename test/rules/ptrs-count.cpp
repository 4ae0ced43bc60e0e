// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"
#include <string>
#include <vector>

namespace [[INTERFACE]] tested {
struct node { int value; };
// expected-error@+2 {{ptrs(ref, unique) of [in] parameter 'p' names 2 classes for 1 pointer [ptrs-count]}}
// expected-note@+1 {{name one for each, from the name inwards}}
void a([[rpc::in, rpc::ptrs(ref, unique)]] node *p);
struct fields {
  // expected-error@+1 {{ptrs(unique) of field 'rows' names 1 class for 2 pointers}}
  [[rpc::ptrs(unique)]] node **rows;
  // expected-error@+1 {{ptrs(ref) of field 'mark' names 1 class for 0 pointers}}
  [[rpc::ptrs(ref)]] int mark;
};
void b([[rpc::in]] fields *f);
// expected-error@+1 {{ptrs(ref, ref, ref) of [in] parameter 't' names 3 classes for 2 pointers}}
using three [[rpc::ptrs(ref, ref, ref)]] = node **;
void c([[rpc::in]] three t);
// expected-error@+1 {{'rpc::unique' and 'rpc::ptrs' cannot stand together [attribute-conflict]}}
void d([[rpc::in, rpc::ptrs(ref), rpc::unique]] node *p);

// Silent.
using inner [[rpc::ptrs(unique, ref)]] = node **;
struct quiet {
  [[rpc::ptrs(ref, unique), rpc::size_is(, 2)]] node **rows;
  [[rpc::ptrs(unique, ref)]] std::vector<std::string> words;
  [[rpc::ptrs(ptr, ptr, unique)]] node ***deep;
  [[rpc::ptrs(ref)]] node *few[3];
};
void e([[rpc::in, rpc::ptrs(ref, unique)]] inner p, [[rpc::ptrs(ref), rpc::string]] const char *s, [[rpc::in]] quiet *q);
[[rpc::ptrs(unique, ref)]] node **f();
}

[[rpc::stubs]];

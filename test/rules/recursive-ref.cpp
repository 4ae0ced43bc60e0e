// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct node {
  int value;
  // expected-error@+1 {{'node' recurses through the [ref] pointer 'next', so it can never end [recursive-ref]}}
  [[rpc::ref]] node *next;
};
struct second;
struct first {
  // expected-error@+1 {{'first' recurses through the [ref] pointer 'other'}}
  [[rpc::ref]] second *other;
};
struct wrapped { first inner; };
struct second {
  // expected-error@+1 {{'second' recurses through the [ref] pointer 'back'}}
  [[rpc::ref]] wrapped *back;
};
using strict [[rpc::ref]] = struct aliased *;
struct aliased {
  // expected-error@+2 {{'aliased' recurses through the [ref] pointer 'next'}}
  // expected-note@+1 {{write '[[rpc::unique]]' before the field}}
  strict next;
};
void a(node *n, first *f, aliased *l);

// Silent: null ends it, and so does an empty array or another arm.
struct list { [[rpc::unique]] list *next; };
struct tree {
  int count;
  [[rpc::ref, rpc::size_is(count)]] tree *children;
};
struct leaf { int value; };
struct branch { [[rpc::ref]] leaf *left; [[rpc::ref]] leaf *right; };
void b(list *l, tree *t, branch *b);
}

[[rpc::stubs]];

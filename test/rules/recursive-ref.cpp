// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"
#include <array>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

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
void a(const node *n, const first *f, const aliased *l);

// Through arrays that are never empty.
struct pair {
  int value;
  // expected-error@+1 {{'pair' recurses through the [ref] pointers of 'kids', so it can never end}}
  [[rpc::ref]] pair *kids[2];
};
struct grid {
  [[rpc::ref]] grid *kids[2][2]; // expected-error {{'grid' recurses through the [ref] pointers of 'kids'}}
};
using library_edge [[rpc::ref]] = struct library *;
struct library {
  std::array<library_edge, 2> kids; // expected-error {{'library' recurses through the [ref] pointers of 'kids'}}
};
struct counted {
  [[rpc::ref, rpc::size_is(2)]] counted *kids; // expected-error {{'counted' recurses through the [ref] pointer 'kids'}}
};
struct some {
  [[rpc::range(1, 8)]] int count;
  [[rpc::ref, rpc::size_is(count)]] some *kids; // expected-error {{'some' recurses through the [ref] pointer 'kids'}}
};
struct few {
  int count;
  [[rpc::ref, rpc::size_is(count), rpc::range(1, 8)]] few *kids; // expected-error {{'few' recurses through the [ref] pointer 'kids'}}
};
struct always_one {
  [[rpc::ref, rpc::size_is(8), rpc::length_is(1)]] always_one *kids; // expected-error {{'always_one' recurses}}
};
struct conformant {
  [[rpc::range(1, 8)]] int count;
  [[rpc::ref, rpc::size_is(count)]] conformant *kids[1]; // expected-error {{'conformant' recurses through the [ref] pointers of 'kids'}}
};
void b(const pair *p, const grid *g, const library *l, const counted *c, const some *s, const few *f, const always_one *o, const conformant *x);

// Through a union, of which no arm ends.
struct shape;
struct square { [[rpc::ref]] shape *inner; }; // expected-error {{'square' recurses through the [ref] pointer 'inner'}}
struct circle { [[rpc::ref]] shape *inner; }; // expected-error {{'circle' recurses through the [ref] pointer 'inner'}}
union any {
  [[rpc::case(1)]] square s;
  [[rpc::case(2)]] circle c;
};
struct shape {
  int kind;
  [[rpc::switch_is(kind)]] any of;
};
struct choice { std::variant<square, circle> of; };
struct twice;
struct back { [[rpc::ref]] twice *to; }; // expected-error {{'back' recurses through the [ref] pointer 'to'}}
struct twice { std::variant<back, back> of; };
void c(const shape *s, const choice &v, const twice *t);

// Silent: it contains a value without end, and does not recurse itself.
struct holder { [[rpc::ref]] node *n; [[rpc::ref]] pair *p[2]; };
void d(const holder *h);

// Silent: null ends it, and so does an empty array or another arm.
struct list { [[rpc::unique]] list *next; };
struct tree {
  int count;
  [[rpc::ref, rpc::size_is(count)]] tree *children;
};
struct branches {
  int count;
  [[rpc::ref, rpc::size_is(count)]] branches *kids[1];
};
struct parts {
  int used;
  [[rpc::ref, rpc::length_is(used)]] parts *kids[4];
  [[rpc::unique]] parts *other[4];
};
struct from_none {
  [[rpc::range(0, 8)]] int count;
  [[rpc::ref, rpc::size_is(count)]] from_none *kids;
};
struct leaf { int value; };
struct branch { [[rpc::ref]] leaf *left; [[rpc::ref]] leaf *right; [[rpc::ref]] leaf *more[2]; };
struct inner;
struct node_arm { [[rpc::ref]] inner *next; };
union ended {
  [[rpc::case(1)]] node_arm further;
  [[rpc::case(2)]] int value;
};
struct inner {
  int kind;
  [[rpc::switch_is(kind)]] ended of;
};
struct chosen;
struct chosen_arm { [[rpc::ref]] chosen *next; };
struct chosen { std::variant<std::monostate, chosen_arm> of; };
struct owner {
  std::vector<owner> all;
  std::unique_ptr<owner> one;
};
struct maybe;
struct maybe_arm { [[rpc::ref]] maybe *next; };
struct maybe { std::optional<maybe_arm> of; };
void e(const list *l, const tree *t, const branches *x, const parts *p, const from_none *f, const branch *b, const inner *i, const chosen &c, const owner &o, const maybe &m);
}

// The class comes from the interface.
namespace [[rpc::interface("c1e27f06-9a0c-4f1c-8d4a-6e0b8f5d1a78", 1, 0), rpc::pointer_default(ref)]] by_default {
struct node {
  // expected-error@+2 {{'node' recurses through the [ref] pointers of 'kids'}}
  // expected-note@+1 {{write '[[rpc::unique]]' before the field}}
  node *kids[2];
};
struct list { [[rpc::unique]] list *next; };
void a([[rpc::in]] const node *n, [[rpc::in]] const list *l);
}

[[rpc::stubs]];

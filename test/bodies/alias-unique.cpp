// RUN: %bodies %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct tree { [[rpc::unique]] tree *left; [[rpc::unique]] tree *right; };
struct pair { [[rpc::unique]] int *first; [[rpc::unique]] int *second; };
struct full { [[rpc::ptr]] full *left; [[rpc::ptr]] full *right; };
void twice([[rpc::out]] tree *t);
void cycle([[rpc::out]] tree **t);
void between([[rpc::out]] tree **t, [[rpc::out]] tree **u);
void shared([[rpc::out]] full *t);
void separate([[rpc::out]] tree *t);
void list([[rpc::in]] int n, [[rpc::out]] tree **t);
void moved([[rpc::out]] tree *t);
void scratch([[rpc::in]] pair *p);
}

[[rpc::stubs]];

namespace tested {
struct implementation : service {
  void twice(tree *t) override {
    tree *n = rpc::allocate<tree>();

    t->left = n; // expected-note {{only [ptr] pointers may point to the same object}}
    t->right = n; // expected-warning {{'t->right' of [out] parameter 't' points to the same object as 't->left' of [out] parameter 't', and the client gets two [alias-unique]}}
  }
  void cycle(tree **t) override {
    *t = rpc::allocate<tree>(); // expected-note {{only [ptr]}}
    (*t)->left = *t; // expected-warning {{'tree::left' points to the same object as '*t' of [out] parameter 't'}}
  }
  void between(tree **t, tree **u) override {
    *t = rpc::allocate<tree>(); // expected-note {{only [ptr]}}
    *u = *t; // expected-warning {{'*u' of [out] parameter 'u' points to the same object as '*t'}}
  }

  // Silent.
  void shared(full *t) override { t->left = t->right = rpc::allocate<full>(); }
  void separate(tree *t) override {
    t->left = rpc::allocate<tree>();
    t->right = rpc::allocate<tree>();
  }
  void list(int n, tree **t) override {
    tree **end = t;
    for (int i = 0; i < n; ++i) {
      *end = rpc::allocate<tree>();
      end = &(*end)->right;
    }
  }
  void moved(tree *t) override {
    t->left = rpc::allocate<tree>();
    t->right = std::exchange(t->left, nullptr);
  }
  void scratch(pair *p) override { p->first = p->second; }
};
}

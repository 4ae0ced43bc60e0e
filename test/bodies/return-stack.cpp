// RUN: %bodies -fplugin-arg-rpcgen-Wno-lost-result -Wno-return-stack-address %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct node { int value; [[rpc::unique]] node *next; [[rpc::unique, rpc::string]] char *name; };
struct chain { int value; [[rpc::unique, rpc::force_allocate]] chain *next; };
void pointer([[rpc::out]] int **p);
void array([[rpc::out]] node *n);
node *result();
void deep([[rpc::in, rpc::out]] node *n);
void parameter([[rpc::in]] int n, [[rpc::out]] int **p);
void ours([[rpc::out, rpc::allocate(dont_free)]] int **p);
void kept([[rpc::out]] int **p);
void copied([[rpc::out]] int **p);
void in([[rpc::in]] node *n);
void overwritten([[rpc::out]] int **p);
void cut([[rpc::in, rpc::out]] chain *list);
void shorten([[rpc::in, rpc::out]] chain *list);
void reference([[rpc::in, rpc::out]] node &n, [[rpc::out]] node **p);
}

[[rpc::stubs]];

namespace tested {
struct implementation : service {
  void pointer(int **p) override {
    int x = 1;
    *p = &x; // expected-warning {{'*p' of [out] parameter 'p' points to the local variable 'x', which is gone when the stub sends the result [return-stack]}}
  }
  void array(node *n) override {
    char text[4] = "abc";
    n->name = text; // expected-warning {{'n->name' of [out] parameter 'n' points to the local variable 'text'}}
  }
  node *result() override {
    node n = {};
    return &n; // expected-warning {{the result points to the local variable 'n'}}
  }
  void deep(node *n) override {
    node last = {1, nullptr, nullptr};
    node *fresh = rpc::allocate<node>();
    fresh->next = &last; // expected-warning {{'node::next' points to the local variable 'last'}}
    if (!n->next)
      n->next = fresh;
  }
  void parameter(int n, int **p) override {
    *p = &n; // expected-warning {{points to the local variable 'n'}}
  }
  void ours(int **p) override {
    int x = 1;
    *p = &x; // expected-warning {{'*p' of [out] parameter 'p' points to the local variable 'x'}}
  }
  void cut(chain *list) override {
    for (chain *at = list->next; at;) {
      chain *rest = at->next;
      rpc::free(at); // expected-warning {{'list->next' of [in, out] parameter 'list' points to memory that has been released}}
      at = rest;
    }
  }

  // Silent.
  void shorten(chain *list) override {
    while (chain *second = list->next) {
      list->next = second->next;
      rpc::free(second);
    }
  }
  void kept(int **p) override {
    static int x;
    (void)x;
    *p = rpc::allocate<int>();
  }
  void copied(int **p) override {
    int x = 1, *q = &x;
    *p = rpc::allocate<int>();
    **p = *q;
  }
  void in(node *n) override {
    node last = {};
    if (!n->next)
      n->next = &last;
  }
  void overwritten(int **p) override {
    int x = 1;
    *p = &x;
    *p = nullptr;
  }
  void reference(node &n, node **p) override {
    node &same = n;
    *p = same.next;
  }
};
}

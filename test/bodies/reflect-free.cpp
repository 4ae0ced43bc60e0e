// RUN: %bodies %s
#include "Inputs/rpc.h"

namespace [[INTERFACE, rpc::pointer_default(ptr)]] tested {
struct node { int value; node *next; [[rpc::unique]] int *own; };
[[rpc::reflect_deletions]] void drop([[rpc::in, rpc::ptr]] node *p);              // expected-note {{release it with rpc::free}}
[[rpc::reflect_deletions]] void cut([[rpc::in, rpc::out]] node *p);               // expected-note {{release it with rpc::free}}
[[rpc::reflect_deletions]] void fine([[rpc::in, rpc::ptr]] node *p);
[[rpc::reflect_deletions]] void spelled([[rpc::in, rpc::ptr]] node *p);
[[rpc::reflect_deletions]] void ours([[rpc::in]] node *p, [[rpc::out]] node *q);  // expected-note 2 {{leave it to the stub}}
[[rpc::reflect_deletions]] void other([[rpc::in, rpc::ptr]] node *p);             // expected-note {{leave it to the stub}}
void kept([[rpc::in, rpc::ptr]] node *p);                                         // expected-note {{leave it to the stub}}
}

[[rpc::stubs]];

namespace tested {
struct implementation : service {
  void drop(node *p) override {
    free(p); // expected-warning {{'free' releases what [in] parameter 'p' points to, and the client does not learn of it [reflect-free]}}
  }
  void cut(node *p) override {
    delete p->next; // expected-warning {{'delete' releases what 'p->next' of [in, out] parameter 'p' points to, and the client does not learn of it [reflect-free]}}
    p->next = nullptr; // what it led to has gone, so nothing is cut off
  }

  // Silent: rpc::free with every name of it.
  void fine(node *p) override {
    if (p)
      rpc::free(p->next);
    rpc::free(p);
  }
  void spelled(node *p) override {
    if (p)
      rpc::sm_free(p->next);
    rpc::ss_free(p);
  }

  // Of [ref] and [out] pointers the client hears nothing anyway, nor of any without the attribute.
  void ours(node *p, node *q) override {
    rpc::free(p); // expected-warning {{[free-stub-owned]}}
    rpc::free(q); // expected-warning {{[free-stub-owned]}}
  }
  void other(node *p) override {
    if (p)
      free(p->own); // expected-warning {{[free-embedded]}}
  }
  void kept(node *p) override {
    rpc::free(p); // expected-warning {{[free-stub-owned]}}
  }
};
}

// RUN: %bodies -fplugin-arg-rpcgen-Wno-lost-result %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct node { int value; [[rpc::unique]] node *next; };
void heap([[rpc::out]] node **n);
void object([[rpc::out]] node **n);
[[rpc::string]] char *text([[rpc::in, rpc::string]] const char *from);
void deep([[rpc::out]] node **n);
void stub([[rpc::out]] node **n);
void midl([[rpc::out]] node **n);
void released([[rpc::out]] node **n);
void scratch([[rpc::in]] node *n);
void null([[rpc::out]] node **n);
}

[[rpc::stubs]];

namespace tested {
struct implementation : service {
  void heap(node **n) override {
    *n = static_cast<node *>(calloc(1, sizeof(node))); // expected-warning {{'*n' of [out] parameter 'n' points to memory of 'calloc', which the stub does not release; use rpc::allocate [foreign-allocator]}}
  }
  void object(node **n) override {
    *n = new node{1, nullptr}; // expected-warning {{points to memory of 'operator new'}}
  }
  char *text(const char *from) override {
    return strdup(from); // expected-warning {{the result points to memory of 'strdup'}}
  }
  void deep(node **n) override {
    *n = rpc::allocate<node>();
    (*n)->next = new node(); // expected-warning {{'node::next' points to memory of 'operator new'}}
  }

  // Silent.
  void stub(node **n) override { *n = rpc::allocate<node>(); }
  void midl(node **n) override {
    *n = static_cast<node *>(midl_user_allocate(sizeof(node)));
    **n = {};
  }
  void released(node **n) override {
    node *mine = new node();
    *n = rpc::allocate<node>();
    **n = *mine;
    delete mine;
  }
  void scratch(node *n) override {
    if (!n->next)
      n->next = new node();
  }
  void null(node **n) override {
    *n = new node();
    delete *n;
    *n = nullptr;
  }
};
}

// RUN: %bodies %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct node { int value; [[rpc::unique]] node *next; };
void one([[rpc::out]] node **n);
node *result();
void tail([[rpc::out]] node *list);
void environment([[rpc::out]] node **n);
void zeroed([[rpc::out]] node **n);
void set([[rpc::out]] node **n);
void cleared([[rpc::out]] node **n);
void filled([[rpc::out]] node **n);
void dropped([[rpc::out]] node **n);
void array([[rpc::in]] int n, [[rpc::out]] int **a);
}

[[rpc::stubs]];

void fill(tested::node *);

namespace tested {
struct implementation : service {
  void one(node **n) override {
    node *made = static_cast<node *>(midl_user_allocate(sizeof(node))); // expected-note {{allocated here; rpc::allocate<T>() returns zeroed memory}}
    made->value = 1;
    *n = made;
  } // expected-warning {{'node::next' is unset in what the call returns [uninit-out-pointer]}}
  node *result() override {
    auto *made = static_cast<node *>(rpc::allocate(sizeof(node))); // expected-note {{allocated here}}
    made->value = 1;
    return made; // expected-warning {{'node::next' is unset in what the call returns}}
  }
  void tail(node *list) override {
    list->next = static_cast<node *>(rpc::allocate(sizeof(node))); // expected-note {{allocated here}}
    list->next->value = 2;
  } // expected-warning {{'node::next' is unset}}
  void environment(node **n) override {
    *n = static_cast<node *>(rpc::ss_allocate(sizeof(node))); // expected-note {{allocated here}}
  } // expected-warning {{'node::next' is unset}}

  // Silent.
  void zeroed(node **n) override { *n = rpc::allocate<node>(); }
  void set(node **n) override {
    *n = static_cast<node *>(midl_user_allocate(sizeof(node)));
    **n = {1, nullptr};
  }
  void cleared(node **n) override {
    *n = static_cast<node *>(midl_user_allocate(sizeof(node)));
    memset(*n, 0, sizeof(node));
  }
  void filled(node **n) override {
    *n = static_cast<node *>(midl_user_allocate(sizeof(node)));
    fill(*n);
  }
  void dropped(node **n) override {
    node *made = static_cast<node *>(midl_user_allocate(sizeof(node)));
    midl_user_free(made);
    *n = nullptr;
  }
  void array(int, int **a) override { *a = static_cast<int *>(midl_user_allocate(40)); }
};
}

// RUN: %bodies -fplugin-arg-rpcgen-Wno-lost-result %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct node { int value; [[rpc::unique]] node *next; [[rpc::unique]] int *number; };
struct chain { int value; [[rpc::unique, rpc::force_allocate]] chain *next; };
void shorten([[rpc::in, rpc::out]] node *list);   // expected-note 1+ {{declare the pointer with [[rpc::force_allocate]], or return a list of its own}}
void reverse([[rpc::in, rpc::out]] node *&list);  // expected-note 1+ {{declare the pointer}}
void scratch([[rpc::in]] node *list);             // expected-note 1+ {{declare the pointer}}
void insert([[rpc::in, rpc::out]] node *list);    // expected-note 1+ {{declare the pointer}}
void together([[rpc::in, rpc::unique, rpc::allocate(all_nodes)]] node *list); // expected-note 1+ {{declare the pointer}}
void forced([[rpc::in, rpc::out]] chain *list);
void append([[rpc::in, rpc::out]] node *list);
void made([[rpc::out]] node *list);
void contents([[rpc::in, rpc::out]] node *list);
void fresh([[rpc::in]] node *list, [[rpc::out]] node **copy);
void other([[rpc::in, rpc::out]] node *list);
}

[[rpc::stubs]];

namespace tested {
struct implementation : service {
  void shorten(node *list) override {
    list->next = nullptr; // expected-warning {{this cuts off what 'list->next' of [in, out] parameter 'list' pointed to, which may be part of the message [relink-next]}}
  }
  void reverse(node *&list) override {
    node *before = nullptr;
    for (node *n = list; n;) {
      node *after = n->next;
      n->next = before; // expected-warning 1+ {{this cuts off what}}
      before = n;
      n = after;
    }
    list = before;
  }
  void scratch(node *list) override {
    for (node *n = list; n->next; n = n->next) // expected-warning {{'list->next->next' of [in] parameter 'list' is [unique] and may be null}}
      if (n->next->value == 0)
        n->next = n->next->next; // expected-warning 1+ {{this cuts off what}}
  }
  void insert(node *list) override {
    node *n = rpc::allocate<node>();
    n->next = list->next;
    list->next = n; // expected-warning {{this cuts off what 'list->next'}}
  }
  void together(node *list) override {
    if (list)
      list->next = nullptr; // expected-warning {{this cuts off what}}
  }

  // Silent: blocks of their own, to add behind the end, a new list, what is no link.
  void forced(chain *list) override { list->next = nullptr; }
  void append(node *list) override {
    if (list->next == nullptr)
      list->next = rpc::allocate<node>();
  }
  void made(node *list) override {
    list->next = rpc::allocate<node>();
    list->next = nullptr;
  }
  void contents(node *list) override {
    list->value = 1;
    list->number = nullptr;
  }
  void fresh(node *list, node **copy) override {
    *copy = rpc::allocate<node>();
    (*copy)->value = list->value;
    (*copy)->next = nullptr;
  }
  void other(node *list) override {
    node *n = list;
    n = n->next;
  }
};
}

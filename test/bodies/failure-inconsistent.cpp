// RUN: %bodies %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct node { int value; [[rpc::unique]] node *next; [[rpc::unique]] int *number; };
int partly([[rpc::in]] int n, [[rpc::out]] node **made);
int later([[rpc::in]] int n, [[rpc::out]] node *list);
int reference([[rpc::in]] int n, [[rpc::out]] node *&list);
int nulled([[rpc::in]] int n, [[rpc::out]] node **made);
int zeroed([[rpc::in]] int n, [[rpc::out]] node **made);
int whole([[rpc::in]] int n, [[rpc::out]] node **made);
int before([[rpc::in]] int n, [[rpc::out]] node **made);
int thrown([[rpc::in]] int n, [[rpc::out]] node **made);
}

[[rpc::stubs]];

namespace tested {
struct implementation : service {
  int partly(int n, node **made) override {
    *made = static_cast<node *>(midl_user_allocate(sizeof(node))); // expected-note {{allocated here}}
    (*made)->value = n;
    if (n < 0) // expected-note {{taken when 'n < 0' is true}}
      return 5; // expected-warning {{in what it returns [failure-inconsistent]}}
    (*made)->next = nullptr;
    (*made)->number = nullptr;
    return 0;
  }
  int later(int n, node *list) override {
    list->next = static_cast<node *>(midl_user_allocate(sizeof(node))); // expected-note {{allocated here}}
    list->next->number = nullptr;
    if (n > 9) // expected-note {{taken when 'n > 9' is true}}
      return 1; // expected-warning {{the call fails with 'node::next' unset in what it returns}}
    list->next->next = nullptr;
    return 0;
  }
  int reference(int n, node *&list) override {
    list = static_cast<node *>(midl_user_allocate(sizeof(node))); // expected-note {{allocated here}}
    list->next = nullptr;
    if (n == 3) // expected-note {{taken when 'n == 3' is true}}
      return -1; // expected-warning {{the call fails with 'node::number' unset}}
    list->number = nullptr;
    return 0;
  }

  // Silent.
  int nulled(int n, node **made) override {
    *made = static_cast<node *>(midl_user_allocate(sizeof(node)));
    if (n < 0) {
      midl_user_free(*made);
      *made = nullptr;
      return 5;
    }
    **made = {};
    return 0;
  }
  int zeroed(int n, node **made) override {
    *made = rpc::allocate<node>();
    return n < 0 ? 5 : 0;
  }
  int whole(int n, node **made) override {
    *made = static_cast<node *>(midl_user_allocate(sizeof(node)));
    **made = {n, nullptr, nullptr};
    return 5;
  }
  int before(int n, node **made) override {
    if (n < 0)
      return 5;
    node *fresh = static_cast<node *>(midl_user_allocate(sizeof(node)));
    *fresh = {};
    *made = fresh;
    return 0;
  }
  int thrown(int n, node **made) override {
    *made = static_cast<node *>(midl_user_allocate(sizeof(node)));
    if (n < 0)
      throw rpc::error(rpc::status::call_failed);
    **made = {};
    return 0;
  }
};
}

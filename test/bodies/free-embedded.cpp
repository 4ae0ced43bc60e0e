// RUN: %bodies %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct list { int size; [[rpc::size_is(size)]] char *data; [[rpc::unique]] list *next; };
struct chain { int value; [[rpc::unique, rpc::force_allocate]] chain *next; };
void in([[rpc::in]] list *p);                     // expected-note {{declare the pointer with [[rpc::force_allocate]]}}
void inout([[rpc::in, rpc::out]] list **p);       // expected-note {{leave it to the stub}}
void later([[rpc::in, rpc::out]] list *p);        // expected-note {{leave it to the stub}}
void nodes([[rpc::in, rpc::unique, rpc::allocate(single_node)]] list *p); // expected-note {{leave it to the stub}}
void fresh([[rpc::in, rpc::out]] list *p);
void forced([[rpc::in]] chain *p);
void kept([[rpc::in, rpc::unique, rpc::allocate(dont_free)]] list *p);
void made([[rpc::out]] list *p);
void unknown([[rpc::in]] list *p);
void either([[rpc::in, rpc::out]] list *p);
void local([[rpc::in]] list *p);
}

[[rpc::stubs]];

void fill(tested::list *);

namespace tested {
struct implementation : service {
  void in(list *p) override {
    free(p->data); // expected-warning {{'free' releases what 'p->data' of [in] parameter 'p' points to, which belongs to the stub and may be part of the message [free-embedded]}}
  }
  void inout(list **p) override {
    list *head = *p;
    if (!head)
      return;
    list *next = head->next;
    midl_user_free(next); // expected-warning {{'midl_user_free' releases what '(*p)->next' of [in, out] parameter 'p' points to}}
  }
  void later(list *p) override {
    for (list *n = p; n;) {
      list *next = n->next;
      delete[] n->data; // expected-warning {{'delete' releases what 'p->data' of [in, out] parameter 'p' points to}}
      n = next;
    }
  }
  void nodes(list *p) override {
    if (p)
      free(p->data); // expected-warning {{'free' releases what 'p->data' of [in] parameter 'p' points to}}
  }

  // Silent: blocks of their own, what has been put there, what is not known, and what is on one way only.
  void forced(chain *p) override {
    rpc::free(p->next);
    p->next = nullptr;
  }
  void kept(list *p) override {
    if (p)
      free(p->data);
  }
  void fresh(list *p) override {
    p->data = rpc::allocate_array<char>(4);
    rpc::free(p->data);
    p->data = nullptr;
  }
  void made(list *p) override {
    p->next = rpc::allocate<list>();
    rpc::free(p->next);
    p->next = nullptr;
  }
  void unknown(list *p) override {
    fill(p);
    free(p->data);
  }
  void either(list *p) override {
    char *old = p->size > 4 ? static_cast<char *>(malloc(4)) : p->data;
    if (p->size > 4)
      free(old);
  }
  void local(list *p) override {
    list copy = *p;
    copy.data = new char[4];
    delete[] copy.data;
  }
};
}

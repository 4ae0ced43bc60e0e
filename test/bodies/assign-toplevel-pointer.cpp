// RUN: %bodies %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct pair { int val, val2; };
struct node { int value; [[rpc::unique]] node *next; };
// expected-note-re@+1 {{fill '*plOutStructure', or declare '{{(tested::)?}}pair *&plOutStructure' to return new memory}}
void process([[rpc::in]] const pair *plInStructure, [[rpc::out]] pair *plOutStructure);
// expected-note@+1 {{fill '*n'}}
void nulled([[rpc::in, rpc::out, rpc::unique]] int *n);
// expected-note@+1 {{fill '*s'}}
void text([[rpc::in, rpc::out, rpc::string]] char *s);
void walk([[rpc::in]] int n, [[rpc::out, rpc::size_is(n)]] int *a);
void last([[rpc::in, rpc::out]] node *list);
void only_in([[rpc::in]] const int *n);
void replace([[rpc::in, rpc::out]] pair *&p);
void through([[rpc::out]] pair **p);
void local([[rpc::out]] pair *p);
}

[[rpc::stubs]];

char *find(int);

namespace tested {
void process(const pair *, pair *plOutStructure) {
  // expected-warning@+1 {{this changes a copy of the pointer: the client gets what [out] parameter 'plOutStructure' pointed to at first [assign-toplevel-pointer]}}
  plOutStructure = static_cast<pair *>(midl_user_allocate(sizeof(pair)));
  *plOutStructure = {1, 2};
}

struct implementation : service {
  void nulled(int *n) override {
    if (n && *n == 0)
      n = nullptr; // expected-warning {{[in, out] parameter 'n' pointed to at first}}
  }
  void text(char *s) override {
    s = find(1); // expected-warning {{[in, out] parameter 's'}}
  }
  void process(const pair *, pair *) override {}

  // Silent: walking over an array or along a list, [in] parameters, references, what a pointer leads to, and locals.
  void walk(int n, int *a) override {
    for (int i = 0; i < n; ++i)
      *a++ = i;
    a -= n;
    a = a + 1;
  }
  void last(node *list) override {
    while (list->next)
      list = list->next;
    list->value = 1;
  }
  void only_in(const int *n) override { n = nullptr; }
  void replace(pair *&p) override { p = rpc::allocate<pair>(); }
  void through(pair **p) override { *p = rpc::allocate<pair>(); }
  void local(pair *p) override {
    pair *q = p;
    q->val = 1;
    q = rpc::allocate<pair>();
    p->val2 = q->val2;
  }
};
}

// Nodes of lists that are released, and stay linked or do not.
// RUN: %bodies -fexceptions -Wno-return-stack-address -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/corpus.h"
#include <algorithm>
#include <cstdio>
#include <deque>
#include <list>
#include <map>
namespace released_nodes {
using namespace corpus;

struct f1 : service {
  void cut(chunk *l) override {
    rpc::free(l->next); // expected-warning {{[return-stack]}}
  }
};
struct f2 : service {
  void cut(chunk *l) override {
    rpc::free(l->next);
    l->next = nullptr;
  }
};
struct f3 : service {
  void cut(chunk *l) override {
    for (chunk *c = l->next; c;) {
      chunk *n = c->next;
      rpc::free(c); // expected-warning {{[return-stack]}}
      c = n;
    }
  }
};
struct f4 : service {
  void cut(chunk *l) override {
    for (chunk *c = l->next; c;) {
      chunk *n = c->next;
      rpc::free(c);
      c = n;
    }
    l->next = nullptr;
  }
};
struct f5 : service {
  void cut(chunk *l) override {
    while (chunk *s = l->next) {
      l->next = s->next;
      rpc::free(s);
    }
  }
};
struct f6 : service {
  void cut(chunk *l) override {
    for (chunk *at = l; at->next;)
      if (at->next->v == 0) {
        chunk *gone = at->next;
        at->next = gone->next;
        rpc::free(gone);
      } else
        at = at->next;
  }
};
struct f7 : service {
  void cut(chunk *l) override {
    for (chunk *at = l; at->next; at = at->next)
      if (at->next->v == 0) {
        rpc::free(at->next); // expected-warning {{[return-stack]}}
        break;
      }
  }
};
struct f8 : service {
  static void drop(chunk *c) {
    if (!c)
      return;
    drop(c->next);
    rpc::free(c); // expected-warning {{[return-stack]}}
  }
  void cut(chunk *l) override {
    drop(l->next);
  }
};
struct f9 : service {
  static void drop(chunk *c) {
    if (!c)
      return;
    drop(c->next);
    rpc::free(c);
  }
  void cut(chunk *l) override {
    drop(l->next);
    l->next = nullptr;
  }
};
struct g1 : service {
  void cut(chunk *l) override {
    drop(std::exchange(l->next, nullptr));
  }
  static void drop(chunk *c) {
    while (c) {
      chunk *n = c->next;
      rpc::free(c);
      c = n;
    }
  }
};
struct g2 : service {
  void cut(chunk *l) override {
    for (chunk **at = &l->next; *at;)
      if ((*at)->v < 0) {
        chunk *gone = *at;
        *at = gone->next;
        rpc::free(gone);
      } else
        at = &(*at)->next;
  }
};
struct g3 : service {
  void cut(chunk *l) override {
    for (chunk **at = &l->next; *at; at = &(*at)->next)
      if ((*at)->v < 0) {
        rpc::free(*at); // expected-warning {{[return-stack]}}
        break;
      }
  }
};
struct g4 : service {
  void cut(chunk *l) override {
    chunk *last = l->next;
    if (!last)
      return;
    while (last->next)
      last = last->next;
    rpc::free(last); // expected-warning {{[return-stack]}}
  }
};
struct g5 : service {
  void cut(chunk *l) override {
    chunk *before = l;
    while (before->next && before->next->next)
      before = before->next;
    if (before->next) {
      rpc::free(before->next);
      before->next = nullptr;
    }
  }
};
struct g6 : service {
  void cut(chunk *l) override {
    if (chunk *s = l->next) {
      chunk *rest = s->next;
      rpc::free(s);
      l->next = rest;
    }
  }
};
struct g7 : service {
  void cut(chunk *l) override {
    if (l->next) {
      midl_user_free(l->next); // expected-warning {{[return-stack]}}
      l->v = 0;
    }
  }
};
struct g8 : service {
  void cut(chunk *l) override {
    if (!l->next)
      return;
    chunk *&second = l->next;
    rpc::free(second); // expected-warning {{[return-stack]}}
  }
};
}

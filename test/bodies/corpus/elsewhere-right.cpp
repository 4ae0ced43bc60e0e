// Results in memory of the server, and parameters that are assigned what other functions find.
// RUN: %bodies -Xclang -verify-ignore-unexpected=note %s
// expected-no-diagnostics
#include "Inputs/corpus.h"
#include <algorithm>
#include <cstdio>
#include <deque>
#include <list>
#include <map>
namespace elsewhere {
using namespace corpus;
rec *lookup(int);
rec *lookup2(int, int);

rec *global;
struct b1 : service {
  void head(node *l) override {
    for (int i = 0; i < 3; ++i) {
      l->next = rpc::allocate<node>();
      l = l->next;
    }
  }
};
struct b2 : service {
  void head(node *l) override {
    for (int i = 0; i < 3; ++i) {
      auto *n = rpc::allocate<node>();
      l->next = n;
      l = n;
    }
  }
};
node *last(node *);
struct b3 : service {
  void trim(node *l) override {
    l = last(l);
    l->v = 1;
  }
};
struct b4 : service {
  void trim(node *l) override {
    auto *p = last(l);
    l = p;
    l->v = 1;
  }
};
struct b5 : service {
  void trim(node *l) override {
    std::vector<node *> all;
    for (; l; l = l->next)
      all.push_back(l);
    l = all.back();
    l->v = 1;
    l = all[0];
  }
};
struct b6 : service {
  void fill(unsigned n, int *a) override {
    int *end = a + n;
    int *at = std::find(a, end, 0);
    if (at == end)
      return;
    a = at;
    *a = 1;
  }
};
struct b7 : service {
  void fill(unsigned n, int *a) override {
    a = std::fill_n(a, n, 0);
  }
};
struct b8 : service {
  void fill(unsigned n, int *a) override {
    std::span<int> s(a, n);
    for (auto &x : s) {
      a = &x;
      *a = 3;
    }
    a = s.data();
    a = std::to_address(s.begin());
  }
};
struct d2 : service {
  std::unique_ptr<rec> u_;
  void make(rec **r) override {
    *r = rpc::allocate<rec>();
    if (u_)
      **r = *u_;
  }
};
struct d3 : service {
  std::unique_ptr<rec> u_;
  void make(rec **r) override {
    *r = rpc::allocate<rec>();
    if (!u_)
      u_ = std::make_unique<rec>();
    **r = *u_;
  }
};
struct d4 : service {
  std::optional<rec> u_;
  void make(rec **r) override {
    if (const rec *p = u_ ? &*u_ : nullptr) {
      *r = rpc::allocate<rec>();
      **r = *p;
    }
  }
};
struct d5 : service {
  std::unique_ptr<node> u_;
  void build(node **l) override {
    for (auto *n = u_.get(); n; n = n->next) {
      *l = rpc::allocate<node>();
      **l = {n->v, nullptr};
      l = &(*l)->next;
    }
  }
};
struct d6 : service {
  std::unique_ptr<chain> u_;
  void build(node **l) override {
    for (auto *n = u_.get(); n; n = n->next.get()) {
      *l = rpc::allocate<node>();
      **l = {n->v, nullptr};
      l = &(*l)->next;
    }
  }
};
struct e8 : service {
  std::unique_ptr<rec> u_;
  rec *give() override {
    auto *r = rpc::allocate<rec>();
    if (u_ && u_->a)
      *r = *u_;
    return r;
  }
};
}
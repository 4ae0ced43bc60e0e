// As it should be in lists that helpers build: silent.
// RUN: %bodies -fexceptions -Wno-unused-variable -Xclang -verify-ignore-unexpected=note %s
// expected-no-diagnostics
#include "Inputs/site.h"

using site::client;
using site::service;
using namespace site;

namespace lists {
void add_at(privilege **&at, unsigned v) {
  *at = rpc::allocate<privilege>();
  (*at)->low = v;
  at = &(*at)->next;
}
void push(privilege *&head, privilege *&tail, unsigned v) {
  auto *p = rpc::allocate<privilege>();
  p->low = v;
  if (tail)
    tail->next = p;
  else
    head = p;
  tail = p;
}
privilege *after(privilege *p, unsigned v) {
  p->next = rpc::allocate<privilege>();
  p->next->low = v;
  return p->next;
}
privilege *cons(unsigned v, privilege *rest) {
  auto *p = rpc::allocate<privilege>();
  p->low = v;
  p->next = rest;
  return p;
}
void append(privilege **first, unsigned v) {
  auto *p = rpc::allocate<privilege>();
  p->low = v;
  if (!*first) {
    *first = p;
    return;
  }
  auto *last = *first;
  while (last->next)
    last = last->next;
  last->next = p;
}
struct one : service {
  int privileges(policy_handle, privilege **first) override {
    privilege **at = first;
    add_at(at, 1);
    add_at(at, 2);
    *at = nullptr;
    return 0;
  }
};
struct two : service {
  int privileges(policy_handle, privilege **first) override {
    privilege *head = nullptr, *tail = nullptr;
    push(head, tail, 1);
    push(head, tail, 2);
    push(head, tail, 3);
    *first = head;
    return 0;
  }
};
struct three : service {
  int privileges(policy_handle, privilege **first) override {
    *first = rpc::allocate<privilege>();
    after(after(*first, 1), 2);
    return 0;
  }
};
struct four : service {
  int privileges(policy_handle, privilege **first) override {
    *first = cons(1, cons(2, cons(3, nullptr)));
    return 0;
  }
};
struct five : service {
  int privileges(policy_handle, privilege **first) override {
    append(first, 1);
    append(first, 2);
    append(first, 3);
    return 0;
  }
};
struct six : service {
  int privileges(policy_handle, privilege **first) override {
    *first = nullptr;
    append(first, 1);
    append(first, 2);
    return 0;
  }
};
struct seven : service {
  int privileges(policy_handle, privilege **first) override {
    *first = nullptr;
    const auto add = [first](unsigned v) {
      privilege **at = first;
      while (*at)
        at = &(*at)->next;
      *at = rpc::allocate<privilege>();
      (*at)->low = v;
    };
    add(1);
    add(2);
    add(3);
    return 0;
  }
};
struct eight : service {
  privilege *tail_ = nullptr;
  int privileges(policy_handle, privilege **first) override {
    privilege *tail = nullptr;
    const auto add = [&](unsigned v) {
      auto *p = rpc::allocate<privilege>();
      p->low = v;
      (tail ? tail->next : *first) = p;
      tail = p;
    };
    add(1);
    add(2);
    return 0;
  }
};
class builder {
  privilege *first_ = nullptr, *last_ = nullptr;

public:
  builder &add(unsigned v) {
    auto *p = rpc::allocate<privilege>();
    p->low = v;
    if (last_)
      last_->next = p;
    else
      first_ = p;
    last_ = p;
    return *this;
  }
  privilege *done() const { return first_; }
};
struct nine : service {
  int privileges(policy_handle, privilege **first) override {
    *first = builder().add(1).add(2).done();
    return 0;
  }
};
struct ten : service {
  int privileges(policy_handle, privilege **first) override {
    builder b;
    b.add(1);
    b.add(2);
    *first = b.done();
    return 0;
  }
};
struct eleven : service {
  int privileges(policy_handle h, privilege **first) override {
    *first = cons(1, nullptr);
    auto *second = cons(2, nullptr);
    (*first)->next = second;
    second->next = cons(3, nullptr);
    if (h->rights)
      append(first, 3);
    return 0;
  }
};
struct twelve : service {
  int merge_lists(const sid_list *, const sid_list *, sid_list *all) override {
    const auto make = [](unsigned char r) {
      auto *s = rpc::allocate<sid>();
      s->revision = r;
      return s;
    };
    all->count = 3;
    all->sids = rpc::allocate_array<sid *>(3);
    all->sids[0] = make(1);
    all->sids[1] = make(2);
    all->sids[2] = make(3);
    return 0;
  }
};
volume *node(unsigned index, volume *parent = nullptr, volume *snapshots = nullptr) {
  auto *v = rpc::allocate<volume>();
  v->index = index;
  v->parent = parent;
  v->snapshots = snapshots;
  return v;
}
struct thirteen : service {
  int volume_tree(unsigned, volume **root) override {
    *root = node(1, node(2), node(3, node(4), nullptr));
    return 0;
  }
};
struct fourteen : service {
  int volume_tree(unsigned, volume **root) override {
    auto *left = node(2), *right = node(3);
    auto *top = node(1);
    top->parent = left;
    top->snapshots = right;
    *root = top;
    return 0;
  }
};
}

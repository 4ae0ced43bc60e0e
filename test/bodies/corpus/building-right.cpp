// Lists, trees and arrays of pointers that are built as they should be: silent.
// RUN: %bodies -Wno-unused-value -Xclang -verify-ignore-unexpected=note %s
// expected-no-diagnostics
#include "Inputs/corpus.h"
#include <algorithm>
#include <map>
#include <mutex>
#include <new>
#include <numeric>

namespace right {
using namespace corpus;

char *duplicate(std::string_view s) {
  char *copy = rpc::allocate_array<char>(s.size() + 1);
  std::copy(s.begin(), s.end(), copy);
  return copy;
}
node *fresh_node(int v, node *next = nullptr) {
  auto *n = static_cast<node *>(rpc::allocate(sizeof(node)));
  n->v = v;
  n->next = next;
  return n;
}
tree *balanced(std::span<const int> keys) {
  if (keys.empty())
    return nullptr;
  const std::size_t middle = keys.size() / 2;
  tree *t = rpc::allocate<tree>();
  t->key = keys[middle];
  t->left = balanced(keys.first(middle));
  t->right = balanced(keys.subspan(middle + 1));
  return t;
}
void insert(tree **at, int key) {
  while (*at)
    at = key < (*at)->key ? &(*at)->left : &(*at)->right;
  *at = rpc::allocate<tree>();
  (*at)->key = key;
}

struct by_address : service {
  std::vector<int> values{1, 2, 3};
  void build(node **l) override {
    node **at = l;
    for (const int each : values) {
      *at = static_cast<node *>(rpc::allocate(sizeof(node)));
      (*at)->v = each;
      at = &(*at)->next;
    }
    *at = nullptr;
  }
};
struct by_address_inside : service {
  void build(node **l) override {
    node **at = l;
    for (int n = 0; n < 3; ++n) {
      *at = static_cast<node *>(midl_user_allocate(sizeof(node)));
      (*at)->v = n;
      (*at)->next = nullptr;
      at = &(*at)->next;
    }
  }
};
struct by_tail : service {
  node *list() override {
    node *first = nullptr, *last = nullptr;
    for (int n = 0; n < 5; ++n) {
      auto *more = static_cast<node *>(rpc::allocate(sizeof(node)));
      *more = {n, nullptr};
      if (last)
        last->next = more;
      else
        first = more;
      last = more;
    }
    return first;
  }
};
struct by_front : service {
  void build(node **l) override {
    *l = nullptr;
    for (int n = 3; n > 0; --n) {
      auto *more = static_cast<node *>(rpc::allocate(sizeof(node)));
      more->v = n;
      more->next = *l;
      *l = more;
    }
  }
};
struct by_helper : service {
  void build(node **l) override { *l = fresh_node(1, fresh_node(2, fresh_node(3))); }
  void head(node *l) override {
    l->v = 0;
    for (int n = 1; n < 4; ++n) {
      l->next = fresh_node(n);
      l = l->next;
    }
  }
};
struct by_fold : service {
  std::vector<int> values{1, 2, 3};
  node *list() override {
    return std::accumulate(values.rbegin(), values.rend(), static_cast<node *>(nullptr),
                           [](node *rest, int v) { return fresh_node(v, rest); });
  }
};
struct many_fields : service {
  int try_who(int n, person **p) override {
    auto *one = static_cast<person *>(rpc::allocate(sizeof(person)));
    one->age = n;
    one->name = n > 0 ? duplicate("ann") : nullptr;
    if (n > 5)
      one->mail = duplicate("ann@example.org");
    else
      one->mail = nullptr;
    *p = one;
    return 0;
  }
};
struct placed : service {
  void build(node **l) override { *l = new (rpc::allocate(sizeof(node))) node{}; }
  node *list() override {
    void *memory = rpc::allocate(sizeof(node));
    return ::new (memory) node{4, nullptr};
  }
};
struct cleared : service {
  void build(node **l) override {
    *l = static_cast<node *>(midl_user_allocate(sizeof(node)));
    memset(*l, 0, sizeof **l);
    (*l)->v = 1;
  }
  node *list() override {
    const node from{1, nullptr};
    auto *n = static_cast<node *>(rpc::allocate(sizeof(node)));
    memcpy(n, &from, sizeof from);
    return n;
  }
};
struct filled_rows : service {
  std::map<int, rec> known{{1, {1, 2}}, {2, {3, 4}}};
  std::mutex lock;
  void list_rows(table *t) override {
    const std::lock_guard guard(lock);
    t->rows = rpc::allocate_array<rec *>(known.size());
    for (const auto &[key, each] : known) {
      if (each.a < 0)
        continue;
      rec *row = rpc::allocate<rec>();
      *row = each;
      t->rows[t->n++] = row;
    }
  }
};
struct gaps : service {
  void list_rows(table *t) override {
    t->n = 4;
    t->rows = rpc::allocate_array<rec *>(t->n);
    for (unsigned n = 0; n < t->n; n += 2)
      t->rows[n] = rpc::allocate<rec>();
    std::swap(t->rows[0], t->rows[1]);
  }
};
struct in_one_block : service {
  void grow(tree *t) override {
    constexpr int sorted[] = {1, 2, 3, 4, 5};
    t->key = 0;
    t->left = balanced(sorted);
    t->right = balanced({});
  }
};
struct inserted : service {
  void grow(tree *t) override {
    tree *root = nullptr;
    for (const int key : {4, 2, 6, 1, 3})
      insert(&root, key);
    t->key = 10;
    t->left = root;
  }
};
struct rotated : service {
  void grow(tree *t) override {
    t->left = rpc::allocate<tree>();
    t->right = rpc::allocate<tree>();
    std::swap(t->left, t->right);
    tree *old = t->left;
    t->left = rpc::allocate<tree>();
    t->left->left = old;
  }
};
struct moved_over : service {
  void two(rec **x, rec **y) override {
    *x = rpc::allocate<rec>();
    *y = *x;
    *x = rpc::allocate<rec>();
    **y = {1, 2};
  }
};
struct split : service {
  void build(node **l) override {
    node *even = nullptr, *odd = nullptr;
    for (int n = 0; n < 8; ++n) {
      node *&to = n % 2 ? odd : even;
      to = fresh_node(n, to);
    }
    node **end = &even;
    while (*end)
      end = &(*end)->next;
    *end = odd;
    *l = even;
  }
};
struct own_list_cut : service {
  void build(node **l) override {
    for (int n = 0; n < 4; ++n)
      *l = fresh_node(n, *l);
    if (*l && (*l)->next)
      (*l)->next = (*l)->next->next;
  }
};
struct full_pointers : service {
  void circle(ring **r) override {
    ring *first = rpc::allocate<ring>(), *second = rpc::allocate<ring>();
    first->next = second;
    second->next = first;
    *r = first;
  }
};
struct fails_before : service {
  int try_build(int n, node **l) override {
    if (n < 0 || n > 1000)
      return 87;
    node *first = nullptr;
    for (int i = n; i > 0; --i)
      first = fresh_node(i, first);
    *l = first;
    return first ? 0 : 1;
  }
};
struct fails_nulled : service {
  int try_build(int n, node **l) override {
    auto *more = static_cast<node *>(rpc::allocate(sizeof(node)));
    *l = more;
    more->v = n;
    if (n < 0) {
      *l = nullptr;
      return 87;
    }
    more->next = nullptr;
    return 0;
  }
};
struct fails_by_exception : service {
  int try_build(int n, node **l) override {
    *l = static_cast<node *>(rpc::allocate(sizeof(node)));
    (*l)->v = n;
    if (n < 0)
      throw rpc::error(rpc::status::call_failed);
    (*l)->next = nullptr;
    return 0;
  }
};
struct fails_zeroed : service {
  int try_who(int n, person **p) override {
    *p = rpc::allocate<person>();
    (*p)->name = duplicate("ann");
    if (n > 150)
      return -1;
    (*p)->mail = duplicate("ann@example.org");
    return 0;
  }
};
struct both_set : service {
  void join(couple **c) override {
    couple *both = rpc::allocate<couple>();
    for (rec **each : {&both->first, &both->second})
      *each = rpc::allocate<rec>();
    *c = both;
  }
};
struct both_set_once : service {
  void join(couple **c) override {
    *c = static_cast<couple *>(rpc::allocate(sizeof(couple)));
    **c = {.first = rpc::allocate<rec>(), .second = rpc::allocate<rec>()};
    *(*c)->first = {1, 2};
  }
  void fresh(rec *&r) override { r = rpc::allocate<rec>(); }
};
struct null_is_right : service {
  std::map<std::string, person> known;
  void join(couple **c) override { *c = nullptr; }
  void make(rec **) override {}
  void grow(tree *t) override { t->key = 1; }
  void who(person *p) override {
    p->age = 5;
    if (p->age > 3)
      p->name = duplicate("bob");
  }
};
struct long_chain : service {
  void build(node **l) override {
    auto *a = static_cast<node *>(rpc::allocate(sizeof(node)));
    int v = 0;
    v = v + 1; v = v * 2; v = v + 3; v = v * 4; v = v + 5; v = v * 6; v = v + 7; v = v * 8;
    v = v + 1; v = v * 2; v = v + 3; v = v * 4; v = v + 5; v = v * 6; v = v + 7; v = v * 8;
    node *b = a, *c = b, *d = c, *e = d, *f = e, *g = f, *h = g, *i = h, *j = i, *k = j;
    node *m = k, *n = m, *o = n, *p = o, *q = p, *r = q, *s = r, *t = s, *u = t, *w = u;
    w->v = v;
    w->next = nullptr;
    *l = a;
  }
};
}

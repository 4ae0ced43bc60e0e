// Links of lists and trees that came in.
// RUN: %bodies -Wno-self-assign -Xclang -verify-ignore-unexpected=note -fplugin-arg-rpcgen-Wno-lost-result %s
#include "Inputs/corpus.h"
#include <algorithm>
#include <vector>

namespace wrong {
using namespace corpus;

void unlink_next(node *n) { n->next = n->next->next; }
node *reversed(node *l) {
  node *before = nullptr;
  while (l) {
    node *after = l->next;
    l->next = before;
    before = l;
    l = after;
  }
  return before;
}

struct cut_off : service {
  void trim(node *l) override {
    l->next = nullptr; // expected-warning {{[relink-next]}}
  }
};
struct skipped : service {
  void trim(node *l) override {
    if (l->next)
      l->next = l->next->next; // expected-warning {{[relink-next]}}
  }
};
struct top_moved : service {
  void trim_top(node **l) override {
    if (*l)
      *l = (*l)->next; // expected-warning {{[relink-next]}}
  }
};
struct top_null : service {
  void trim_top(node **l) override {
    *l = nullptr; // expected-warning {{[relink-next]}}
  }
};
struct top_new : service {
  void trim_top(node **l) override {
    node *first = rpc::allocate<node>();
    first->next = *l;
    *l = first; // expected-warning {{[relink-next]}}
  }
};
struct top_exchanged : service {
  void trim_top(node **l) override {
    node *old = std::exchange(*l, nullptr); // expected-warning {{[relink-next]}}
    if (old)
      log_value(old->v);
  }
};
struct link_exchanged : service {
  void trim(node *l) override {
    for (node *n = std::exchange(l->next, nullptr); n; n = n->next) // expected-warning {{[relink-next]}}
      log_value(n->v);
  }
};
struct link_swapped : service {
  void trim(node *l) override {
    node *rest = nullptr;
    std::swap(l->next, rest); // expected-warning {{[relink-next]}}
    log_value(rest ? rest->v : 0);
  }
};
struct top_swapped : service {
  void trim_top(node **l) override {
    node *fresh = rpc::allocate<node>();
    std::swap(*l, fresh); // expected-warning {{[relink-next]}}
  }
};
struct address : service {
  void trim_top(node **l) override {
    node **at = l;
    while (*at)
      if ((*at)->v == 0)
        *at = (*at)->next; // expected-warning 1+ {{[relink-next]}}
      else
        at = &(*at)->next;
  }
};
struct inserted : service {
  void trim(node *l) override {
    node *n = rpc::allocate<node>();
    n->v = l->v;
    n->next = l->next;
    l->next = n; // expected-warning {{[relink-next]}}
  }
};
struct cleared : service {
  void trim(node *l) override {
    memset(l, 0, sizeof *l); // expected-warning {{[relink-next]}}
  }
};
struct overwritten : service {
  void trim(node *l) override {
    *l = {1, nullptr}; // expected-warning {{[relink-next]}}
  }
};
struct by_helper : service {
  void trim(node *l) override {
    if (l->next)
      unlink_next(l); // expected-warning {{[relink-next]}}
  }
};
struct by_helper_loop : service {
  void trim_top(node **l) override {
    *l = reversed(*l); // expected-warning 1+ {{[relink-next]}}
  }
};
struct in_only : service {
  void visit(node *l) override {
    node *rest = l->next;
    l->next = nullptr; // expected-warning {{[relink-next]}}
    for (; rest; rest = rest->next)
      log_value(rest->v);
  }
};
struct reference : service {
  void trim(node *l) override {
    node *&next = l->next;
    next = nullptr; // expected-warning {{[relink-next]}}
  }
};
struct tree_cut : service {
  void prune(tree *t) override {
    t->left = nullptr; // expected-warning {{[relink-next]}}
  }
};
struct tree_mirrored : service {
  void prune(tree *t) override {
    std::swap(t->left, t->right); // expected-warning 1+ {{[relink-next]}}
  }
};
struct sorted : service {
  void trim(node *l) override {
    std::vector<node *> all;
    for (node *n = l; n; n = n->next)
      all.push_back(n);
    std::sort(all.begin(), all.end(), [](node *x, node *y) { return x->v < y->v; });
    for (std::size_t n = 0; n + 1 < all.size(); ++n)
      all[n]->next = all[n + 1]; // missed: [relink-next]: which nodes a container holds is not known
  }
};
}

namespace right {
using namespace corpus;

node *linked(int v, node *next) {
  node *n = rpc::allocate<node>();
  *n = {v, next};
  return n;
}
node *copy_of(const node *l) { return l ? linked(l->v, copy_of(l->next)) : nullptr; }

struct contents : service {
  void trim(node *l) override {
    std::vector<int> values;
    for (const node *n = l; n; n = n->next)
      values.push_back(n->v);
    std::sort(values.begin(), values.end());
    for (auto each = values.begin(); l && each != values.end(); l = l->next)
      l->v = *each++;
  }
  void prune(tree *t) override {
    if (t->left && t->right)
      std::swap(t->left->key, t->right->key);
  }
};
struct appended : service {
  void trim(node *l) override {
    node *last = l;
    while (last->next)
      last = last->next;
    for (int n = 0; n < 3; ++n) {
      last->next = linked(n, nullptr);
      last = last->next;
    }
  }
};
struct appended_by_address : service {
  void trim_top(node **l) override {
    node **at = l;
    while (*at)
      at = &(*at)->next;
    *at = linked(1, nullptr);
  }
};
struct first_set : service {
  void trim_top(node **l) override {
    if (!*l)
      *l = linked(1, nullptr);
  }
  void prune(tree *t) override {
    if (!t->left)
      t->left = rpc::allocate<tree>();
  }
};
struct forced : service {
  void cut(chunk *l) override {
    for (chunk *n = l; n->next;) {
      if (n->next->v != 0) {
        n = n->next;
        continue;
      }
      chunk *gone = n->next;
      n->next = gone->next;
      rpc::free(gone);
    }
  }
};
struct forced_end : service {
  void cut(chunk *l) override {
    chunk *rest = std::exchange(l->next, nullptr);
    while (rest) {
      chunk *next = rest->next;
      rpc::free(rest);
      rest = next;
    }
  }
};
struct filtered : service {
  int walk(const node *l) override {
    node *kept = nullptr;
    node **end = &kept;
    for (; l; l = l->next)
      if (l->v > 0) {
        *end = linked(l->v, nullptr);
        end = &(*end)->next;
      }
    int count = 0;
    for (const node *n = kept; n; n = n->next)
      ++count;
    return count;
  }
};
struct own_list : service {
  void build(node **l) override {
    for (int n = 0; n < 4; ++n)
      *l = linked(n, *l);
    if ((*l) && (*l)->next)
      (*l)->next = (*l)->next->next;
    node *before = nullptr;
    for (node *n = *l; n;) {
      node *after = std::exchange(n->next, before);
      before = n;
      n = after;
    }
    *l = before;
  }
};
struct own_chain : service {
  int follow(const chain &c) override {
    std::vector<const chain *> all;
    for (const chain *at = &c; at; at = at->next.get())
      all.push_back(at);
    std::reverse(all.begin(), all.end());
    int sum = 0, factor = 1;
    for (const chain *each : all)
      sum += factor++ * each->v;
    return sum;
  }
};
struct copied : service {
  int walk(const node *l) override {
    node *mine = copy_of(l);
    while (mine && mine->v == 0)
      mine = mine->next;
    if (mine)
      mine->next = nullptr;
    return mine ? mine->v : 0;
  }
};
struct looked_back : service {
  void trim(node *l) override {
    node *before = nullptr;
    for (node *n = l; n; before = n, n = n->next)
      if (before && before->v > n->v)
        std::swap(before->v, n->v);
  }
};
}

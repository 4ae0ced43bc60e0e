// Lists and trees: silent.
// RUN: %bodies -fexceptions -Wno-everything %s
// expected-no-diagnostics
#include "Inputs/works.h"
#include <queue>
namespace works_lists_right {
using namespace works;
struct a1 : service {
  int attendees(cal h, unsigned, attendee **first) override {
    attendee *head = nullptr, *tail = nullptr;
    for (auto &[id, t] : h->titles) {
      auto *a = static_cast<attendee *>(rpc::allocate(sizeof(attendee)));
      a->name = a->mail = nullptr;
      a->next = nullptr;
      if (tail)
        tail->next = a;
      else
        head = a;
      tail = a;
    }
    *first = head;
    return 0;
  }
};
struct a2 : service {
  int attendees(cal h, unsigned, attendee **first) override {
    attendee anchor{};
    attendee *at = &anchor;
    for (unsigned i = 0; i < h->events; ++i)
      at = at->next = rpc::allocate<attendee>();
    *first = anchor.next;
    return 0;
  }
};
struct a3 : service {
  int tree(unsigned depth, folder **root) override {
    auto *top = rpc::allocate<folder>();
    auto *leaf = rpc::allocate<folder>();
    leaf->id = depth;
    if (depth & 1)
      top->first = leaf;
    else
      top->next = leaf;
    *root = top;
    return 0;
  }
};
static folder *subtree(unsigned d) {
  if (d == 0)
    return nullptr;
  auto *f = rpc::allocate<folder>();
  f->id = d;
  f->first = subtree(d - 1);
  f->next = subtree(d - 1);
  return f;
}
struct a4 : service {
  int tree(unsigned depth, folder **root) override {
    *root = subtree(depth < 6 ? depth : 6);
    return 0;
  }
};
struct a5 : service {
  void tidy(attendee *first) override {
    attendee *last = first;
    for (; last->next; last = last->next) {
    }
    attendee *fresh = rpc::allocate<attendee>();
    last->next = fresh;
  }
};
struct a6 : service {
  void tidy(attendee *first) override {
    for (attendee *a = first; a; a = a->next)
      for (attendee *b = a->next; b; b = b->next)
        if (a->name && b->name && strcmp(a->name, b->name) > 0)
          std::swap(*a->name, *b->name);
  }
};
struct a7 : service {
  void prune(folder **root) override {
    folder **at = root;
    while (*at)
      at = &(*at)->next;
    *at = rpc::allocate<folder>();
  }
};
struct a8 : service {
  void prune(folder **root) override {
    std::vector<folder *> todo{*root};
    while (!todo.empty()) {
      folder *f = todo.back();
      todo.pop_back();
      if (!f)
        continue;
      f->id += 1;
      todo.push_back(f->first);
      todo.push_back(f->next);
    }
  }
};
struct a9 : service {
  int depth(const folder *f) override {
    const folder *slow = f, *fast = f;
    while (fast && fast->next) {
      slow = slow->next;
      fast = fast->next->next;
      if (slow == fast)
        return -1;
    }
    return slow->id;
  }
};
struct b1 : service {
  static int deep(const folder *f) {
    return f ? 1 + std::max(deep(f->first), deep(f->next)) : 0;
  }
  int depth(const folder *f) override {
    return deep(f);
  }
};
struct b2 : service {
  int depth(const folder *f) override {
    std::queue<std::pair<const folder *, int>> q;
    q.emplace(f, 1);
    int most = 0;
    while (!q.empty()) {
      auto [at, d] = q.front();
      q.pop();
      most = std::max(most, d);
      for (const folder *c = at->first; c; c = c->next)
        q.emplace(c, d + 1);
    }
    return most;
  }
};
struct b3 : service {
  int list_events(cal h, unsigned, unsigned, event_list *l) override {
    const unsigned n = std::min(h->events, 4u);
    l->events = rpc::allocate_array<event *>(n);
    for (l->count = 0; l->count < n; ++l->count) {
      event *&e = l->events[l->count];
      e = rpc::allocate<event>();
      e->at = rpc::allocate<when>();
    }
    return 0;
  }
};
struct b4 : service {
  int list_events(cal, unsigned, unsigned, event_list *l) override {
    const when now{1, 2};
    l->count = 1;
    l->events = rpc::allocate_array<event *>(1);
    l->events[0] = rpc::allocate<event>();
    l->events[0]->at = rpc::allocate<when>();
    *l->events[0]->at = now;
    return 0;
  }
};
static folder tree_root;
struct b5 : service {
  int tree(unsigned, folder **root) override {
    *root = rpc::allocate<folder>();
    **root = tree_root;
    (*root)->first = (*root)->next = nullptr;
    (*root)->name = nullptr;
    return 0;
  }
};
struct b6 : service {
  folder *home(unsigned user) override {
    static std::map<unsigned, std::string> homes;
    auto *f = rpc::allocate<folder>();
    f->id = user;
    if (auto it = homes.find(user); it != homes.end()) {
      f->name = rpc::allocate_array<char>(it->second.size() + 1);
      std::memcpy(f->name, it->second.c_str(), it->second.size() + 1);
    }
    return f;
  }
};
struct b7 : service {
  char *motd() override {
    static const char text[] = "hello";
    char *p = static_cast<char *>(rpc::allocate(sizeof text));
    if (!p)
      throw rpc::error(rpc::status::out_of_memory);
    std::memcpy(p, text, sizeof text);
    return p;
  }
};
struct b8 : service {
  int tree(unsigned depth, folder **root) override {
    folder *by_id[8] = {};
    const unsigned n = std::min(depth, 8u);
    for (unsigned i = 0; i < n; ++i) {
      by_id[i] = rpc::allocate<folder>();
      by_id[i]->id = i;
      if (i > 0) {
        folder *parent = by_id[(i - 1) / 2];
        (i & 1 ? parent->first : parent->next) = by_id[i];
      }
    }
    *root = by_id[0];
    return 0;
  }
};
struct b9 : service {
  int tree(unsigned depth, folder **root) override {
    folder *list = nullptr;
    for (unsigned i = 0; i < depth && i < 9; ++i) {
      folder *f = rpc::allocate<folder>();
      f->id = i;
      f->next = list;
      list = f;
    }
    folder *turned = nullptr;
    while (list) {
      folder *n = list->next;
      list->next = turned;
      turned = list;
      list = n;
    }
    *root = turned;
    return 0;
  }
};
struct c1 : service {
  int tree(unsigned depth, folder **root) override {
    folder *a = rpc::allocate<folder>(), *b = rpc::allocate<folder>();
    a->id = 1;
    b->id = 2;
    if (depth)
      std::swap(a, b);
    a->next = b;
    *root = a;
    return 0;
  }
};
struct c2 : service {
  int attendees(cal h, unsigned, attendee **first) override {
    std::vector<attendee *> all;
    for (unsigned i = 0; i < h->events; ++i)
      all.push_back(rpc::allocate<attendee>());
    for (std::size_t i = 1; i < all.size(); ++i)
      all[i - 1]->next = all[i];
    *first = all.empty() ? nullptr : all.front();
    return 0;
  }
};
struct c3 : service {
  int attendees(cal h, unsigned, attendee **first) override {
    attendee *sorted = nullptr;
    for (unsigned i = 0; i < h->events; ++i) {
      attendee *a = rpc::allocate<attendee>();
      attendee **at = &sorted;
      while (*at && (*at)->name)
        at = &(*at)->next;
      a->next = *at;
      *at = a;
    }
    *first = sorted;
    return 0;
  }
};
struct c4 : service {
  void prune(folder **root) override {
    if (!*root) {
      *root = rpc::allocate<folder>();
      return;
    }
    folder *at = *root;
    while (at->first)
      at = at->first;
    at->first = rpc::allocate<folder>();
    at->first->id = at->id + 1;
  }
};
struct c5 : service {
  void tidy(attendee *first) override {
    attendee *const saved = first->next;
    first->next = nullptr;
    trace("%p", static_cast<void *>(first));
    first->next = saved;
  }
};
struct c6 : service {
  int tree(unsigned depth, folder **root) override {
    struct builder {
      folder *root = rpc::allocate<folder>();
      folder *last = root;
      builder &child(unsigned id) {
        last->first = rpc::allocate<folder>();
        last = last->first;
        last->id = id;
        return *this;
      }
      builder &sibling(unsigned id) {
        last->next = rpc::allocate<folder>();
        last = last->next;
        last->id = id;
        return *this;
      }
    };
    *root = builder().child(1).sibling(2).child(depth).root;
    return 0;
  }
};
struct c7 : service {
  int tree(unsigned depth, folder **root) override {
    *root = rpc::allocate<folder>();
    folder **slots_[2] = {&(*root)->first, &(*root)->next};
    for (auto **s : slots_) {
      *s = rpc::allocate<folder>();
      (*s)->id = depth;
    }
    return 0;
  }
};
struct c8 : service {
  int tree(unsigned depth, folder **root) override {
    auto node = [](unsigned id, folder *first = nullptr, folder *next = nullptr) {
      folder *f = rpc::allocate<folder>();
      *f = {nullptr, first, next, id};
      return f;
    };
    *root = node(depth, node(1), node(2, node(3), node(4)));
    return 0;
  }
};
}

// Results that are copied from variables of the implementation: silent.
// RUN: %bodies -Xclang -verify-ignore-unexpected=note %s
// expected-no-diagnostics
#include "Inputs/corpus.h"
#include <algorithm>
#include <map>

namespace right {
using namespace corpus;

char *duplicate(std::string_view s) {
  char *copy = rpc::allocate_array<char>(s.size() + 1);
  s.copy(copy, s.size());
  return copy;
}
rec *largest(std::vector<rec> &from) {
  auto at = std::max_element(from.begin(), from.end(), [](const rec &x, const rec &y) { return x.a < y.a; });
  return at == from.end() ? nullptr : &*at;
}

struct copied : service {
  void title(char **s) override {
    std::string x = std::to_string(7);
    *s = duplicate(x);
  }
};
struct copied_here : service {
  char *caption() override {
    std::string x = "caption";
    if (x.size() < 10)
      x.insert(x.begin(), 10 - x.size(), ' ');
    char *copy = rpc::allocate_array<char>(x.size() + 1);
    memcpy(copy, x.c_str(), x.size() + 1);
    return copy;
  }
};
struct copied_vector : service {
  void fetch(blob *b) override {
    std::vector<unsigned char> v{3, 1, 2};
    std::sort(v.begin(), v.end());
    v.erase(std::unique(v.begin(), v.end()), v.end());
    b->n = v.size();
    b->p = rpc::allocate_array<unsigned char>(v.size());
    std::copy(v.begin(), v.end(), b->p);
  }
};
struct by_value : service {
  std::string text() override {
    std::string x = "text";
    x.append(3, '.');
    return x;
  }
};
struct moved : service {
  std::vector<item> all() override {
    std::vector<item> found;
    for (int n = 0; n < 3; ++n) {
      item one;
      one.name = std::to_string(n);
      one.marks.assign(3, n);
      one.at = rec{n, n};
      one.owned = std::make_unique<rec>(rec{n, 0});
      found.push_back(std::move(one));
    }
    return found;
  }
};
struct largest_copied : service {
  void make(rec **r) override {
    std::vector<rec> v{{1, 2}, {4, 5}, {3, 3}};
    rec *best = largest(v);
    *r = rpc::allocate<rec>();
    if (best)
      **r = *best;
  }
};
struct used_here : service {
  int peek(const rec *r) override {
    rec here = *r;
    rec *p = &here;
    p->a += p->b;
    return p->a;
  }
};
struct replaced : service {
  void make(rec **r) override {
    rec none{};
    *r = &none;
    rec *made = rpc::allocate<rec>();
    *made = **r;
    *r = made;
  }
};
struct nulled : service {
  void make(rec **r) override {
    rec none{7, 7};
    *r = &none;
    log_value((*r)->a);
    *r = nullptr;
  }
};
struct local_list : service {
  int walk(const node *l) override {
    node sentinel{0, nullptr}, second{1, nullptr};
    sentinel.next = &second;
    int count = 0;
    for (const node *n = &sentinel; n; n = n->next)
      ++count;
    for (; l; l = l->next)
      ++count;
    return count;
  }
};
struct sentinel : service {
  void build(node **l) override {
    node first{};
    node *last = &first;
    for (int n = 0; n < 5; ++n) {
      last->next = rpc::allocate<node>();
      last = last->next;
      last->v = n;
    }
    *l = first.next;
  }
};
struct sorted_pointers : service {
  void put(rec *r) override {
    std::array<rec, 3> all{{{3, 0}, {1, 0}, {2, 0}}};
    std::vector<const rec *> order;
    for (const rec &each : all)
      order.push_back(&each);
    std::sort(order.begin(), order.end(), [](auto *x, auto *y) { return x->a < y->a; });
    if (!order.empty())
      *r = *order.front();
  }
};
struct rows_allocated : service {
  void list_rows(table *t) override {
    const std::vector<rec> found{{1, 2}, {3, 4}};
    t->rows = rpc::allocate_array<rec *>(found.size());
    t->n = found.size();
    for (std::size_t n = 0; n < found.size(); ++n) {
      t->rows[n] = rpc::allocate<rec>();
      *t->rows[n] = found[n];
    }
  }
};
struct moved_owner : service {
  std::unique_ptr<rec> lend() override {
    auto mine = std::make_unique<rec>();
    rec *here = mine.get();
    here->a = 3;
    return mine;
  }
};
struct span_of_new : service {
  void fetch(blob *b) override {
    std::span<unsigned char> bytes(rpc::allocate_array<unsigned char>(8), 8);
    std::fill(bytes.begin(), bytes.end(), 'x');
    b->n = bytes.size();
    b->p = bytes.data();
  }
};
struct by_helper_copy : service {
  void who(person *p) override {
    const std::map<std::string, std::string> known{{"ann", "ann@example.org"}, {"bob", "bob@example.org"}};
    if (auto found = known.find("ann"); found != known.end()) {
      p->name = duplicate(found->first);
      p->mail = duplicate(found->second);
      p->age = 30;
    }
  }
};
}

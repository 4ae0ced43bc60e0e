// Memory of the stub that is released or reallocated.
// RUN: %bodies -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/corpus.h"
#include <algorithm>
#include <list>

namespace wrong {
using namespace corpus;

void release(void *p) { free(p); }
template <class T> void destroy(T *p) { delete p; }
void release_all(node *l) {
  if (!l)
    return;
  release_all(l->next);
  free(l);
}
struct rpc_deleter {
  void operator()(void *p) const { rpc::free(p); }
};
struct guard {
  void *memory;
  ~guard() { std::free(memory); }
};
class final_action {
public:
  explicit final_action(rec *r) : r_(r) {}
  ~final_action() { end(); }

private:
  void end() { delete r_; }
  rec *r_;
};

struct by_free : service {
  void scratch(rec *r) override {
    free(r); // expected-warning {{[free-stub-owned]}}
  }
};
struct by_std_free : service {
  int peek(const rec *r) override {
    std::free(const_cast<rec *>(r)); // expected-warning {{[free-stub-owned]}}
    return 0;
  }
};
struct by_delete : service {
  void edit(rec *r) override {
    delete r; // expected-warning {{[free-stub-owned]}}
  }
};
struct by_delete_array : service {
  int sum(unsigned, const int *a) override {
    delete[] a; // expected-warning {{[free-stub-owned]}}
    return 0;
  }
};
struct by_operator : service {
  void scratch(rec *r) override {
    ::operator delete(r); // expected-warning {{[free-stub-owned]}}
  }
};
struct by_rpc_free : service {
  void visit(node *l) override {
    rpc::free(l); // expected-warning {{[free-stub-owned]}}
  }
};
struct by_user_free : service {
  void put(rec *r) override {
    midl_user_free(r); // expected-warning {{[free-stub-owned]}}
  }
};
struct by_unique : service {
  void scratch(rec *r) override {
    const std::unique_ptr<rec> mine(r); // expected-warning {{[free-stub-owned]}}
  }
};
struct by_unique_reset : service {
  int look(const rec *r) override {
    std::unique_ptr<const rec> mine;
    mine.reset(r); // expected-warning {{[free-stub-owned]}}
    return 0;
  }
};
struct by_unique_deleter : service {
  void scratch(rec *r) override {
    std::unique_ptr<rec, rpc_deleter> mine(r); // expected-warning {{[free-stub-owned]}}
  }
};
struct by_unique_function : service {
  void edit(rec *r) override {
    std::unique_ptr<rec, decltype(&rpc::free)> mine(r, &rpc::free); // expected-warning {{[free-stub-owned]}}
  }
};
struct by_shared : service {
  void scratch(rec *r) override {
    std::shared_ptr<rec> mine(r); // expected-warning {{[free-stub-owned]}}
  }
};
struct by_shared_deleter : service {
  void scratch(rec *r) override {
    auto mine = std::shared_ptr<rec>(r, [](rec *p) { free(p); }); // expected-warning {{[free-stub-owned]}}
  }
};
struct by_guard : service {
  void scratch(rec *r) override {
    guard end{r}; // expected-warning {{[free-stub-owned]}}
  }
};
struct by_action : service {
  void edit(rec *r) override {
    final_action end(r); // expected-warning {{[free-stub-owned]}}
    r->a = 1;
  }
};
struct by_helper : service {
  void scratch(rec *r) override {
    release(r); // expected-warning {{[free-stub-owned]}}
  }
};
struct by_template : service {
  void scratch(rec *r) override {
    destroy(r); // expected-warning {{[free-stub-owned]}}
  }
};
struct by_lambda : service {
  void scratch(rec *r) override {
    [](rec *p) { delete p; }(r); // expected-warning {{[free-stub-owned]}}
  }
};
struct by_default_delete : service {
  void scratch(rec *r) override {
    std::default_delete<rec>()(r); // expected-warning {{[free-stub-owned]}}
  }
};
struct of_text : service {
  int measure(const char *s) override {
    free(const_cast<char *>(s)); // expected-warning {{[free-stub-owned]}}
    return 0;
  }
};
struct one_way : service {
  int look(const rec *r) override {
    if (r && r->a == 0) {
      delete r; // expected-warning {{[free-stub-owned]}}
      return 0;
    }
    return 1;
  }
};

struct name : service {
  void rename(person *p) override {
    free(p->name); // expected-warning {{[free-embedded]}}
    p->name = rpc::allocate_array<char>(2);
  }
};
struct name_unique : service {
  void adopt(person *p) override {
    std::unique_ptr<char[]> mine(p->name); // expected-warning {{[free-embedded]}}
  }
};
struct name_replaced : service {
  void rename(person *p) override {
    char *old = std::exchange(p->name, rpc::allocate_array<char>(2));
    rpc::free(old); // expected-warning {{[free-embedded]}}
  }
};
struct bytes : service {
  void drain(blob *b) override {
    rpc::free(b->p); // expected-warning {{[free-embedded]}}
  }
};
struct bytes_guard : service {
  void drain(blob *b) override {
    const guard end{b->p}; // expected-warning {{[free-embedded]}}
  }
};
struct next_node : service {
  void visit(node *l) override {
    release(l->next); // expected-warning {{[free-embedded]}}
  }
};
struct every_node : service {
  void visit(node *l) override {
    release_all(l->next); // expected-warning {{[free-embedded]}}
  }
};
struct loop_of_nodes : service {
  void visit(node *l) override {
    for (node *n = l->next; n;) {
      node *gone = n;
      n = n->next;
      delete gone; // expected-warning {{[free-embedded]}}
    }
  }
};
struct child : service {
  void prune(tree *t) override {
    delete t->left; // expected-warning {{[free-embedded]}}
  }
};
struct row : service {
  int rows(const table *t) override {
    for (unsigned n = 0; n < t->n; ++n)
      free(t->rows[n]); // expected-warning {{[free-embedded]}}
    return 0;
  }
};

struct text_longer : service {
  void append(char *s) override {
    log_value(realloc(s, 100) != nullptr); // expected-warning {{[realloc-stub-owned]}}
  }
};
struct bytes_longer : service {
  void drain(blob *b) override {
    auto *more = static_cast<unsigned char *>(std::realloc(b->p, 100)); // expected-warning {{[realloc-stub-owned]}}
    log_value(more != nullptr);
  }
};
struct bytes_by_helper : service {
  static void *grown(void *p) { return realloc(p, 64); }
  void drain(blob *b) override {
    log_value(grown(b->p) != nullptr); // expected-warning {{[realloc-stub-owned]}}
  }
};
struct array_longer : service {
  int sum(unsigned, const int *a) override {
    void *p = realloc(const_cast<int *>(a), 4); // expected-warning {{[realloc-stub-owned]}}
    return p != nullptr;
  }
};
struct array_reallocarray : service {
  void drain(blob *b) override {
    void *p = reallocarray(b->p, 2, 8); // expected-warning {{[realloc-stub-owned]}}
    log_value(p != nullptr);
  }
};

struct deleted : service {
  void drop(ring *r) override {
    delete r; // expected-warning {{[reflect-free]}}
  }
};
struct freed : service {
  void drop(ring *r) override {
    if (r)
      std::free(r->next); // expected-warning {{[reflect-free]}}
  }
};
struct owned : service {
  void drop(ring *r) override {
    std::unique_ptr<ring> mine(r); // expected-warning {{[reflect-free]}}
  }
};
struct by_helper_freed : service {
  void drop(ring *r) override {
    release(r); // expected-warning {{[reflect-free]}}
  }
};
struct rest_deleted : service {
  void drop_rest(ring *r) override {
    ring *rest = std::exchange(r->next, nullptr);
    delete rest; // expected-warning {{[reflect-free]}}
  }
};
}

namespace right {
using namespace corpus;

template <class T> struct leave {
  void operator()(T *) const {}
};
struct log_guard {
  const rec *r;
  ~log_guard() { log_value(r->a); }
};
void release(void *p) { free(p); }

struct own_memory : service {
  int peek(const rec *r) override {
    rec *copy = new rec(*r);
    const int a = copy->a;
    delete copy;
    void *buffer = malloc(16);
    release(buffer);
    return a;
  }
  void scratch(rec *r) override {
    auto copy = std::make_unique<rec>(*r);
    copy->a = 1;
    copy.reset();
    std::unique_ptr<rec, decltype(&rpc::free)> other(rpc::allocate<rec>(), &rpc::free);
    log_value(other->a);
  }
};
struct own_text : service {
  int measure(const char *s) override {
    char *copy = strdup(s);
    for (char *at = copy; at && *at; ++at)
      *at = *at == ' ' ? '_' : *at;
    log_line(copy ? copy : "");
    free(copy);
    return 0;
  }
};
struct own_list : service {
  std::list<rec> kept;
  int peek(const rec *r) override {
    kept.push_back(*r);
    if (kept.size() > 10)
      kept.pop_front();
    auto *copy = new rec(kept.back());
    std::unique_ptr<rec> mine(copy);
    return mine->a;
  }
};
struct own_nodes : service {
  node *all = nullptr;
  void visit(node *l) override {
    while (all) {
      node *gone = std::exchange(all, all->next);
      delete gone;
    }
    for (const node *n = l; n; n = n->next)
      all = new node{n->v, all};
  }
};
struct unowning : service {
  int peek(const rec *r) override {
    std::unique_ptr<const rec, leave<const rec>> here(r);
    std::shared_ptr<const rec> shared(r, [](const rec *) {});
    return here->a + shared->b;
  }
};
struct released : service {
  void scratch(rec *r) override {
    std::unique_ptr<rec> mine(r);
    const int a = mine->a;
    mine.release();
    log_value(a);
  }
};
struct guarded : service {
  int peek(const rec *r) override {
    log_guard end{r};
    return r->b;
  }
};
struct replaced : service {
  void rename(person *p) override {
    char *temporary = static_cast<char *>(malloc(8));
    if (!temporary)
      throw rpc::error(rpc::status::call_failed);
    memcpy(temporary, "unknown", 8);
    p->name = rpc::allocate_array<char>(8);
    memcpy(p->name, temporary, 8);
    free(temporary);
  }
};
struct grown : service {
  int weigh(const blob *b) override {
    auto *bytes = static_cast<unsigned char *>(malloc(b->n + 1));
    if (!bytes)
      return -1;
    std::copy_n(b->p, b->n, bytes);
    if (auto *more = static_cast<unsigned char *>(realloc(bytes, b->n + 16)))
      bytes = more;
    bytes[b->n] = 0;
    free(bytes);
    return 0;
  }
};
struct reflected : service {
  void drop(ring *r) override {
    if (r)
      rpc::free(r->next);
    midl_user_free(r);
  }
};
struct standard : service {
  int take(std::unique_ptr<rec> r) override {
    const int a = r ? r->a : 0;
    r.reset();
    delete new rec{a, a};
    return a;
  }
  void update(item &i) override {
    delete i.owned.release();
    i.shared.reset();
    i.marks.clear();
    i.marks.shrink_to_fit();
  }
};
}

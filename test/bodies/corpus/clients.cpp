// What callers do with the results of calls.
// RUN: %bodies -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/corpus.h"
#include <rpc/orphans.h>

#include <algorithm>
#include <functional>
#include <map>

using corpus::client;
using corpus::node;
using corpus::person;
using corpus::rec;

namespace wrong {
int first(const node *l) { return l ? l->v : 0; }

void dropped(const client &c) {
  c.give(); // expected-warning {{[orphan-client]}}
}
int dropped_read(const client &c) {
  return c.give()->a; // expected-warning {{[orphan-client]}}
}
int never_freed(const client &c) {
  rec *r = c.give(); // expected-warning {{[orphan-client]}}
  return r->a;
}
int out_never_freed(const client &c) {
  rec *r = nullptr;
  c.make(&r); // expected-warning {{[orphan-client]}}
  return r ? r->a : 0; }
int text_never_freed(const client &c) {
  char *s = c.caption(); // expected-warning {{[orphan-client]}}
  return static_cast<int>(strlen(s));
}
std::string text_copied(const client &c) {
  return std::string(c.caption()); // expected-warning {{[orphan-client]}}
}
int assigned(const client &c) {
  rec *r = c.give();
  r = c.give(); // expected-warning {{[orphan-client]}}
  const int a = r->a;
  rpc::free(r);
  return a;
}
void in_loop(const client &c) {
  node *l = nullptr;
  for (int n = 0; n < 3; ++n)
    l = c.list(); // expected-warning {{[orphan-client]}}
  rpc::free(l);
}
void called_again(const client &c) {
  char *s;
  c.title(&s);
  log_line(s);
  c.title(&s); // expected-warning {{[orphan-client]}}
  rpc::free(s);
}
void reseated(const client &c) {
  rec *r = nullptr;
  c.fresh(r);
  c.fresh(r); // expected-warning {{[orphan-client]}}
  rpc::free(r);
}
void nulled(const client &c) {
  rec *r = c.give();
  log_value(r->b);
  r = nullptr; // expected-warning {{[orphan-client]}}
}
void by_helper(const client &c) {
  node *l = c.list(); // expected-warning {{[orphan-client]}}
  log_value(first(l));
}
void unset(const client &c) {
  node *l;
  c.trim_top(&l); // expected-warning {{[orphan-client]}}
  rpc::free(l);
}
void unset_reference(const client &c) {
  node *l;
  c.turn(l); // expected-warning {{[orphan-client]}}
  rpc::free(l);
}
// Memory that is released twice, used afterwards, or released in another way.
void freed_twice(const client &c) {
  rec *r = c.give();
  rpc::free(r);
  rpc::free(r); // expected-warning {{[dangling-client]}}
}
void freed_twice_by_owner(const client &c) {
  std::unique_ptr<rec, decltype(&rpc::free)> r(c.give(), &rpc::free);
  rpc::free(r.get()); // expected-warning {{[dangling-client]}}
}
int used_after_free(const client &c) {
  rec *r = c.give();
  rpc::free(r);
  return r->a; // expected-warning {{[dangling-client]}}
}
int sent_after_free(const client &c) {
  rec *r = c.give();
  rpc::free(r);
  return c.peek(r); // expected-warning {{[dangling-client]}}
}
void deleted(const client &c) {
  rec *r = c.give();
  delete r; // expected-warning {{[deallocator-client]}}
}
int deleted_by_owner(const client &c) {
  std::unique_ptr<rec> r(c.give()); // expected-warning {{[deallocator-client]}}
  return r->a;
}
int deleted_by_shared(const client &c) {
  auto r = std::shared_ptr<rec>(c.give()); // expected-warning {{[deallocator-client]}}
  return r->a;
}
int read_after_error(const client &c) {
  rec *r = nullptr;
  try {
    c.make(&r);
  } catch (const rpc::error &) {
    return r->a; // expected-warning {{[failed-read-client]}}
  }
  rpc::free(r);
  return 0;
}
}

namespace right {
struct free_memory {
  void operator()(void *p) const { rpc::free(p); }
};
template <class T> using owner = std::unique_ptr<T, free_memory>;
struct free_at_end {
  void *memory;
  ~free_at_end() { rpc::free(memory); }
};
void release(node *l) {
  while (l) {
    node *next = l->next;
    rpc::free(l);
    l = next;
  }
}
rec *fetched(const client &c) { return c.give(); }

int freed(const client &c) {
  rec *r = c.give();
  const int a = r ? r->a : 0;
  rpc::free(r);
  return a;
}
int owned(const client &c) {
  const owner<rec> r(c.give());
  return r ? r->a : 0;
}
std::string owned_text(const client &c) {
  const owner<char> s(c.caption());
  return s ? std::string(s.get()) : std::string();
}
int owned_by_function(const client &c) {
  std::unique_ptr<rec, void (*)(void *)> r(c.give(), rpc::free);
  std::shared_ptr<rec> shared(c.give(), rpc::free);
  return r->a + shared->b;
}
int guarded(const client &c) {
  rec *r = nullptr;
  c.make(&r);
  const free_at_end end{r};
  if (!r)
    return 0;
  return r->a > 3 ? r->a : r->b;
}
void list_freed(const client &c) {
  node *l = nullptr;
  c.build(&l);
  for (const node *n = l; n; n = n->next)
    log_value(n->v);
  release(l);
}
int list_walked_freed(const client &c) {
  int sum = 0;
  for (node *n = c.list(); n;) {
    sum += n->v;
    node *gone = std::exchange(n, n->next);
    rpc::free(gone);
  }
  return sum;
}
void in_loop(const client &c) {
  for (int n = 0; n < 3; ++n) {
    char *s = nullptr;
    c.title(&s);
    log_line(s ? s : "");
    rpc::free(s);
  }
}
int caught(const client &c) {
  rec *r = nullptr;
  try {
    c.make(&r);
  } catch (const rpc::error &e) {
    log_line(e.what());
    return -1;
  }
  const int a = r ? r->a : 0;
  rpc::free(r);
  return a;
}
int within_scope(const client &c) {
  const rpc::stub_memory_scope all;
  rec *r = c.give();
  node *l = c.list();
  return r->a + (l ? l->v : 0);
}
struct cache {
  std::map<int, rec *> known;
  rec *last = nullptr;
  ~cache() {
    for (const auto &[key, r] : known)
      rpc::free(r);
    rpc::free(last);
  }
  void load(const client &c) {
    known[1] = c.give();
    rpc::free(std::exchange(last, c.give()));
    rec *r = c.give();
    if (!known.emplace(2, r).second)
      rpc::free(r);
  }
};
rec *handed_on(const client &c) {
  rec *r = fetched(c);
  if (!r)
    r = c.give();
  return r;
}
void storage_of_the_caller(const client &c) {
  rec r{};
  c.put(&r);
  c.edit(&r);
  std::array<int, 8> numbers{};
  c.fill(numbers.size(), numbers.data());
  rec *p = &r;
  log_value(c.peek(p));
}
void grown(const client &c) {
  node first{1, nullptr};
  c.trim(&first);
  node *l = first.next;
  release(l);
}
void reseated(const client &c) {
  rec *r = nullptr;
  c.fresh(r);
  rec *old = r;
  c.fresh(r);
  rpc::free(old);
  rpc::free(r);
}
void freed_one_way(const client &c, bool wanted) {
  rec *r = nullptr;
  if (wanted)
    c.make(&r);
  if (r) {
    log_value(r->a);
    rpc::free(r);
    r = nullptr;
  }
}
// Results of the standard library have nothing to release.
std::size_t standard(const client &c) {
  c.text();
  std::string s = c.text();
  s = c.text();
  auto all = c.all();
  all = c.all();
  std::optional<rec> r;
  c.find("root", r);
  c.find("ann", r);
  c.lend();
  auto lent = c.lend();
  lent = c.lend();
  std::sort(all.begin(), all.end(), [](const auto &x, const auto &y) { return x.name < y.name; });
  return s.size() + all.size() + (r ? 1 : 0) + (lent ? 1 : 0);
}
int standard_in(const client &c) {
  corpus::item i;
  i.name = "one";
  i.owned = std::make_unique<rec>();
  c.update(i);
  c.update(i);
  int sum = c.say("text") + c.speak("text") + c.maybe(rec{1, 2}) + c.own(i.owned);
  try {
    sum += c.total_of(i.marks);
  } catch (const rpc::error &) {
    sum = 0;
  }
  return sum;
}
}

// Callers that lose memory of results, release it wrongly, or read what is not
// there.
// RUN: %bodies -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/corpus.h"

#include <functional>
#include <future>
#include <map>

using corpus::blob;
using corpus::chunk;
using corpus::client;
using corpus::node;
using corpus::person;
using corpus::rec;
using corpus::tree;

struct freed {
  void operator()(void *memory) const { rpc::free(memory); }
};
struct deleted {
  void operator()(rec *r) const { delete r; }
};
template <class T> using owner = std::unique_ptr<T, freed>;
int length(const node *l);
bool ready();

namespace lost {
int sum(const node *l) {
  int total = 0;
  for (; l; l = l->next)
    total += l->v;
  return total;
}
rec *fetch(const client &c) { return c.give(); }
void fetch_into(const client &c, rec **r) { c.make(r); }
void forget(rec *&r) { r = nullptr; }

int early_return(const client &c) {
  rec *r = c.give(); // expected-warning {{[orphan-client]}}
  if (r->a > 3)
    return r->a;
  rpc::free(r);
  return 0;
}
int early_throw(const client &c) {
  rec *r = c.give(); // expected-warning {{[orphan-client]}}
  if (r->a < 0)
    throw std::runtime_error("negative");
  rpc::free(r);
  return 0;
}
int second_call_fails(const client &c) {
  rec *r = c.give(); // expected-warning {{[orphan-client]}}
  try {
    c.edit(r);
  } catch (const rpc::error &) {
    return -1;
  }
  const int a = r->a;
  rpc::free(r);
  return a;
}
int by_wrapper(const client &c) {
  rec *r = fetch(c); // expected-warning {{[orphan-client]}}
  return r->a;
}
int by_parameter(const client &c) {
  rec *r = nullptr;
  fetch_into(c, &r); // expected-warning {{[orphan-client]}}
  return r ? r->b : 0;
}
void forgotten(const client &c) {
  rec *r = c.give();
  log_value(r->a);
  forget(r); // expected-warning {{[orphan-client]}}
}
int in_pages(const client &c) {
  int total = 0;
  for (int page = 0; page < 10; ++page) {
    node *l = nullptr;
    c.try_build(page, &l); // missed by some versions of clang: expected-warning 0-1 {{[orphan-client]}}
    for (node *n = l; n; n = n->next)
      total += n->v;
  }
  return total;
}
int while_pages(const client &c) {
  int page = 0, total = 0;
  node *l = nullptr;
  while (c.try_build(page++, &l) == 0 && l) // expected-warning {{[orphan-client]}}
    total += l->v;
  return total;
}
void left_by_break(const client &c) {
  for (;;) {
    rec *r = c.give(); // expected-warning {{[orphan-client]}}
    if (r->a == 0)
      break;
    rpc::free(r);
  }
}
void left_by_continue(const client &c, int count) {
  for (int i = 0; i < count; ++i) {
    rec *r = c.give(); // expected-warning {{[orphan-client]}}
    if (r->a == 0)
      continue;
    log_value(r->b);
    rpc::free(r);
  }
}
int only_the_last(const client &c) {
  rec *last = nullptr;
  for (int i = 0; i < 4; ++i) {
    last = c.give(); // expected-warning {{[orphan-client]}}
    log_value(last->a);
  }
  const int a = last->a;
  rpc::free(last);
  return a;
}
int head_skipped(const client &c) {
  node *l = c.list();
  if (!l)
    return 0;
  l = l->next; // expected-warning {{[orphan-client]}}
  const int v = l ? l->v : 0;
  rpc::free(l);
  return v;
}
void swapped(const client &c) {
  rec *x = c.give(), *y = nullptr; // expected-warning {{[orphan-client]}}
  std::swap(x, y);
  log_value(y->a);
  rpc::free(x);
}
int exchanged(const client &c) {
  rec *r = c.give();
  const int a = r->a;
  std::exchange(r, nullptr); // expected-warning {{[orphan-client]}}
  return a;
}
int released_owner(const client &c) {
  owner<rec> r(c.give());
  const int a = r->a;
  r.release(); // expected-warning {{[orphan-client]}}
  return a;
}
int in_structure(const client &c) {
  struct holder { rec *r; int n; } h{c.give(), 1}; // expected-warning {{[orphan-client]}}
  return h.r->a + h.n;
}
int in_array(const client &c) {
  rec *both[] = {c.give(), nullptr}; // expected-warning {{[orphan-client]}}
  return both[0]->a;
}
int as_argument(const client &c) {
  return c.peek(c.give()); // expected-warning {{[orphan-client]}}
}
int walked(const client &c) {
  return sum(c.list()); // expected-warning {{[orphan-client]}}
}
std::string named(const client &c) {
  const char *s = c.caption(); // expected-warning {{[orphan-client]}}
  std::string text = s;
  return text + "!";
}
std::string viewed(const client &c) {
  const std::string_view s = c.caption(); // expected-warning {{[orphan-client]}}
  return std::string(s);
}
std::string badge(const client &c) {
  const char *s = nullptr;
  c.badge(&s); // expected-warning {{[orphan-client]}}
  return s ? s : "";
}
int numbers(const client &c, unsigned n) {
  int *a = nullptr;
  c.spread(n, &a); // expected-warning {{[orphan-client]}}
  int total = 0;
  for (unsigned i = 0; i < n; ++i)
    total += a[i];
  return total;
}
int one_of_two(const client &c) {
  rec *x = nullptr, *y = nullptr;
  c.two(&x, &y); // expected-warning {{[orphan-client]}}
  const int a = (x ? x->a : 0) + (y ? y->a : 0);
  rpc::free(x);
  return a;
}
void replaced(const client &c) {
  rec *r = nullptr;
  c.make(&r);
  log_value(r ? r->a : 0);
  r = c.give(); // expected-warning {{[orphan-client]}}
  rpc::free(r);
}
int turned(const client &c) {
  node *l = c.list();
  c.turn(l); // expected-warning {{[orphan-client]}}
  const int v = l->v;
  rpc::free(l);
  return v;
}
int text_of_person(const client &c) {
  person p{};
  c.who(&p); // expected-warning {{[orphan-client]}}
  return p.name ? static_cast<int>(strlen(p.name)) : 0;
}
int bytes(const client &c) {
  blob b{};
  c.fetch(&b); // expected-warning {{[orphan-client]}}
  int total = 0;
  for (unsigned i = 0; i < b.n; ++i)
    total += b.p[i];
  return total;
}
int one_branch(const client &c, bool verbose) {
  rec *r = c.give(); // expected-warning {{[orphan-client]}}
  const int a = r->a;
  if (verbose)
    rpc::free(r);
  return a;
}
int by_switch(const client &c, int what) {
  rec *r = c.give(); // expected-warning {{[orphan-client]}}
  switch (what) {
  case 1:
    rpc::free(r);
    return 1;
  case 2:
    return r->a;
  default:
    rpc::free(r);
    return 0;
  }
}
int inside_lambda(const client &c) {
  const auto get = [&c] {
    rec *r = c.give(); // expected-warning {{[orphan-client]}}
    return r->a;
  };
  return get();
}
int returned_by_lambda(const client &c) {
  const auto get = [&c] { return c.give(); };
  rec *r = get(); // expected-warning {{[orphan-client]}}
  return r->b;
}
int in_thread(const client &c) {
  auto later = std::async(std::launch::async, [&c] {
    rec *r = c.give(); // expected-warning {{[orphan-client]}}
    return r->a;
  });
  return later.get();
}
class cache {
public:
  void refresh(const client &c) {
    last_ = c.give();
    log_value(last_->a);
    last_ = c.give(); // expected-warning {{[orphan-client]}}
  }
  int peek(const client &c) const {
    rec *r = c.give(); // expected-warning {{[orphan-client]}}
    return r->a + (last_ ? last_->a : 0);
  }

private:
  rec *last_ = nullptr;
};
template <class T> int generic(const client &c, T *(client::*)() const) {
  T *r = c.give(); // expected-warning {{[orphan-client]}}
  return r->a;
}
int instantiated(const client &c) { return generic<rec>(c, &client::give); }
rec copied(const client &c) {
  return *c.give(); // expected-warning {{[orphan-client]}}
}
rec copied_by_name(const client &c) {
  rec *r = c.give(); // expected-warning {{[orphan-client]}}
  rec copy = *r;
  return copy;
}
int by_reference(const client &c) {
  const rec &r = *c.give(); // expected-warning {{[orphan-client]}}
  return r.a + r.b;
}
int child(const client &c) {
  tree t{};
  c.grow(&t); // expected-warning {{[orphan-client]}}
  return t.left ? t.left->key : 0;
}
}

namespace dangling {
void release(rec *r) { rpc::free(r); }

void by_helper(const client &c) {
  rec *r = c.give();
  release(r);
  rpc::free(r); // expected-warning {{[dangling-client]}}
}
int helper_then_read(const client &c) {
  rec *r = nullptr;
  c.make(&r);
  release(r);
  return r->a; // expected-warning {{[dangling-client]}}
}
void error_path(const client &c) {
  rec *r = c.give();
  if (!ready())
    rpc::free(r);
  log_value(c.ask(3));
  rpc::free(r); // expected-warning {{[dangling-client]}}
}
void both_names(const client &c) {
  rec *r = c.give(), *same = r;
  rpc::free(r);
  rpc::free(same); // expected-warning {{[dangling-client]}}
}
void written(const client &c) {
  rec *r = c.give();
  rpc::free(r);
  r->a = 3; // expected-warning {{[dangling-client]}}
}
int list_walked(const client &c) {
  node *l = c.list();
  int total = l ? l->v : 0;
  rpc::free(l);
  l = l->next; // expected-warning {{[dangling-client]}}
  return total + (l ? l->v : 0);
}
std::string text(const client &c) {
  char *s = c.caption();
  rpc::free(s);
  return s; // expected-warning {{[dangling-client]}}
}
void logged(const client &c) {
  char *s = nullptr;
  c.title(&s);
  rpc::free(s);
  log_line(s); // expected-warning {{[dangling-client]}}
}
int owner_gone(const client &c) {
  rec *r;
  {
    owner<rec> o(c.give());
    r = o.get();
  }
  return r->a; // expected-warning {{[dangling-client]}}
}
int owner_reset(const client &c) {
  owner<rec> o(c.give());
  rec *r = o.get();
  o.reset();
  return r->a; // expected-warning {{[dangling-client]}}
}
void two_owners(const client &c) {
  rec *r = c.give();
  owner<rec> x(r);
  owner<rec> y(r); // expected-warning {{[dangling-client]}}
}
int lambda_frees(const client &c) {
  rec *r = c.give();
  const auto done = [r] { rpc::free(r); };
  done();
  return r->a; // expected-warning {{[dangling-client]}}
}
int copied_late(const client &c) {
  rec *r = c.give();
  midl_user_free(r);
  rec copy;
  memcpy(&copy, r, sizeof copy); // expected-warning {{[dangling-client]}}
  return copy.a;
}
int part(const client &c) {
  rec *r = c.give();
  const int &a = r->a;
  rpc::free(r);
  return a + r->b; // expected-warning {{[dangling-client]}}
}
void sent_again(const client &c) {
  node *l = nullptr;
  c.trim_top(&l);
  rpc::free(l);
  c.trim_top(&l); // expected-warning {{[dangling-client]}}
  rpc::free(l);
}
}

namespace otherwise {
void array_delete(const client &c) {
  char *s = c.caption();
  delete[] s; // expected-warning {{[deallocator-client]}}
}
void every_node(const client &c) {
  for (node *l = c.list(); l;) {
    node *next = l->next;
    free(l); // expected-warning {{[deallocator-client]}}
    l = next;
  }
}
void kept_in_owner(const client &c) {
  std::unique_ptr<rec> r;
  r.reset(c.give()); // expected-warning {{[deallocator-client]}}
}
void assigned_owner(const client &c) {
  std::unique_ptr<rec> r;
  rec *got = c.give();
  r = std::unique_ptr<rec>(got); // expected-warning {{[deallocator-client]}}
}
void by_class(const client &c) {
  std::unique_ptr<rec, deleted> r(c.give()); // expected-warning {{[deallocator-client]}}
}
void by_lambda(const client &c) {
  auto d = [](char *s) { free(s); };
  std::unique_ptr<char, decltype(d)> s(c.caption(), d); // expected-warning {{[deallocator-client]}}
}
void text_in_person(const client &c) {
  person *p = nullptr;
  if (c.try_who(1, &p) == 0 && p) {
    delete[] p->name; // expected-warning {{[deallocator-client]}}
    rpc::free(p);
  }
}
void shared_reset(const client &c) {
  std::shared_ptr<rec> r;
  r.reset(c.give(), [](rec *each) { delete each; }); // expected-warning {{[deallocator-client]}}
}
void by_default(const client &c) {
  std::default_delete<rec>()(c.give()); // expected-warning {{[deallocator-client]}}
}
}

namespace after_failure {
int walked(const client &c) {
  node *l = nullptr;
  try {
    c.build(&l);
  } catch (const rpc::error &) {
    log_line("failed");
  }
  const int v = l->v; // expected-warning {{[failed-read-client]}}
  rpc::free(l);
  return v;
}
int filled(const client &c) {
  rec r;
  try {
    c.put(&r);
  } catch (const std::exception &e) {
    log_line(e.what());
  }
  return r.a; // expected-warning {{[failed-read-client]}}
}
int reported(const client &c) {
  rec r{};
  try {
    c.put(&r);
  } catch (...) {
    log_value(r.a); // expected-warning {{[failed-read-client]}}
    throw;
  }
  return r.b;
}
int first_of(const client &c) {
  int a[4];
  try {
    c.fill(4, a);
  } catch (const rpc::error &) {
    return a[0]; // expected-warning {{[failed-read-client]}}
  }
  return a[1];
}
int copied(const client &c) {
  rec r, to{};
  try {
    c.put(&r);
  } catch (const rpc::error &) {
    to = r; // expected-warning 1+ {{[failed-read-client]}}
    return to.a; // expected-warning {{[failed-read-client]}}
  }
  return r.a;
}
}

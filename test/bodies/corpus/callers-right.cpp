// Callers that look after the memory of results. None is reported.
// expected-no-diagnostics
// RUN: %bodies %s
#include "Inputs/corpus.h"
#include <rpc/orphans.h>

#include <algorithm>
#include <array>
#include <coroutine>
#include <functional>
#include <future>
#include <map>
#include <mutex>
#include <tuple>

using corpus::blob;
using corpus::client;
using corpus::node;
using corpus::person;
using corpus::rec;
using corpus::table;
using corpus::tree;

struct freed {
  void operator()(void *memory) const { rpc::free(memory); }
};
template <class T> using owner = std::unique_ptr<T, freed>;
struct freed_list {
  void operator()(node *l) const {
    while (l) {
      node *next = l->next;
      rpc::free(l);
      l = next;
    }
  }
};
using list = std::unique_ptr<node, freed_list>;
template <class F> class scope_exit {
public:
  explicit scope_exit(F f) : f_(std::move(f)) {}
  scope_exit(const scope_exit &) = delete;
  ~scope_exit() { f_(); }

private:
  F f_;
};
template <class F> scope_exit<F> finally(F f) { return scope_exit<F>(std::move(f)); }
class any_exit {
public:
  explicit any_exit(std::function<void()> f) : f_(std::move(f)) {}
  ~any_exit() {
    if (f_)
      f_();
  }

private:
  std::function<void()> f_;
};
class freed_at_end {
public:
  explicit freed_at_end(rec *&r) : r_(r) {}
  ~freed_at_end() { rpc::free(r_); }

private:
  rec *&r_;
};
class elsewhere {
public:
  explicit elsewhere(rec **r);
  ~elsewhere();
};
struct pool {
  void add(void *memory);
};
void adopt(rec *r);
void show(const rec *r);
void store(std::vector<rec *> all);
bool ready();
void release(rec *r) { rpc::free(r); }
void release_person(person &p) {
  rpc::free(p.name);
  rpc::free(p.mail);
  p = {};
}
void release_tree(tree *t) {
  if (!t)
    return;
  release_tree(t->left);
  release_tree(t->right);
  rpc::free(t);
}

int plain(const client &c) {
  rec *r = c.give();
  if (!r)
    return 0;
  const int a = r->a;
  rpc::free(r);
  return a;
}
int on_each_way(const client &c, int what) {
  rec *r = c.give();
  switch (what) {
  case 0:
    rpc::free(r);
    return 0;
  case 1:
    release(r);
    return 1;
  default:
    break;
  }
  const int a = r->a;
  midl_user_free(r);
  return a;
}
int by_goto(const client &c) {
  int result = -1;
  node *l = nullptr;
  rec *r = nullptr;
  if (c.try_build(1, &l) != 0)
    goto done;
  r = c.give();
  if (!r || !l)
    goto done;
  result = r->a + l->v;
done:
  rpc::free(r);
  freed_list()(l);
  return result;
}
int by_flag(const client &c) {
  rec *r = nullptr;
  bool have = false;
  if (ready()) {
    c.make(&r);
    have = r != nullptr;
  }
  int a = 0;
  if (have)
    a = r->a;
  if (have)
    rpc::free(r);
  return a;
}
int by_guard(const client &c) {
  rec *r = nullptr;
  const freed_at_end end(r);
  c.make(&r);
  return r ? r->a : 0;
}
int by_lambda_guard(const client &c) {
  rec *r = c.give();
  const scope_exit end([r] { rpc::free(r); });
  if (!r)
    throw std::runtime_error("none");
  return r->a;
}
int by_reference_guard(const client &c) {
  rec *r = nullptr;
  const auto end = finally([&] { rpc::free(r); });
  c.make(&r);
  if (r && r->a > 1)
    return r->a;
  return r ? r->b : 0;
}
int by_function_guard(const client &c) {
  rec *r = nullptr;
  const any_exit end([&r] { rpc::free(r); });
  c.make(&r);
  return r ? r->a : 0;
}
int by_guard_elsewhere(const client &c) {
  rec *r = nullptr;
  const elsewhere end(&r);
  r = c.give();
  return r->a;
}
int by_owner(const client &c) {
  const owner<rec> r(c.give());
  return r ? r->a : 0;
}
int by_lambda_owner(const client &c) {
  const auto gone = [](auto *memory) { rpc::free(memory); };
  std::unique_ptr<rec, decltype(gone)> r(c.give(), gone);
  return r->a;
}
int by_function_owner(const client &c) {
  std::unique_ptr<rec, void (*)(rec *)> r(c.give(), release);
  std::unique_ptr<rec, std::function<void(rec *)>> s(c.give(), [](rec *each) { rpc::free(each); });
  return r->a + s->a;
}
int by_stateless_lambda(const client &c) {
  std::unique_ptr<char, decltype([](char *s) { rpc::free(s); })> s(c.caption());
  return s ? *s : 0;
}
int by_shared(const client &c) {
  std::shared_ptr<rec> r(c.give(), freed());
  std::vector<std::shared_ptr<rec>> all(3, r);
  auto other = r;
  r.reset();
  return other->a + static_cast<int>(all.size());
}
owner<rec> handed_out(const client &c) {
  owner<rec> r(c.give());
  if (r->a < 0)
    r.reset(c.give());
  return r;
}
int taken_over(const client &c) {
  owner<rec> r = handed_out(c);
  owner<rec> s = std::move(r);
  r = owner<rec>(c.give());
  std::swap(r, s);
  return r->a + s->a;
}
int by_out_parameter(const client &c) {
  rec *raw = nullptr;
  c.make(&raw);
  owner<rec> r(raw);
  raw = nullptr;
  return r ? r->a : 0;
}
rec *passed_on(const client &c) {
  rec *r = c.give();
  if (!r)
    throw std::runtime_error("none");
  show(r);
  return r;
}
void out(const client &c, rec **r, rec *&s) {
  c.make(r);
  s = c.give();
}
void given_away(const client &c, pool &memory) {
  rec *r = c.give();
  memory.add(r);
  adopt(c.give());
}
struct pair_of { rec *first; rec *second; };
pair_of both(const client &c) {
  pair_of p{};
  c.two(&p.first, &p.second);
  return p;
}
pair_of both_made(const client &c) { return {c.give(), c.give()}; }
std::pair<rec *, int> counted(const client &c) { return {c.give(), 1}; }
std::tuple<rec *, node *> tied(const client &c) {
  rec *r = c.give();
  node *l = c.list();
  return std::make_tuple(r, l);
}
std::vector<rec *> collected(const client &c) {
  std::vector<rec *> all;
  for (int i = 0; i < 3; ++i)
    all.push_back(c.give());
  return all;
}
int collected_freed(const client &c) {
  std::vector<rec *> all;
  for (int i = 0; i < 3; ++i)
    if (rec *r = c.give())
      all.push_back(r);
  int total = 0;
  for (rec *r : all)
    total += r->a;
  std::for_each(all.begin(), all.end(), [](rec *r) { rpc::free(r); });
  return total;
}
int mapped(const client &c) {
  std::map<int, owner<rec>> known;
  known[1] = owner<rec>(c.give());
  known.emplace(2, c.give());
  return known[1]->a;
}
int in_array(const client &c) {
  rec *all[3];
  for (rec *&r : all)
    r = c.give();
  int total = 0;
  for (int i = 0; i < 3; ++i) {
    total += all[i]->a;
    rpc::free(all[i]);
  }
  return total;
}
int in_pages(const client &c) {
  int total = 0;
  for (int page = 0;; ++page) {
    node *l = nullptr;
    if (c.try_build(page, &l) != 0)
      break;
    const list each(l);
    if (!each)
      return total;
    for (const node *n = each.get(); n; n = n->next)
      total += n->v;
  }
  return total;
}
int pages_freed(const client &c) {
  int total = 0;
  node *l = nullptr;
  for (int page = 0; c.try_build(page, &l) == 0 && l; ++page) {
    for (node *n = l; n;) {
      total += n->v;
      node *next = n->next;
      rpc::free(n);
      n = next;
    }
    l = nullptr;
  }
  return total;
}
int chained(const client &c) {
  node *all = nullptr;
  for (int i = 0; i < 3; ++i) {
    node *l = c.list();
    if (!l)
      continue;
    node *last = l;
    while (last->next)
      last = last->next;
    last->next = all;
    all = l;
  }
  int total = 0;
  while (node *n = all) {
    total += n->v;
    all = n->next;
    rpc::free(n);
  }
  return total;
}
void edited(const client &c) {
  node *l = nullptr;
  c.trim_top(&l);
  node *added = rpc::allocate<node>();
  added->v = 1;
  added->next = l;
  l = added;
  c.trim_top(&l);
  freed_list()(l);
}
void own_list(const client &c) {
  node third{3, nullptr}, second{2, &third}, first{1, &second};
  node *l = &first;
  c.trim_top(&l);
  c.trim(&first);
  first.next = &third;
}
void cut_by_hand(const client &c) {
  node *l = c.list();
  if (l && l->next) {
    node *gone = l->next;
    l->next = gone->next;
    rpc::free(gone);
  }
  freed_list()(l);
}
int persons(const client &c) {
  person p{};
  c.who(&p);
  const int age = p.name && *p.name ? p.age : 0;
  release_person(p);
  c.who(&p);
  log_line(p.mail ? p.mail : "");
  rpc::free(p.name);
  rpc::free(p.mail);
  return age;
}
int one_person(const client &c) {
  person *p = nullptr;
  if (c.try_who(1, &p) != 0 || !p)
    return -1;
  const int age = p->age;
  release_person(*p);
  rpc::free(p);
  return age;
}
int tables(const client &c) {
  table t{};
  c.list_rows(&t);
  int total = 0;
  for (unsigned i = 0; i < t.n; ++i) {
    total += t.rows[i] ? t.rows[i]->a : 0;
    rpc::free(t.rows[i]);
  }
  rpc::free(t.rows);
  return total;
}
int blobs(const client &c) {
  blob b{};
  c.fetch(&b);
  const std::vector<unsigned char> copy(b.p, b.p + b.n);
  rpc::free(b.p);
  return static_cast<int>(copy.size());
}
void trees(const client &c) {
  tree t{};
  c.grow(&t);
  if (t.left)
    log_value(t.left->key);
  release_tree(t.left);
  release_tree(t.right);
}
std::string texts(const client &c) {
  char *s = c.caption();
  std::string text(s ? s : "");
  rpc::free(s);
  const char *b = nullptr;
  c.badge(&b);
  text += b ? b : "";
  rpc::free(const_cast<char *>(b));
  return text;
}
int kept(const client &c) {
  static rec *last = nullptr;
  rpc::free(last);
  last = c.give();
  return last ? last->a : 0;
}
class cache {
public:
  ~cache() { rpc::free(last_); }
  void refresh(const client &c) {
    rec *r = c.give();
    std::swap(r, last_);
    rpc::free(r);
  }
  rec *get(const client &c) {
    std::lock_guard lock(mutex_);
    if (!last_)
      last_ = c.give();
    return last_;
  }
  void own(const client &c) {
    owned_.reset(c.give());
    all_.emplace_back(c.give());
  }

private:
  std::mutex mutex_;
  rec *last_ = nullptr;
  owner<rec> owned_;
  std::vector<owner<rec>> all_;
};
class reader {
public:
  explicit reader(const client &c) : r_(c.give()) {}
  ~reader() { rpc::free(r_); }
  int a() const { return r_->a; }

private:
  rec *r_;
};
int by_class(const client &c) {
  const reader each(c);
  return each.a();
}
int in_thread(const client &c) {
  auto later = std::async(std::launch::async, [&c] { return c.give(); });
  rec *r = later.get();
  const int a = r->a;
  rpc::free(r);
  return a;
}
int thread_frees(const client &c) {
  rec *r = c.give();
  std::thread t([r] { rpc::free(r); });
  t.join();
  auto done = std::async([s = owner<rec>(c.give())] { return s->a; });
  return done.get();
}
void promised(const client &c, std::promise<rec *> &p) { p.set_value(c.give()); }
void called_back(const client &c, const std::function<void(rec *)> &take) { take(c.give()); }
template <class F> void with(const client &c, F use) {
  rec *r = c.give();
  use(*r);
  rpc::free(r);
}
int visited(const client &c) {
  int total = 0;
  with(c, [&](const rec &r) { total += r.a; });
  return total;
}
struct task {
  struct promise_type {
    task get_return_object() { return {}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_value(rec *r) { result = r; }
    std::suspend_always yield_value(rec *r) { result = r; return {}; }
    void unhandled_exception() {}
    rec *result = nullptr;
  };
};
task returned_later(const client &c) {
  rec *r = c.give();
  co_return r;
}
task one_by_one(const client &c) {
  for (int i = 0; i < 3; ++i)
    co_yield c.give();
  co_return nullptr;
}
task owned_by_coroutine(const client &c) {
  owner<rec> r(c.give());
  co_await std::suspend_always();
  log_value(r->a);
  co_return r.release();
}
int all_caught(const client &c) {
  rec *r = nullptr, *s = nullptr;
  try {
    r = c.give();
    c.make(&s);
    c.edit(r);
  } catch (const rpc::error &) {
    rpc::free(r);
    rpc::free(s);
    return -1;
  }
  const int a = r->a + (s ? s->a : 0);
  rpc::free(r);
  rpc::free(s);
  return a;
}
int rethrown(const client &c) {
  rec *r = c.give();
  try {
    c.edit(r);
  } catch (...) {
    rpc::free(r);
    throw;
  }
  const int a = r->a;
  rpc::free(r);
  return a;
}
int tried_again(const client &c) {
  for (int tries = 0; tries < 3; ++tries) {
    try {
      rec *r = c.give();
      const int a = r ? r->a : 0;
      rpc::free(r);
      return a;
    } catch (const rpc::error &e) {
      log_line(e.what());
    }
  }
  return -1;
}
int failed_but_set(const client &c) {
  rec r{};
  int n = 0;
  try {
    c.put(&r);
    n = r.a;
  } catch (const rpc::error &) {
    n = -1;
    r.a = 2;
    log_value(r.a);
  }
  return n + r.b;
}
int scopes(const client &c) {
  const rpc::stub_memory_scope all;
  node *l = c.list();
  l = c.list();
  return l ? l->v : 0;
}
int by_condition(const client &c, bool want) {
  rec *r = want ? c.give() : nullptr;
  const int a = r ? r->a : 0;
  if (want)
    rpc::free(r);
  return a;
}
int chosen(const client &c) {
  rec *x = c.give(), *y = c.give();
  rec *larger = x->a > y->a ? x : y;
  const int a = larger->a;
  rpc::free(x);
  rpc::free(y);
  return a;
}
int as_void(const client &c) {
  void *memory = c.give();
  const int a = static_cast<rec *>(memory)->a;
  rpc::free(memory);
  return a;
}
int as_number(const client &c) {
  const auto address = reinterpret_cast<std::uintptr_t>(c.give());
  rpc::free(reinterpret_cast<void *>(address));
  return 0;
}
int aborted(const client &c) {
  rec *r = c.give();
  if (r->a < 0)
    std::abort();
  rpc::free(r);
  return 0;
}
int recursive(const client &c, int depth) {
  rec *r = c.give();
  const int a = depth > 0 ? recursive(c, depth - 1) : r->a;
  rpc::free(r);
  return a;
}
int last_one(const client &c) {
  rec *last = nullptr;
  for (int i = 0; i < 3; ++i) {
    rpc::free(last);
    last = c.give();
  }
  const int a = last ? last->a : 0;
  rpc::free(last);
  return a;
}
struct proxy : corpus::service {
  explicit proxy(const client &to) : to(to) {}
  rec *give() override { return to.give(); }
  int ask(unsigned) override { return to.give()->a; }
  void make(rec **r) override { *r = to.give(); }
  const client &to;
};
std::size_t standard(const client &c) {
  c.text();
  std::string s = c.text();
  s = c.text();
  auto all = c.all();
  c.lend();
  std::unique_ptr<rec> lent = c.lend();
  lent = c.lend();
  rec *seen = lent.get();
  const std::unique_ptr<rec> own = std::make_unique<rec>(*seen);
  std::optional<rec> found;
  c.find("x", found);
  return s.size() + all.size() + static_cast<std::size_t>(own->a + (found ? found->a : 0));
}
int several_by_list(const client &c) {
  rec *x = nullptr, *y = nullptr;
  c.two(&x, &y);
  const int a = x && y ? x->a + y->a : 0;
  for (void *p : {static_cast<void *>(x), static_cast<void *>(y)})
    rpc::free(p);
  return a;
}
int other_than_local(const client &c) {
  rec local{};
  rec *r = &local, *got = nullptr;
  c.make(&got);
  if (got)
    r = got;
  const int a = r->a;
  if (r != &local)
    rpc::free(r);
  return a;
}
int in_standard_array(const client &c) {
  std::array<rec *, 2> all{c.give(), c.give()};
  const int sum = all[0]->a + all[1]->a;
  for (rec *r : all)
    rpc::free(r);
  return sum;
}
int in_owned_array(const client &c) {
  const auto all = std::make_unique<rec *[]>(3);
  for (int i = 0; i < 3; ++i)
    all[i] = c.give();
  int sum = 0;
  for (int i = 0; i < 3; ++i) {
    sum += all[i]->a;
    rpc::free(all[i]);
  }
  return sum;
}

// Callers of a service of letters as they should be: silent.
// RUN: %bodies -fexceptions -Wno-unused-variable -Xclang -verify-ignore-unexpected=note %s
// expected-no-diagnostics
#include "Inputs/mail.h"

using mail::client;
using mail::service;

template <class F> class finally {
  F f_;

public:
  explicit finally(F f) : f_(std::move(f)) {}
  ~finally() { f_(); }
};


namespace callers {
using mail::address;
using mail::folder;
using mail::letter;
struct freed {
  void operator()(void *p) const { rpc::free(p); }
};
struct pending { letter *l = nullptr; int n = 0; };
struct holder {
  letter *l = nullptr;
  ~holder() { rpc::free(l); }
};
struct task {
  struct promise_type {
    task get_return_object() { return {}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};
void dispose(letter *l) {
  if (l)
    rpc::free(l);
}

int plain(const client &c) {
  letter *l = c.take(1);
  const int id = static_cast<int>(l->id);
  rpc::free(l);
  return id;
}
void by_helper(const client &c) { dispose(c.take(1)); }
void in_array(const client &c) {
  letter *both[2];
  both[0] = c.take(1);
  both[1] = c.take(2);
  log_value(static_cast<int>(both[0]->id));
  for (letter *each : both)
    rpc::free(each);
}
void in_array_by_index(const client &c) {
  letter *all[4] = {};
  for (unsigned n = 0; n < 4; ++n)
    all[n] = c.take(n);
  for (unsigned n = 0; n < 4; ++n)
    rpc::free(all[n]);
}
void in_array_out(const client &c) {
  std::array<letter *, 2> both{};
  c.fetch(1, &both[0]);
  c.fetch(2, &both[1]);
  rpc::free(both[0]);
  rpc::free(both[1]);
}
void in_array_elsewhere(const client &c, letter *(&all)[2]) {
  all[0] = c.take(1);
  all[1] = c.take(2);
}
void by_algorithm(const client &c) {
  letter *all[2] = {c.take(1), c.take(2)};
  std::for_each(std::begin(all), std::end(all), [](letter *l) { rpc::free(l); });
}
void in_vector(const client &c, std::vector<letter *> &all) { all.push_back(c.take(1)); }
void in_field(const client &c) {
  pending p;
  p.l = c.take(1);
  rpc::free(p.l);
}
void in_field_elsewhere(const client &c, pending &p) { p.l = c.take(1); }
pending in_field_returned(const client &c) {
  pending p;
  p.l = c.take(1);
  p.n = 1;
  return p;
}
void in_holder(const client &c) {
  holder h;
  h.l = c.take(1);
  log_value(static_cast<int>(h.l->id));
}
void by_guard(const client &c) {
  letter *l = c.take(1);
  const finally at_end([l] { rpc::free(l); });
  if (l->size == 0)
    return;
  log_value(static_cast<int>(l->size));
}
task coroutine(const client &c) {
  letter *l = c.take(1);
  co_await std::suspend_never{};
  log_value(static_cast<int>(l->id));
  rpc::free(l);
}
task coroutine_owner(const client &c) {
  const std::unique_ptr<letter, freed> l(c.take(1));
  co_await std::suspend_never{};
  log_value(static_cast<int>(l->id));
}
int by_owner(const client &c) {
  const std::shared_ptr<letter> l(c.take(1), freed{});
  return static_cast<int>(l->id);
}
int by_decltype(const client &c) {
  const std::unique_ptr<letter, decltype(&rpc::free)> l(c.take(1), rpc::free);
  return static_cast<int>(l->id);
}
void given_up(const client &c) {
  std::unique_ptr<letter, freed> l(c.take(1));
  rpc::free(l.release());
}
void reset(const client &c) {
  std::unique_ptr<letter, freed> l;
  for (unsigned n = 0; n < 3; ++n) {
    l.reset(c.take(n));
    log_value(static_cast<int>(l->id));
  }
}
int loop(const client &c) {
  int n = 0;
  for (unsigned id = 0; id < 10; ++id) {
    letter *l = c.take(id);
    if (l->size > 0)
      n += static_cast<int>(l->size);
    rpc::free(l);
  }
  return n;
}
void replaced(const client &c) {
  letter *l = c.take(1);
  letter *const old = l;
  c.replace(l);
  rpc::free(old);
  rpc::free(l);
}
letter *handed_on(const client &c) {
  letter *l = c.take(1);
  l->id = 2;
  return l;
}
int caught(const client &c) {
  letter *l = nullptr;
  try {
    c.fetch(1, &l);
  } catch (const rpc::error &) {
    return -1;
  }
  const int id = l ? static_cast<int>(l->id) : 0;
  rpc::free(l);
  return id;
}
int status(const client &c) {
  unsigned status = 0;
  letter *l = nullptr;
  c.ping(&status, &l);
  if (status != 0)
    return -1;
  const int id = l ? static_cast<int>(l->id) : 0;
  rpc::free(l);
  return id;
}
int maybe_nothing(const client &c) {
  folder *f = c.tree();
  if (!f)
    return 0;
  const bool inner = f->inner != nullptr;
  rpc::free(f);
  return inner;
}
void all_folders(const client &c) {
  for (folder *f = c.tree(); f;) {
    folder *next = f->next;
    rpc::free(f);
    f = next;
  }
}
std::size_t cpp(const client &c) {
  const auto all = c.contacts("a");
  return c.sign("b").size() + all.size();
}
void sent(const client &c) {
  letter l{};
  char subject[] = "subject";
  l.subject = subject;
  c.deliver(&l);
  address a{1, 25};
  c.rank(&a, nullptr);
}
void sends_own(const client &c) {
  auto body = std::make_unique<unsigned char[]>(16);
  letter l{1, nullptr, 16, body.get(), nullptr};
  c.rework(&l);
}
void swapped(const client &c) {
  letter *a = c.take(1), *b = c.take(2);
  std::swap(a, b);
  rpc::free(a);
  rpc::free(b);
}
}

namespace callers {
struct pair_of { letter *all[2] = {}; };
void array_by_range(const client &c) {
  letter *all[4] = {};
  all[0] = c.take(1);
  all[1] = c.take(2);
  for (letter *each : all)
    rpc::free(each);
}
void array_by_pointer(const client &c) {
  letter *all[2];
  all[0] = c.take(1);
  all[1] = c.take(2);
  for (letter **each = all; each != all + 2; ++each)
    rpc::free(*each);
}
void array_by_address(const client &c) {
  letter *all[3];
  letter **at = &all[0];
  *at++ = c.take(1);
  *at++ = c.take(2);
  *at = c.take(3);
  for (int n = 0; n < 3; ++n)
    rpc::free(all[n]);
}
void array_swapped(const client &c) {
  letter *all[2] = {c.take(1), nullptr};
  std::swap(all[0], all[1]);
  rpc::free(all[1]);
}
void array_moved_up(const client &c) {
  letter *all[2] = {c.take(1), c.take(2)};
  rpc::free(all[0]);
  all[0] = all[1];
  rpc::free(all[0]);
}
pair_of array_returned(const client &c) {
  pair_of p;
  p.all[0] = c.take(1);
  return p;
}
void array_of_field(const client &c) {
  pair_of p;
  p.all[0] = c.take(1);
  p.all[1] = c.take(2);
  for (letter *each : p.all)
    rpc::free(each);
}
std::array<letter *, 2> class_returned(const client &c) {
  std::array<letter *, 2> both{};
  both[0] = c.take(1);
  return both;
}
void class_by_range(const client &c) {
  std::array<letter *, 2> both{};
  both[0] = c.take(1);
  both[1] = c.take(2);
  for (letter *each : both)
    rpc::free(each);
}
void array_early(const client &c, bool quick) {
  letter *all[2];
  all[0] = c.take(1);
  if (quick) {
    rpc::free(all[0]);
    return;
  }
  all[1] = c.take(2);
  rpc::free(all[1]);
  rpc::free(all[0]);
}
void array_into(const client &c, letter **all) {
  all[0] = c.take(1);
  all[1] = c.take(2);
}
struct generator {
  struct promise_type {
    letter *value = nullptr;
    generator get_return_object() { return {}; }
    std::suspend_always initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(letter *l) {
      value = l;
      return {};
    }
    void return_value(letter *l) { value = l; }
    void unhandled_exception() {}
  };
};
struct sent_on {
  letter *l;
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<>) { rpc::free(l); }
  void await_resume() {}
};
generator yields(const client &c) {
  co_yield c.take(1);
  letter *l = c.take(2);
  l->id = 2;
  co_return l;
}
task awaits(const client &c) {
  letter *l = c.take(1);
  co_await sent_on{l};
}
}

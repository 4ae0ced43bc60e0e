// Callers of a service of letters.
// RUN: %bodies -fexceptions -Wno-unused-variable -Wno-return-stack-address -Wno-dangling -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/mail.h"

using mail::client;
using mail::service;

namespace callers {
using mail::letter;
using mail::folder;
using mail::address;
struct freed {
  void operator()(void *p) const { rpc::free(p); }
};
struct pending { letter *l = nullptr; int n = 0; };
struct task {
  struct promise_type {
    task get_return_object() { return {}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};

void never(const client &c) {
  letter *l = c.take(1); // expected-warning {{[orphan-client]}}
  log_value(static_cast<int>(l->id));
}
void in_array(const client &c) {
  letter *both[2];
  both[0] = c.take(1); // expected-warning {{[orphan-client]}}
  both[1] = c.take(2);
  log_value(static_cast<int>(both[0]->id));
  rpc::free(both[1]);
}
void in_array_again(const client &c) {
  std::array<letter *, 2> both{};
  both[0] = c.take(1);
  both[0] = c.take(2); // expected-warning {{[orphan-client]}}
  rpc::free(both[0]);
}
void in_field(const client &c) {
  pending p;
  p.l = c.take(1); // expected-warning {{[orphan-client]}}
  log_value(p.n + static_cast<int>(p.l->id));
}
void in_field_again(const client &c) {
  pending p;
  p.l = c.take(1);
  p.l = c.take(2); // expected-warning {{[orphan-client]}}
  rpc::free(p.l);
}
void out_field(const client &c) {
  pending p;
  c.fetch(1, &p.l); // expected-warning {{[orphan-client]}}
  log_value(static_cast<int>(p.l->id));
}
task coroutine(const client &c) {
  letter *l = c.take(1); // expected-warning {{[orphan-client]}}
  co_await std::suspend_never{};
  log_value(static_cast<int>(l->id));
}
task coroutine_freed_twice(const client &c) {
  letter *l = c.take(1);
  rpc::free(l);
  co_await std::suspend_never{};
  rpc::free(l); // expected-warning {{[dangling-client]}}
}
int on_one_way(const client &c, bool quick) {
  char *s = c.motto(); // expected-warning {{[orphan-client]}}
  if (quick)
    return s[0];
  const int n = s[1];
  rpc::free(s);
  return n;
}
int in_loop(const client &c) {
  int n = 0;
  for (unsigned id = 0; id < 10; ++id)
    n += static_cast<int>(c.take(id)->size); // expected-warning {{[orphan-client]}}
  return n;
}
int in_loop_skipped(const client &c) {
  int n = 0;
  for (unsigned id = 0; id < 10; ++id) {
    letter *l = c.take(id); // expected-warning {{[orphan-client]}}
    if (l->size == 0)
      continue;
    n += static_cast<int>(l->size);
    rpc::free(l);
  }
  return n;
}
void grown(const client &c) {
  letter *l = c.take(1);
  c.replace(l); // expected-warning {{[orphan-client]}}
  rpc::free(l);
}
int in_lambda(const client &c) {
  auto size = [&](unsigned id) {
    letter *l = c.take(id); // expected-warning {{[orphan-client]}}
    return l->size;
  };
  return static_cast<int>(size(1) + size(2));
}
void twice(const client &c) {
  letter *l = c.take(1);
  letter *again = l;
  rpc::free(l);
  rpc::free(again); // expected-warning {{[dangling-client]}}
}
void twice_by_owner(const client &c) {
  std::unique_ptr<letter, freed> l(c.take(1));
  rpc::free(l.get()); // expected-warning {{[dangling-client]}}
}
int after(const client &c) {
  folder *f = c.tree();
  rpc::free(f);
  return f->inner != nullptr; // expected-warning {{[dangling-client]}}
}
int after_reset(const client &c) {
  std::unique_ptr<letter, freed> l(c.take(1));
  letter *raw = l.get();
  l.reset();
  return static_cast<int>(raw->id); // expected-warning {{[dangling-client]}}
}
void sent_after(const client &c) {
  letter *l = c.take(1);
  midl_user_free(l);
  c.deliver(l); // expected-warning {{[dangling-client]}}
}
void deleted(const client &c) {
  address *a = nullptr;
  c.find(1, a);
  delete a; // expected-warning {{[deallocator-client]}}
}
void free_of_c(const client &c) {
  char *s = nullptr;
  c.label(&s);
  std::free(s); // expected-warning {{[deallocator-client]}}
}
int by_owner(const client &c) {
  std::shared_ptr<letter> l(c.take(1)); // expected-warning {{[deallocator-client]}}
  return static_cast<int>(l->id);
}
int by_reset(const client &c) {
  std::unique_ptr<folder> f;
  f.reset(c.tree()); // expected-warning {{[deallocator-client]}}
  return f->inner != nullptr;
}
int failed(const client &c) {
  letter *l = nullptr;
  try {
    c.fetch(1, &l);
  } catch (const rpc::error &e) {
    return static_cast<int>(l->id); // expected-warning {{[failed-read-client]}}
  }
  const int id = static_cast<int>(l->id);
  rpc::free(l);
  return id;
}
int failed_by_status(const client &c) {
  unsigned status = 0;
  letter *l = nullptr;
  c.ping(&status, &l);
  if (status != 0)
    return static_cast<int>(l->id); // expected-warning {{[failed-read-client]}}
  rpc::free(l);
  return 0;
}
int failed_number(const client &c) {
  int n;
  try {
    c.count(&n);
  } catch (...) {
  }
  return n; // expected-warning {{[failed-read-client]}}
}
}

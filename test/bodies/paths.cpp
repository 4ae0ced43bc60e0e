// Notes say how it has come to a finding: where memory was allocated and
// released, and which tests were taken on the way, of those that decide.
// RUN: %bodies %s
#include "Inputs/rpc.h"

#include <cstdlib>
#include <memory>

namespace [[INTERFACE]] tested {
struct node {
  int v;
  [[rpc::unique]] node *next;
};
struct state { int n; };
using session [[rpc::context_handle(session_rundown)]] = state *;
[[rpc::local]] void session_rundown(session);
void first([[rpc::in]] const node *l, [[rpc::in]] int n, [[rpc::out]] int *r); // expected-note 2{{test it, or declare the pointer with [[rpc::ref]]}}
void make([[rpc::in]] int n, [[rpc::out]] node **l);
void close([[rpc::in]] int n, [[rpc::in, rpc::out]] session *s);
int look([[rpc::out]] node **l);
}

[[rpc::stubs]];

namespace server {
using namespace tested;

void log(const char *);

struct tests : service {
  void first(const node *l, int n, int *r) override {
    const node *next = l->next;
    if (n > 3) // no test of the pointer
      log("many");
    if (next == nullptr) // expected-note {{taken when 'next' is null}}
      log("none");
    *r = next->v; // expected-warning {{'l->next' of [in] parameter 'l' is [unique] and may be null}}
  }
  void make(int n, node **l) override {
    *l = static_cast<node *>(rpc::allocate(sizeof(node))); // expected-note {{allocated here; rpc::allocate<T>()}}
    (*l)->v = n;
    if (n) // expected-note {{taken when 'n' is zero}}
      (*l)->next = nullptr;
    if (n > 7)
      log("many");
  } // expected-warning {{'node::next' is unset in what the call returns}}
  void close(int n, session *s) override {
    delete *s; // expected-warning {{the context ends here}}
    if (n == 1) // expected-note {{taken when 'n == 1' is false}}
      *s = nullptr;
  }
};

struct chosen : service {
  void first(const node *l, int n, int *r) override {
    const node *at = l;
    if (n < 0) // expected-note {{taken when 'n < 0' is true}}
      at = l->next;
    *r = at->v; // expected-warning {{'l->next' of [in] parameter 'l' is [unique] and may be null}}
  }
  void make(int n, node **l) override {
    node *made = new node{}; // expected-note {{allocated here}}
    if (n)
      log("some");
    *l = made; // expected-warning {{memory of 'operator new', which the stub does not release}}
  }
  void close(int, session *s) override { *s = nullptr; }
};

/// Memory that a function has allocated, and another one has released.
node *heap(int v) {
  auto *made = static_cast<node *>(std::malloc(sizeof(node))); // expected-note {{allocated here}}
  made->v = v;
  made->next = nullptr;
  return made;
}
void drop(node *l) {
  rpc::free(l); // expected-note {{released here}}
}
bool isLarge(int n) { return n > 9; }

struct called : service {
  void first(const node *, int, int *) override {}
  void make(int n, node **l) override {
    *l = heap(n); // expected-warning {{memory of 'malloc', which the stub does not release}}
  }
  void close(int, session *s) override { *s = nullptr; }
};
struct dropped : service {
  void first(const node *, int, int *) override {}
  void make(int n, node **l) override {
    *l = rpc::allocate<node>(); // expected-warning {{'*l' of [out] parameter 'l' points to memory that has been released}}
    const bool large = isLarge(n);
    if (large) // expected-note {{taken when 'large' is true}}
      drop(*l);
  }
  void close(int, session *s) override { *s = nullptr; }
};
}

namespace user {
using namespace tested;

void log(const char *);

int used(const client &c, bool early) {
  node *l = nullptr;
  c.make(1, &l); // expected-note {{allocated by this call}}
  if (early) // expected-note {{taken when 'early' is true}}
    rpc::free(l); // expected-note {{released here}}
  if (!l)
    return 0;
  const int v = l->v; // expected-warning {{memory that 'make' has allocated is used after it has been released}}
  if (!early)
    rpc::free(l);
  return v;
}

int twice(const client &c) {
  node *l = nullptr;
  c.make(1, &l); // expected-note {{allocated by this call}}
  rpc::free(l); // expected-note {{released here}}
  log("once");
  rpc::free(l); // expected-warning {{memory that 'make' has allocated is released after it has been released}}
  return 0;
}

int lost(const client &c, int limit) {
  node *l = nullptr;
  c.make(1, &l); // expected-warning {{'l' points to memory that 'make' has allocated, which cannot be released after the end of the variable}}
  const int v = l->v;
  if (v > limit) // expected-note {{taken when 'v > limit' is true}}
    return v;
  rpc::free(l);
  return 0;
}

int failed(const client &c) {
  node *l = nullptr;
  int status = 0;
  try {
    c.make(1, &l); // expected-note {{this call}}
  } catch (...) {
    status = 1;
  }
  if (status) // expected-note {{taken when 'status' is not zero}}
    log("failed");
  const int v = l->v; // expected-warning {{'make' has failed here, and its results are null}}
  rpc::free(l);
  return v;
}
}

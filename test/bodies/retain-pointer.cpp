// RUN: %bodies %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct node { int value; [[rpc::unique]] node *next; };
class context;
using handle [[rpc::context_handle]] = context *;
void handle_rundown [[rpc::local]] (handle);
void global([[rpc::in]] node *n);
void member([[rpc::in]] node *n);
void list([[rpc::in]] node *n);
void thread([[rpc::in]] node *n);
void arena([[rpc::out]] node **n);
void together([[rpc::in, rpc::unique, rpc::allocate(all_nodes)]] node *n);
void open([[rpc::in]] handle h);
void ours([[rpc::in, rpc::unique, rpc::allocate(dont_free)]] node *n);
void ours_too([[rpc::in, rpc::unique, rpc::allocate(dont_free)]] node *n);
void value([[rpc::in]] node *n);
void local([[rpc::in]] node *n);
void copy([[rpc::in]] node *n);
void number([[rpc::in]] node *n);
void compared([[rpc::in]] node *n);
}

[[rpc::stubs]];

namespace tested {
class context {};
const node *last;
context *current;
bool same;

struct implementation : service {
  void global(node *n) override {
    last = n; // expected-warning {{what [in] parameter 'n' points to is released when the call has ended, and a pointer to it is kept here; keep a copy [retain-pointer]}}
  }
  void member(node *n) override {
    if (node *next = n->next)
      kept = next; // expected-warning {{what 'n->next' of [in] parameter 'n' points to is released}}
  }
  void list(node *n) override {
    all.push_back(n); // expected-warning {{what [in] parameter 'n' points to}}
  }
  void thread(node *n) override {
    std::thread([n] { (void)n->value; }).detach(); // expected-warning {{what [in] parameter 'n' points to}}
  }
  void arena(node **n) override {
    *n = rpc::allocate<node>(); // expected-note {{allocated here}}
    kept = *n; // expected-warning {{memory of 'rpc::allocate' is released}}
  }
  void together(node *n) override {
    last = n; // expected-warning {{what [in] parameter 'n' points to}}
  }

  // Silent.
  void ours(node *n) override { last = n; }
  void ours_too(node *n) override {
    if (n)
      last = n->next;
  }
  void open(handle h) override { current = h; }
  void value(node *n) override { number_ = n->value; }
  void local(node *n) override {
    node *here = n;
    here->value = 1;
    std::vector<node *> some;
    some.push_back(here);
  }
  void copy(node *n) override { kept = new node{n->value, nullptr}; }
  void number(node *n) override {
    std::thread([v = n->value] { (void)v; }).detach();
  }
  void compared(node *n) override { same = n == last; }

  node *kept = nullptr;
  int number_ = 0;
  std::vector<node *> all;
};
}

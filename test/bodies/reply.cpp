// What an implementation that answers later keeps, and returns.
// RUN: %bodies %s
#include "Inputs/rpc.h"

#include <rpc/reply.h>

namespace [[INTERFACE]] tested {
struct node { int value; [[rpc::unique]] node *next; };
int thread([[rpc::in]] node *n);
void member([[rpc::in]] node *n);
void queue([[rpc::in, rpc::string]] const char *what, [[rpc::out, rpc::string]] char **out);
int perhaps([[rpc::in]] node *n);
int never([[rpc::in]] node *n);
int other([[rpc::in]] node *n);
}

[[rpc::stubs]];

namespace tested {
template <class T> struct reply { static int take() { return 1; } };
node *last;

struct implementation : service {
  int thread(node *n) override {
    auto reply = rpc::reply<int>::take();
    std::thread([n, reply = std::move(reply)]() mutable {
      reply.complete(n->value);
    }).detach();
    return {};
  }
  void member(node *n) override {
    waiting.emplace(rpc::reply<void>::take());
    kept = n;
  }
  void queue(const char *what, char **out) override {
    all.push_back({what, out, rpc::reply<void>::take()});
  }
  int perhaps(node *n) override {
    if (n->value < 0)
      return 0;
    std::thread([n, reply = rpc::reply<int>::take()]() mutable {
      reply.complete(n->value);
    }).detach();
    return 0;
  }

  int never(node *n) override {
    std::thread([n] { (void)n->value; }).detach(); // expected-warning {{what [in] parameter 'n' points to is released}}
    return 0;
  }
  int other(node *n) override {
    last = n; // expected-warning {{what [in] parameter 'n' points to is released}}
    return reply<int>::take();
  }

  struct work {
    const char *what;
    char **out;
    rpc::reply<void> reply;
  };
  std::vector<work> all;
  std::optional<rpc::reply<void>> waiting;
  node *kept = nullptr;
};
}

// RUN: %bodies %s
#include "Inputs/rpc.h"
#include <optional>
#include <span>
#include <string>
#include <vector>

struct state { int calls; };
void state_rundown [[rpc::local]] (state *s);
using session [[rpc::context_handle(state_rundown)]] = state *;

namespace [[INTERFACE]] tested {
struct point { int x, y; };
struct blob { unsigned n; [[rpc::unique, rpc::size_is(n)]] int *p; };

void pointer([[rpc::in]] int *result);       // expected-note {{make it [out] if the client wants it}}
void reference([[rpc::in]] int &result);     // expected-note {{make it [out]}}
void text([[rpc::in]] std::string &result);  // expected-note {{make it [out]}}
void grown([[rpc::in]] std::vector<int> &v); // expected-note {{make it [out]}}
void field([[rpc::in]] point *p);            // expected-note {{make it [out]}}
void whole([[rpc::in]] point &p);            // expected-note {{make it [out]}}
void array([[rpc::in]] int a[4]);            // expected-note {{make it [out]}}
void span([[rpc::in]] std::span<int> s);     // expected-note {{make it [out]}}
void inner([[rpc::in]] const blob *b);       // expected-note {{make it [out]}}
void read_before([[rpc::in]] int *n);        // expected-note {{make it [out]}}
void tested_before([[rpc::in, rpc::unique]] int *n); // expected-note {{make it [out]}}
void counted([[rpc::in]] int &n);            // expected-note {{make it [out]}}
void replaced([[rpc::in]] std::optional<int> &o); // expected-note {{make it [out]}}

void returned([[rpc::out]] int *a, [[rpc::in, rpc::out]] std::string &b);
int scratch([[rpc::in]] int *n);
int looped([[rpc::in]] point *p, [[rpc::in]] int n);
int passed([[rpc::in]] int *n);
void wiped([[rpc::in]] unsigned n, [[rpc::in, rpc::size_is(n)]] char *secret);
void kept([[rpc::in]] session s);
void closed([[rpc::in, rpc::out]] session *s);
void values([[rpc::in]] int n, [[rpc::in]] std::string s);
void walked([[rpc::in, rpc::unique]] const point *p);
}

[[rpc::stubs]];

int other(int *);

namespace tested {
struct implementation : service {
  void pointer(int *result) override {
    *result = 7; // expected-warning {{what is stored here is lost: [in] parameter 'result' does not travel back [lost-result]}}
  }
  void reference(int &result) override {
    result = 7; // expected-warning {{[in] parameter 'result' does not travel back}}
  }
  void text(std::string &result) override {
    result = "hello"; // expected-warning {{'result'}}
  }
  void grown(std::vector<int> &v) override {
    v.push_back(1); // expected-warning {{'v'}}
  }
  void field(point *p) override {
    p->x = 1; // expected-warning {{'p'}}
    p->y = 2;
  }
  void whole(point &p) override {
    p = {1, 2}; // expected-warning {{'p'}}
  }
  void array(int a[4]) override {
    for (int i = 0; i < 4; ++i)
      a[i] = i; // expected-warning {{'a'}}
  }
  void span(std::span<int> s) override {
    if (!s.empty())
      s[0] = 1; // expected-warning {{'s'}}
  }
  void inner(const blob *b) override {
    if (b->n > 0)
      b->p[0] = 1; // expected-warning {{'b'}}
  }
  void read_before(int *n) override {
    *n = *n + 1; // expected-warning {{'n'}}
  }
  void tested_before(int *n) override {
    if (n == nullptr)
      return;
    *n = 1; // expected-warning {{'n'}}
  }
  void counted(int &n) override {
    ++n; // expected-warning {{'n'}}
  }
  void replaced(std::optional<int> &o) override {
    o = 1; // expected-warning {{'o'}}
  }

  // Silent.
  void returned(int *a, std::string &b) override {
    *a = 1;
    b = "b";
  }
  int scratch(int *n) override {
    *n *= 2;
    return *n;
  }
  int looped(point *p, int n) override {
    int sum = 0;
    for (int i = 0; i < n; ++i) {
      sum += p->x;
      p->x = i;
    }
    return sum;
  }
  int passed(int *n) override {
    *n = 1;
    return other(n);
  }
  void wiped(unsigned n, char *secret) override {
    for (unsigned i = 0; i < n; ++i)
      secret[i] = 0;
    memset(secret, 0, n);
  }
  void kept(session s) override { s->calls = 1; }
  void closed(session *s) override { *s = nullptr; }
  void values(int n, std::string s) override {
    n = 1;
    s = "s";
  }
  void walked(const point *p) override {
    if (p)
      p = nullptr;
  }
};
}

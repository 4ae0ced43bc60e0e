// RUN: %bodies %s
#include "Inputs/rpc.h"
#include <algorithm>
#include <cassert>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace [[INTERFACE]] tested {
using rpc::pipe;
struct item { int id; };
struct blob { unsigned n; [[rpc::unique, rpc::size_is(n)]] int *p; };
struct items { unsigned n; [[rpc::ptr, rpc::size_is(n * 2)]] item *p; };
struct open { unsigned n; [[rpc::size_is(n)]] int data[]; };
struct some { [[rpc::range(1, 9)]] unsigned n; [[rpc::ref, rpc::size_is(n)]] int *p; };
struct last { int n; [[rpc::unique, rpc::max_is(n)]] int *p; };
struct text { std::vector<int> numbers; std::string name; };
struct list { unsigned n; [[rpc::unique, rpc::size_is(n)]] int *p; [[rpc::unique]] list *next; };

void field([[rpc::in]] const blob *b); // expected-note {{test 'b->n' first, or declare it with [[rpc::range(1, limit)]]}}
void reference([[rpc::in]] const blob &b); // expected-note {{test 'b.n' first}}
void value([[rpc::in]] blob b);        // expected-note {{test 'b.n' first}}
void star([[rpc::in]] const blob *b);  // expected-note {{test}}
void arrow([[rpc::in]] const items *b); // expected-note {{test 'b->n' first}}
void writes([[rpc::in, rpc::out]] blob *b); // expected-note {{test}}
void index([[rpc::in]] const blob *b, [[rpc::in]] unsigned i); // expected-note {{test}}
void constant_loop([[rpc::in]] const blob *b); // expected-note {{test}}
void ending([[rpc::in]] const blob *b);  // expected-note {{test}}
void wrong_way([[rpc::in]] const blob *b); // expected-note {{test}}
void wrong_flag([[rpc::in]] const blob *b); // expected-note {{test}}
void one_way([[rpc::in]] const blob *b, [[rpc::in]] int how); // expected-note {{test}}
void first_round([[rpc::in]] const blob *b); // expected-note {{test}}
void only_logged([[rpc::in]] const blob *b); // expected-note {{test}}
void other_count([[rpc::in]] const blob *b, [[rpc::in]] const blob *c); // expected-note {{test}}
void parameter([[rpc::in]] unsigned n, [[rpc::in, rpc::unique, rpc::size_is(n)]] const int *p); // expected-note {{test 'n' first}}
void full([[rpc::in]] unsigned n, [[rpc::in, rpc::ptr, rpc::size_is(n)]] const int *p); // expected-note {{test 'n' first}}
void ref([[rpc::in]] unsigned n, [[rpc::in, rpc::ref, rpc::size_is(n)]] const int *p); // expected-note {{test 'n' first}}
void asked([[rpc::in, rpc::unique]] const unsigned *n, [[rpc::in, rpc::size_is(n ? *n : 0)]] const int *p); // expected-note {{test '*n' first}}
void at_least([[rpc::in, rpc::unique]] const unsigned *n, [[rpc::in, rpc::size_is(n ? *n + 1 : 1)]] const int *p);
void result([[rpc::in]] unsigned n, [[rpc::out, rpc::size_is(n)]] int *p); // expected-note {{test 'n' first}}
void tail([[rpc::in]] const open *o); // expected-note {{test 'o->n' first}}
void links([[rpc::in]] const list *l); // expected-note {{test}}
void vector([[rpc::in]] const std::vector<int> &v); // expected-note {{test it with 'empty()' first}}
void front([[rpc::in]] std::vector<int> v); // expected-note {{test it with 'empty()' first}}
void back([[rpc::in]] const std::string &s); // expected-note {{test it}}
void view([[rpc::in]] std::string_view s); // expected-note {{test it}}
void span([[rpc::in]] std::span<const int> s); // expected-note {{test it}}
void member([[rpc::in]] const text &t); // expected-note {{test it}}
void emptied([[rpc::in]] const std::vector<int> &v); // expected-note {{test it}}

void tested_count([[rpc::in]] const blob *b);
void tested_pointer([[rpc::in]] const blob *b);
void loops([[rpc::in]] const blob *b);
void flags([[rpc::in]] const blob *b);
void switched([[rpc::in]] const blob *b);
void derived([[rpc::in]] const blob *b);
void helpers([[rpc::in]] const blob *b);
void ranges([[rpc::in]] const some *s, [[rpc::in]] const last *l);
void tested_parameter([[rpc::in]] unsigned n, [[rpc::in, rpc::unique, rpc::size_is(n)]] const int *p);
void reversed([[rpc::in]] unsigned n, [[rpc::in, rpc::out, rpc::size_is(n)]] unsigned char *data);
void tested_vector([[rpc::in]] const std::vector<int> &v);
void counted_vector([[rpc::in]] std::vector<int> v);
void strings([[rpc::in]] const std::string &s, [[rpc::in]] std::string_view v);
void spans([[rpc::in]] std::span<const int> s);
void fallback([[rpc::in]] const blob *b);
void fixed([[rpc::in, rpc::size_is(4)]] const int *p);
void own([[rpc::out]] blob *b);
void filled([[rpc::in]] std::vector<int> v);
void every([[rpc::in]] const list *l);
}

[[rpc::stubs]];

bool is_valid(const tested::blob *);
bool is_size(unsigned);
void log(unsigned);

namespace tested {
int sum;

struct implementation : service {
  void field(const blob *b) override {
    sum += b->p[0]; // expected-warning {{'b->p' of [in] parameter 'b' has no element if the client sends 'b->n' as 0 [unchecked-empty]}}
    sum += b->p[1]; // once is enough
  }
  void reference(const blob &b) override {
    sum += b.p[0]; // expected-warning {{'b.p' of [in] parameter 'b' has no element}}
  }
  void value(blob b) override {
    sum += b.p[0]; // expected-warning {{'b.p' of [in] parameter 'b' has no element}}
  }
  void star(const blob *b) override {
    sum += *b->p; // expected-warning {{'b->p' of [in] parameter 'b' has no element}}
  }
  void arrow(const items *b) override {
    sum += b->p->id; // expected-warning {{'b->p' of [in] parameter 'b' has no element}}
  }
  void writes(blob *b) override {
    b->p[0] = sum; // expected-warning {{'b->p' of [in, out] parameter 'b' has no element}}
  }
  void index(const blob *b, unsigned i) override {
    if (i < 10)
      sum += b->p[i]; // expected-warning {{has no element}}
  }
  void constant_loop(const blob *b) override {
    for (int i = 0; i < 4; ++i)
      sum += b->p[i]; // expected-warning {{has no element}}
  }
  void ending(const blob *b) override {
    sum += b->p[b->n - 1]; // expected-warning {{has no element}}
  }
  void wrong_way(const blob *b) override {
    if (b->n == 0)
      sum = 1;
    sum += b->p[0]; // expected-warning {{has no element}}
  }
  void wrong_flag(const blob *b) override {
    const bool empty = b->n < 1;
    if (empty)
      sum += b->p[0]; // expected-warning {{has no element}}
  }
  void one_way(const blob *b, int how) override {
    if (how == 2 && b->n == 0)
      return;
    sum += b->p[0]; // expected-warning {{has no element}}
  }
  void first_round(const blob *b) override {
    unsigned i = 0;
    do
      sum += b->p[i]; // expected-warning {{has no element}}
    while (++i < b->n);
  }
  void only_logged(const blob *b) override {
    sum += static_cast<int>(b->n);
    sum += b->p[0]; // expected-warning {{has no element}}
  }
  void other_count(const blob *b, const blob *c) override {
    if (c->n > 0)
      sum += b->p[0]; // expected-warning {{'b->p' of [in] parameter 'b' has no element}}
  }
  void parameter(unsigned, const int *p) override {
    sum += p[0]; // expected-warning {{[in] parameter 'p' has no element if the client sends 'n' as 0}}
  }
  void full(unsigned n, const int *p) override {
    sum += *p; // expected-warning {{[in] parameter 'p' has no element}}
  }
  void asked(const unsigned *, const int *p) override {
    sum += p[0]; // expected-warning {{[in] parameter 'p' has no element}}
  }
  void at_least(const unsigned *, const int *p) override { sum += p[0]; }
  void ref(unsigned n, const int *p) override {
    sum += *p; // expected-warning {{[in] parameter 'p' has no element}}
  }
  void result(unsigned n, int *p) override {
    p[0] = sum; // expected-warning {{[out] parameter 'p' has no element}}
  }
  void tail(const open *o) override {
    sum += o->data[0]; // expected-warning {{'o->data' of [in] parameter 'o' has no element}}
  }
  void links(const list *l) override {
    for (; l != nullptr; l = l->next)
      sum += l->p[0]; // expected-warning {{has no element}}
  }
  void vector(const std::vector<int> &v) override {
    sum += v[0]; // expected-warning {{[in] parameter 'v' may be empty: the client decides}}
  }
  void front(std::vector<int> v) override {
    sum += v.front(); // expected-warning {{[in] parameter 'v' may be empty: the client decides}}
  }
  void back(const std::string &s) override {
    sum += s.back(); // expected-warning {{[in] parameter 's' may be empty}}
  }
  void view(std::string_view s) override {
    sum += s[0]; // expected-warning {{[in] parameter 's' may be empty}}
  }
  void span(std::span<const int> s) override {
    sum += s.front(); // expected-warning {{[in] parameter 's' may be empty}}
  }
  void member(const text &t) override {
    if (t.name.empty())
      sum += t.numbers[0]; // expected-warning {{'t.numbers' of [in] parameter 't' may be empty}}
  }
  void emptied(const std::vector<int> &v) override {
    if (v.empty())
      sum = 0;
    sum += v[0]; // expected-warning {{[in] parameter 'v' may be empty}}
  }

  // Silent.
  void tested_count(const blob *b) override {
    if (b->n > 0)
      sum += b->p[0];
    if (b->n)
      sum += b->p[0];
    if (b->n >= 2)
      sum += b->p[1];
    if (0 < b->n)
      sum += b->p[0];
    sum += b->n != 0 ? b->p[0] : 0;
    sum += b->n == 0 ? 0 : b->p[0];
    if (!b->n)
      return;
    assert(b->n < 100);
    sum += b->p[0];
  }
  void tested_pointer(const blob *b) override {
    if (b->p)
      sum += b->p[0];
    if (b->p == nullptr)
      return;
    sum += *b->p;
  }
  void loops(const blob *b) override {
    for (unsigned i = 0; i < b->n; ++i)
      sum += b->p[i];
    for (unsigned i = b->n; i-- > 0;)
      sum += b->p[i];
    for (const int *at = b->p; at != b->p + b->n; ++at)
      sum += *at;
    const int *end = b->p + b->n;
    for (const int *at = b->p; at < end; ++at)
      sum += *at;
    for (int each : std::span(b->p, b->n))
      sum += each;
    unsigned left = b->n;
    const int *at = b->p;
    while (left--)
      sum += *at++;
    for (unsigned i = 0;; ++i) {
      if (i == b->n)
        break;
      sum += b->p[i];
    }
    for (unsigned i = 0; i < std::min(b->n, 10u); ++i)
      sum += b->p[i];
    sum += std::accumulate(b->p, b->p + b->n, 0);
    int copied[4] = {};
    std::copy(b->p, b->p + std::min(b->n, 4u), copied);
    memcpy(copied, b->p, std::min(b->n, 4u) * sizeof(int));
  }
  void flags(const blob *b) override {
    const bool have = b->n > 0;
    if (have)
      sum += b->p[0];
    bool empty = !b->n;
    if (empty)
      return;
    sum += b->p[0];
  }
  void switched(const blob *b) override {
    switch (b->n) {
    case 0:
      return;
    case 1:
      sum += b->p[0];
      break;
    default:
      sum += b->p[1];
    }
  }
  void derived(const blob *b) override {
    const unsigned half = b->n / 2;
    for (unsigned i = 0; i < half; ++i)
      sum += b->p[i];
    const std::span all(b->p, b->n);
    if (all.empty())
      return;
    sum += b->p[0];
  }
  void helpers(const blob *b) override {
    if (sum == 1 && is_valid(b))
      sum += b->p[0];
    if (!is_size(b->n))
      return;
    sum += b->p[0];
  }
  void ranges(const some *s, const last *l) override {
    sum += s->p[0];
    sum += l->p[0];
  }
  void tested_parameter(unsigned n, const int *p) override {
    if (n == 0 || p[0] == 1)
      return;
    sum += p[0];
  }
  void reversed(unsigned n, unsigned char *data) override {
    for (unsigned i = 0; i < n / 2; ++i)
      std::swap(data[i], data[n - 1 - i]);
  }
  void tested_vector(const std::vector<int> &v) override {
    for (unsigned i = 0; i < v.size(); ++i)
      sum += v[i];
    if (!v.empty())
      sum += v.front();
    if (v.size() < 2)
      throw rpc::error(rpc::status::call_failed);
    sum += v[1];
  }
  void counted_vector(std::vector<int> v) override {
    const std::size_t count = v.size();
    for (std::size_t i = 0; i < count; ++i)
      sum += v[i];
    for (int each : v)
      sum += each;
    std::sort(v.begin(), v.end());
    while (!v.empty())
      v.pop_back();
  }
  void strings(const std::string &s, std::string_view v) override {
    sum += s[0];
    sum += v.empty() ? 0 : v[0];
  }
  void spans(std::span<const int> s) override {
    if (s.size() != 3)
      return;
    sum += s[0] + s[1] + s[2];
  }
  void fallback(const blob *b) override {
    const int zero = 0;
    const int *p = b->n == 0 ? &zero : b->p;
    sum += p[0];
    const int *q = b->p;
    if (b->n == 0)
      q = &zero;
    sum += q[0];
  }
  void fixed(const int *p) override { sum += p[0]; }
  void own(blob *b) override {
    b->n = 1;
    b->p = static_cast<int *>(rpc::allocate(sizeof(int)));
    b->p[0] = 1;
  }
  void filled(std::vector<int> v) override {
    v.push_back(1);
    sum += v[0];
  }
  void every(const list *l) override {
    for (; l != nullptr; l = l->next)
      for (unsigned i = 0; i < l->n; ++i)
        sum += l->p[i];
  }
};
}

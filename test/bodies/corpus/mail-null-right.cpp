// Pointers and optionals that the client may leave out, as they should be used: silent.
// RUN: %bodies -fexceptions -Wno-unused-variable -Xclang -verify-ignore-unexpected=note %s
// expected-no-diagnostics
#include "Inputs/mail.h"

using mail::service;

#define REQUIRE(condition) \
  do \
    if (!(condition)) \
      throw rpc::error(rpc::status::call_failed); \
  while (false)
template <class P> P ensured(P p) {
  if (!p)
    throw rpc::error(rpc::status::call_failed);
  return p;
}
template <class T> class not_null {
  T p_;

public:
  not_null(T p) : p_(p) {
    if (p_ == nullptr)
      std::terminate();
  }
  T get() const { return p_; }
  auto operator->() const { return p_; }
};
[[noreturn]] void fail();

namespace nulls {
using namespace mail;
int port_or(const address *a, int other) { return a ? a->port : other; }
bool usable(const address *a) { return a && a->port > 0; }
bool both(const address *a, const address *b) {
  if (!a)
    return false;
  return b != nullptr;
}

struct ternary : service {
  int deliver(const letter *l) override { return l != nullptr ? static_cast<int>(l->size) : 0; }
};
struct helper_tests : service {
  int rank(const address *a, const address *b) override { return port_or(a, 0) - port_or(b, 0); }
};
struct helper_says : service {
  int rank(const address *a, const address *b) override {
    if (!both(a, b))
      return 0;
    return a->port - b->port;
  }
};
struct kept_in_flags : service {
  int rank(const address *a, const address *b) override {
    const bool first = a != nullptr, second = b != nullptr;
    if (first && second)
      return a->port - b->port;
    return first ? a->port : second ? b->port : 0;
  }
};
struct xor_of_flags : service {
  int rank(const address *a, const address *b) override {
    const bool first = a != nullptr, second = b != nullptr;
    if (first != second)
      return 1;
    if (!first)
      return 0;
    return a->port - b->port;
  }
};
struct xor_of_pointers : service {
  int rank(const address *a, const address *b) override {
    if (!a != !b)
      return 1;
    return a ? a->port - b->port : 0;
  }
};
struct same_pointers : service {
  int rank(const address *a, const address *b) override {
    if (a == b)
      return 0;
    if (!a || !b)
      return a ? 1 : -1;
    return a->port < b->port ? -1 : 1;
  }
};
struct counted : service {
  int rank(const address *a, const address *b) override {
    int n = 0;
    if (a)
      ++n;
    if (b)
      ++n;
    if (n < 2)
      return n;
    return a->port - b->port;
  }
};
struct asserted : service {
  int deliver(const letter *l) override {
    assert(l);
    return static_cast<int>(l->size);
  }
};
struct required : service {
  int deliver(const letter *l) override {
    REQUIRE(l && l->subject);
    return l->subject[0];
  }
};
struct ensured_first : service {
  int deliver(const letter *l) override { return static_cast<int>(ensured(l)->size); }
};
struct gsl_like : service {
  int deliver(const letter *l) override {
    const not_null<const letter *> here(l);
    return static_cast<int>(here->size + l->id);
  }
};
struct no_return : service {
  int note(const char *s) override {
    if (!s)
      fail();
    return static_cast<int>(strlen(s));
  }
};
struct switch_of : service {
  int rank(const address *a, const address *b) override {
    switch ((a ? 1 : 0) | (b ? 2 : 0)) {
    case 0:
      return 0;
    case 1:
      return a->port;
    case 2:
      return b->port;
    default:
      return a->port - b->port;
    }
  }
};
struct default_text : service {
  int note(const char *s) override {
    const std::string_view text = s ? s : "";
    return static_cast<int>(text.size());
  }
};
struct elvis : service {
  int note(const char *s) override {
    if (s == nullptr || *s == 0)
      return 0;
    while (*s == ' ')
      ++s;
    return static_cast<int>(strlen(s));
  }
};
struct fallback : service {
  address fallback_{1, 25};
  int route(const envelope *e) override {
    const address *to = e->reply ? e->reply : &fallback_;
    return to->port;
  }
};
struct fallback_assigned : service {
  int rank(const address *a, const address *b) override {
    const address none{};
    if (!a)
      a = &none;
    if (!b)
      b = &none;
    return a->port - b->port;
  }
};
struct list_of_headers : service {
  void walk(header *h) override {
    for (; h != nullptr; h = h->next)
      if (h->name && h->value)
        log_line(h->name), log_line(h->value);
  }
};
struct two_at_a_time : service {
  void walk(header *h) override {
    while (h && h->next)
      h = h->next->next;
  }
};
struct pointers_of_batch : service {
  int post(const batch *b) override {
    int n = 0;
    for (const letter *each : std::span(b->letters, b->n)) {
      if (each == nullptr)
        continue;
      n += static_cast<int>(each->size);
    }
    return n;
  }
};
struct optional_value : service {
  int age(const std::optional<int> &n) override { return n.value_or(-1); }
};
struct optional_with : service {
  int age(const std::optional<int> &n) override {
    if (const auto &known = n; known)
      return *known;
    return n.has_value() ? *n : 0;
  }
};
struct optional_inside : service {
  int call(const std::optional<contact> &c) override {
    if (!c || !c->phone || c->phone->empty())
      return 1;
    return c->phone->front();
  }
};
struct optional_compare : service {
  int age(const std::optional<int> &n) override {
    if (n == std::nullopt)
      return 0;
    return *n;
  }
};
struct unique_inside : service {
  int visit(const contact &c) override {
    if (const auto *home = c.home.get())
      return home->port;
    return 0;
  }
};
struct unique_parameter : service {
  int hand(std::unique_ptr<contact> c) override {
    if (!c)
      c = std::make_unique<contact>();
    c->name += '!';
    return static_cast<int>(c->name.size());
  }
};
struct shared_chain : service {
  int share(std::shared_ptr<contact> c) override {
    int n = 0;
    for (; c; c = c->friend_)
      ++n;
    return n;
  }
};
struct counted_homes : service {
  int homes(const std::vector<std::unique_ptr<address>> &all) override {
    return static_cast<int>(std::count_if(all.begin(), all.end(), [](const auto &a) { return a && a->port == 25; }));
  }
};
struct summed_homes : service {
  int homes(const std::vector<std::unique_ptr<address>> &all) override {
    return std::accumulate(all.begin(), all.end(), 0, [](int n, const auto &a) { return a ? n + a->port : n; });
  }
};
struct all_or_nothing : service {
  int homes(const std::vector<std::unique_ptr<address>> &all) override {
    if (std::any_of(all.begin(), all.end(), [](const auto &a) { return a == nullptr; }))
      return -1;
    int n = 0;
    for (const auto &each : all)
      n += each->port;
    return n;
  }
};
struct in_lambda : service {
  int rank(const address *a, const address *b) override {
    const auto port = [](const address *each) { return each ? each->port : 0; };
    return port(a) - port(b);
  }
};
struct tested_then_lambda : service {
  int deliver(const letter *l) override {
    if (!l)
      return 0;
    const auto size = [l] { return static_cast<int>(l->size); };
    return size();
  }
};
struct box_tested : service {
  int reset(box *b, int state) override {
    if (*b == nullptr)
      *b = new account;
    (*b)->state = state;
    return 0;
  }
};
struct goto_out : service {
  int deliver(const letter *l) override {
    int result = 1;
    if (!l)
      goto done;
    result = static_cast<int>(l->size);
  done:
    return result;
  }
};
struct status_code : service {
  static int check(const letter *l) { return l == nullptr ? 87 : 0; }
  int deliver(const letter *l) override {
    const int status = check(l);
    if (status != 0)
      return status;
    return static_cast<int>(l->size);
  }
};
}

// RUN: %bodies %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct node { int value; [[rpc::unique]] node *next; };
void top([[rpc::in, rpc::unique]] const node *n);          // expected-note {{test it, or declare the pointer with [[rpc::ref]]}}
void next([[rpc::in]] const node *n);                      // expected-note {{test it}}
void index([[rpc::in, rpc::ptr]] const int *n);            // expected-note {{test it}}
void length([[rpc::in, rpc::unique, rpc::string]] const char *s); // expected-note {{test it}}
void wrong_way([[rpc::in, rpc::unique]] const node *n);    // expected-note {{test it}}
void tested([[rpc::in, rpc::unique]] const node *n);
void returned([[rpc::in, rpc::unique]] const node *n);
void walked([[rpc::in, rpc::unique]] const node *n);
void ref([[rpc::in]] const node *n);
void counted([[rpc::in]] int n, [[rpc::in, rpc::unique, rpc::size_is(n)]] const int *a);
void valid([[rpc::in, rpc::unique]] const node *n);
void both([[rpc::in, rpc::unique]] const node *n);
void other([[rpc::in, rpc::unique]] const node *n);
void as_a_whole([[rpc::in, rpc::unique]] const node *n);
void either([[rpc::in, rpc::unique]] const node *n);         // expected-note {{test it}}
}

[[rpc::stubs]];

bool is_valid(const tested::node *);
struct memory { bool first; ~memory(); };
memory remembers(int);

namespace tested {
int sum;

struct implementation : service {
  void top(const node *n) override {
    sum += n->value; // expected-warning {{[in] parameter 'n' is [unique] and may be null: the client decides [unchecked-null]}}
    sum += n->value; // once is enough
  }
  void next(const node *n) override {
    sum += n->next->value; // expected-warning {{'n->next' of [in] parameter 'n' is [unique]}}
  }
  void index(const int *n) override {
    sum += *n; // expected-warning {{[in] parameter 'n' is [ptr] and may be null}}
  }
  void length(const char *s) override {
    sum += strlen(s); // expected-warning {{[in] parameter 's' is [unique]}}
  }
  void wrong_way(const node *n) override {
    if (n == nullptr) // expected-note {{taken when 'n' is null}}
      sum += 1;
    sum += n->value; // expected-warning {{[in] parameter 'n' is [unique]}}
  }
  void either(const node *n) override {
    if (n != nullptr || remembers(sum).first) // expected-note {{taken when 'n' is null}}
      sum += n->value; // expected-warning {{[in] parameter 'n' is [unique]}}
  }

  // Silent.
  // The condition is evaluated as a whole, for the sake of what it destroys.
  void as_a_whole(const node *n) override {
    for (; n != nullptr && remembers(sum).first; n = n->next)
      sum += n->value;
    if (n == nullptr || !remembers(sum).first)
      return;
    sum += n->value;
  }
  void tested(const node *n) override {
    if (n)
      sum += n->value;
  }
  void returned(const node *n) override {
    if (!n)
      return;
    if (n->next == nullptr || n->next->value == 0)
      return;
    sum += n->value;
  }
  void walked(const node *n) override {
    for (; n != nullptr; n = n->next)
      sum += n->value;
  }
  void ref(const node *n) override { sum += n->value; }
  void counted(int n, const int *a) override {
    for (int i = 0; i < n; ++i)
      sum += a[i];
  }
  void valid(const node *n) override {
    if (!is_valid(n))
      throw rpc::error(rpc::status::call_failed);
    sum += n->value;
  }
  void both(const node *n) override {
    const node *next = n && n->next ? n->next : nullptr;
    sum += next != nullptr ? next->value : 0;
  }
  void other(const node *n) override {
    node none = {};
    const node *here = n ? n : &none;
    sum += here->value;
  }
};
}

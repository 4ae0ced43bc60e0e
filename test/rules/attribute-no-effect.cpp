// RUN: %clang -fsyntax-only -Xclang -verify %s
#include "Inputs/rpc.h"

void outside([[rpc::in]] int n);                    // expected-warning {{'rpc::in' has no effect: 'outside' is in no interface [attribute-no-effect]}}
[[rpc::idempotent]] int function();                 // expected-warning {{'rpc::idempotent' has no effect: 'function' is in no interface}}
template <class T> void make([[rpc::in]] T t);      // expected-warning {{'make' is in no interface}}
using callback = void (*)([[rpc::in]] int n);       // expected-warning {{'rpc::in' has no effect: 'n' is a parameter of a type, and of no operation}}
void body() {
  void inner([[rpc::out]] int *p);                  // expected-warning {{'rpc::out' has no effect: 'inner' is declared in a function, and in no interface}}
  auto call = []([[rpc::in]] int n) {};             // expected-warning {{'rpc::in' has no effect: a lambda is not an operation}}
  struct s { [[rpc::unique]] int *p; };             // expected-warning {{'rpc::unique' has no effect: 'p' is declared in a function}}
  using alias [[rpc::unique]] = int *;              // expected-warning {{'alias' is declared in a function}}
}

namespace [[INTERFACE]] tested {
struct record {
  int n;
  void method([[rpc::in]] int n, [[rpc::out]] int *p); // expected-warning {{'rpc::in' has no effect: 'method' is a member function, and no operation}}
  static void still([[rpc::in]] int n);             // expected-warning {{'still' is a member function}}
  [[rpc::idempotent]] int get() const;              // expected-warning {{'rpc::idempotent' has no effect: 'get' is a member function}}
  friend void befriended([[rpc::in]] int n);        // expected-warning {{'rpc::in' has no effect: 'befriended' is declared as a friend, and no operation}}
};
void f([[rpc::in]] const record *r);
template <class T> using session [[rpc::context_handle(run_down)]] = T *; // expected-warning {{'rpc::context_handle' has no effect: 'session' is an alias template; write it on an alias of each type}}
[[rpc::local]] void run_down(int *p);
void h([[rpc::in, rpc::context_handle_noserialize]] int n); // expected-warning {{'rpc::context_handle_noserialize' has no effect: [in] parameter 'n' is not a context handle}}
using counted [[rpc::disable_consistency_check]] = int; // expected-warning {{'rpc::disable_consistency_check' has no effect: [in] parameter 'n' has no size}}
void i([[rpc::in]] counted n, [[rpc::in]] counted m, [[rpc::in, rpc::disable_consistency_check]] const int *p); // expected-warning {{[in] parameter 'p' has no size}}

// Silent.
using context [[rpc::context_handle(run_down)]] = int *;
using lax [[rpc::disable_consistency_check]] = const int *;
[[rpc::disable_consistency_check, rpc::context_handle_noserialize]] void j([[rpc::in]] int n, [[rpc::in, rpc::unique, rpc::size_is(n)]] lax p, [[rpc::in, rpc::context_handle_serialize]] context h, [[rpc::in, rpc::out]] context *k);
struct other {
  [[rpc::unique]] int *p;
};
template <class T> struct box {
  [[rpc::unique]] T *p;
};
template <class T> using unique [[rpc::unique]] = T *;
void g([[rpc::in]] int n);
void g(int n);
extern "C" void in_block([[rpc::in]] int n);
[[rpc::local]] void helper([[rpc::in]] int n);
void defined([[rpc::in]] int n) {}
}

struct implementation {
  [[rpc::suppress("unchecked-null")]] void f(const tested::record *r);
};
struct unused {
  [[rpc::unique]] int *p;
};
using unused_alias [[rpc::unique]] = int *;

namespace [[rpc::local]] local {
[[rpc::protection(privacy)]] void f();              // expected-warning {{'rpc::protection' has no effect: interface 'local' is local}}
[[rpc::since(1)]] void h();                         // expected-warning {{'rpc::since' has no effect: interface 'local' is local}}
[[rpc::idempotent]] void g();
}

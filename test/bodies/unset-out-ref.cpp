// RUN: %bodies -fplugin-arg-rpcgen-Wno-lost-result %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct pair { [[rpc::ref]] int *first; [[rpc::ref]] int *second; };
void zeroed([[rpc::out]] pair **p);
void reset([[rpc::out]] int *&n);
void replaced([[rpc::in, rpc::out]] pair *p);
void set([[rpc::out]] pair **p);
void given([[rpc::out]] pair *p);
void null([[rpc::out]] pair **p);
void made([[rpc::out]] int *&n);
void in([[rpc::in]] pair *p);
}

[[rpc::stubs]];

void fill(tested::pair *);

namespace tested {
struct implementation : service {
  void zeroed(pair **p) override {
    *p = rpc::allocate<pair>();
    (*p)->first = rpc::allocate<int>();
  } // expected-warning {{the call returns with the [ref] pointer 'pair::second' null, which ends it with a fault [unset-out-ref]}}
  void reset(int *&n) override {
    n = nullptr;
  } // expected-warning {{the call returns with the [ref] pointer [out] parameter 'n' null}}
  void replaced(pair *p) override {
    p->first = nullptr;
  } // expected-warning {{the call returns with the [ref] pointer 'p->first' of [in, out] parameter 'p' null}}

  // Silent.
  void set(pair **p) override {
    *p = rpc::allocate<pair>();
    **p = {rpc::allocate<int>(), rpc::allocate<int>()};
  }
  void given(pair *p) override { *p->first = *p->second = 1; }
  void null(pair **p) override { *p = nullptr; }
  void made(int *&n) override { n = rpc::allocate<int>(); }
  void in(pair *p) override { p->first = nullptr; }
};
}

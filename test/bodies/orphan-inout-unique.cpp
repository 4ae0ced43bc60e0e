// RUN: %bodies -fplugin-arg-rpcgen-Wno-lost-result -fplugin-arg-rpcgen-Worphan-inout-unique %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct record { int value; [[rpc::unique]] int *number; [[rpc::ptr]] int *shared; };
void pointer([[rpc::in, rpc::out]] record **r);
void field([[rpc::in, rpc::out]] record *r);
void reference([[rpc::in, rpc::out]] record &r);
void tested([[rpc::in, rpc::out]] record *r);
void out([[rpc::out]] record *r);
void in([[rpc::in]] record *r);
void full([[rpc::in, rpc::out]] record *r);
void set([[rpc::in, rpc::out]] record *r);
}

[[rpc::stubs]];

namespace tested {
struct implementation : service {
  void pointer(record **r) override {
    *r = nullptr; // expected-warning {{the client loses what '*r' of [in, out] parameter 'r' pointed to, unless it keeps a pointer of its own [orphan-inout-unique]}}
  }
  void field(record *r) override {
    r->number = nullptr; // expected-warning {{the client loses what 'r->number'}}
  }
  void reference(record &r) override {
    r = {}; // expected-warning {{the client loses what 'r.number'}}
  }

  // Silent.
  void tested(record *r) override {
    if (r->number == nullptr)
      r->number = nullptr;
  }
  void out(record *r) override { r->number = nullptr; }
  void in(record *r) override { r->number = nullptr; }
  void full(record *r) override { r->shared = nullptr; }
  void set(record *r) override { r->number = rpc::allocate<int>(); }
};
}

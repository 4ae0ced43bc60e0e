// RUN: %bodies %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct record { int value; };
class context;
using handle [[rpc::context_handle]] = context *;
void handle_rundown [[rpc::local]] (handle);
void in([[rpc::in, rpc::unique]] record *p);      // expected-note {{leave it to the stub}}
void out([[rpc::out]] record *p);                 // expected-note {{leave it to the stub}}
void inout([[rpc::in, rpc::out]] record **p);     // expected-note {{leave it to the stub}}
void owned([[rpc::in]] int n, [[rpc::in, rpc::size_is(n)]] int *a); // expected-note {{leave it to the stub}}
void fresh([[rpc::in]] record *p);
void copied([[rpc::in]] record *p);
void reassigned([[rpc::in, rpc::out]] record **p);
void close([[rpc::in, rpc::out]] handle *h);
void null([[rpc::out]] record **p);
}

[[rpc::stubs]];

namespace tested {
class context {};

struct implementation : service {
  void in(record *p) override {
    if (p)
      midl_user_free(p); // expected-warning {{'midl_user_free' releases what [in] parameter 'p' points to, which belongs to the stub and may be part of the message [free-stub-owned]}}
  }
  void out(record *p) override {
    delete p; // expected-warning {{'delete' releases what [out] parameter 'p' points to}}
  }
  void inout(record **p) override {
    record *was = *p; // followed
    *p = rpc::allocate<record>();
    rpc::free(was); // expected-warning {{'rpc::free' releases what '*p' of [in, out] parameter 'p' points to}}
  }
  void owned(int, int *a) override {
    std::unique_ptr<int> mine(a); // expected-warning {{'std::unique_ptr' releases what [in] parameter 'a' points to}}
  }

  // Silent: what the implementation has allocated, a context, and nothing at all.
  void fresh(record *p) override {
    p = static_cast<record *>(malloc(sizeof(record)));
    free(p);
  }
  void copied(record *p) override {
    record *copy = new record(*p);
    delete copy;
  }
  void reassigned(record **p) override {
    *p = rpc::allocate<record>();
    rpc::free(*p);
    *p = nullptr;
  }
  void close(handle *h) override {
    delete *h;
    *h = nullptr;
  }
  void null(record **p) override { free(*p); }
};
}

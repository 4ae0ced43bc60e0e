// RUN: %bodies %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
class session { public: int calls; session *next; };
using handle [[rpc::context_handle]] = session *;
void handle_rundown [[rpc::local]] (handle);
void pointer([[rpc::in, rpc::out]] handle *h);
void reference([[rpc::in, rpc::out]] handle &h);
void local([[rpc::in, rpc::out]] handle *h);
void tested([[rpc::in, rpc::out]] handle *h);
void in([[rpc::in]] handle h);
void open([[rpc::out]] handle *h);
void deleted([[rpc::in, rpc::out]] handle *h);
void opened([[rpc::in, rpc::out]] handle *h);
}

[[rpc::stubs]];

namespace tested {
struct implementation : service {
  void pointer(handle *h) override {
    ++(*h)->calls; // expected-warning {{'*h' of [in, out] parameter 'h' is null if the client sends a handle that this server has not given it [ctx-null-in]}}
  }
  void reference(handle &h) override {
    h->calls = 1; // expected-warning {{[in, out] parameter 'h' is null}}
  }
  void local(handle *h) override {
    session *s = *h;
    s->calls = 2; // expected-warning {{'*h' of [in, out] parameter 'h' is null}}
  }

  // Silent.
  void tested(handle *h) override {
    if (*h)
      ++(*h)->calls;
  }
  void in(handle h) override { ++h->calls; }
  void open(handle *h) override {
    *h = new session();
    (*h)->calls = 1;
  }
  void deleted(handle *h) override {
    delete *h;
    *h = nullptr;
  }
  void opened(handle *h) override {
    if (!*h)
      *h = new session();
    ++(*h)->calls;
  }
};
}

// RUN: %bodies %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
class session { public: int calls; session *next; };
using handle [[rpc::context_handle]] = session *;
void handle_rundown [[rpc::local]] (handle);
void one([[rpc::in]] handle h);                   // expected-note {{declare it [in, out] and set it to null}}
void cast([[rpc::in, rpc::context_handle]] void *h); // expected-note {{declare it [in, out]}}
void either([[rpc::in]] handle h, [[rpc::in]] int n); // expected-note {{declare it [in, out]}}
void close([[rpc::in, rpc::out]] handle *h);
void part([[rpc::in]] handle h);
void use([[rpc::in]] handle h);
void opened([[rpc::out]] handle *h);
void other([[rpc::in]] handle h);
}

[[rpc::stubs]];

namespace tested {
void handle_rundown(handle h) { delete h; }

struct implementation : service {
  void one(handle h) override {
    delete h; // expected-warning {{the context ends here, and the client keeps a handle to it: [in] parameter 'h' is not [out] [ctx-free-in-only]}}
  }
  void cast(void *h) override {
    delete static_cast<session *>(h); // expected-warning {{[in] parameter 'h' is not [out]}}
  }
  void either(handle h, int n) override {
    session *mine = h;
    if (n == 0)
      free(mine); // expected-warning {{[in] parameter 'h' is not [out]}}
  }

  // Silent.
  void close(handle *h) override {
    delete *h;
    *h = nullptr;
  }
  void part(handle h) override {
    delete h->next;
    h->next = nullptr;
  }
  void use(handle h) override { ++h->calls; }
  void opened(handle *h) override {
    session *made = new session();
    delete made;
    *h = nullptr;
  }
  void other(handle h) override {
    session *copy = new session(*h);
    delete copy;
  }
};
}

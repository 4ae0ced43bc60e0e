// RUN: %bodies %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
class session { public: int calls; session *next; };
using handle [[rpc::context_handle]] = session *;
void handle_rundown [[rpc::local]] (handle);
void one([[rpc::in, rpc::out]] handle *h);
void reference([[rpc::in, rpc::out]] handle &h);
void early([[rpc::in, rpc::out]] handle *h, [[rpc::in]] int n);
void close([[rpc::in, rpc::out]] handle *h);
void exchange([[rpc::in, rpc::out]] handle *h);
void before([[rpc::in, rpc::out]] handle *h);
void conditional([[rpc::in, rpc::out]] handle *h, [[rpc::in]] int n);
void again([[rpc::in, rpc::out]] handle *h);
}

[[rpc::stubs]];

namespace tested {
struct implementation : service {
  void one(handle *h) override {
    delete *h; // expected-warning {{the context ends here, and '*h' of [in, out] parameter 'h' is not set to null: the client keeps a handle to it [ctx-not-nulled]}}
  }
  void reference(handle &h) override {
    std::unique_ptr<session> mine(h); // expected-warning {{[in, out] parameter 'h' is not set to null}}
  }
  void early(handle *h, int n) override {
    delete *h; // expected-warning {{'*h' of [in, out] parameter 'h' is not set to null}}
    if (n == 0) // expected-note {{taken when 'n == 0' is true}}
      return;
    *h = nullptr;
  }

  // Silent.
  void close(handle *h) override {
    delete *h;
    *h = nullptr;
  }
  void exchange(handle *h) override { delete std::exchange(*h, nullptr); }
  void before(handle *h) override {
    session *left = *h;
    *h = nullptr;
    delete left;
  }
  void conditional(handle *h, int n) override {
    if (n > 0) {
      delete *h;
      *h = nullptr;
    }
  }
  void again(handle *h) override {
    delete *h;
    *h = new session();
  }
};
}

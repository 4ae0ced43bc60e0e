// What a server is given without the name of an interface is one error, which says what to write.
// RUN: %clang -fsyntax-only -Xclang -verify %s
#include <memory>
#include <rpc/rpc.h>

namespace [[rpc::interface("c2b0b3c4-6a0e-4f2d-93c1-1f5d2b7a9e64", 1, 0)]] adds {
void f([[rpc::in]] int n);
}
[[rpc::stubs]];

struct implementation : adds::service {
  void f(int) override {}
};

void serve(rpc::server &s, implementation &i, std::shared_ptr<adds::service> shared) {
  s.add<adds::service>(i);
  s.add<adds::service>(shared);
  s.add<adds::service>(std::make_shared<implementation>());
  s.add(i);     // expected-note {{in instantiation}}
  // expected-error@rpc/server.h:* {{name the interface that is served: server.add<echo::service>(echo)}}
  // expected-note@rpc/server.h:* {{in instantiation}}
}

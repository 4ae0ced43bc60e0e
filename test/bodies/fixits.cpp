// Fixes of implementations and clients leave nothing to report.
// RUN: rm -rf %t && mkdir %t && cp -r %S/Inputs %t && cp %s %t/fixed.cpp
// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-bodies -Xclang -fixit %t/fixed.cpp
// RUN: FileCheck %s < %t/fixed.cpp
// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-bodies -Werror %t/fixed.cpp
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct state { int n; };
using session [[rpc::context_handle(session_rundown)]] = state *;
[[rpc::local]] void session_rundown(session);
void open([[rpc::out]] session *s);
void close([[rpc::in, rpc::out]] session *s);
void end([[rpc::in, rpc::out]] session &s);
void cut([[rpc::in, rpc::out]] int **list);
}

[[rpc::stubs]];

namespace user {
using namespace tested;
struct implementation : service {
  void open(session *s) override { *s = new state{1}; }
  void close(session *handle) override {
    // CHECK: {{^}}    delete *handle; *handle = nullptr;
    delete *handle;
  }
  void end(session &s) override {
    state *old = s;
    if (old) {
      // CHECK: {{^}}      delete old; s = nullptr;
      delete old;
    }
  }
  void cut(int **) override {}
};
void call(const client &c) {
  // CHECK: {{^}}  int *list = nullptr, *other = nullptr;
  int *list, *other = nullptr;
  c.cut(&list);
  c.cut(&other);
  rpc::free(list);
  rpc::free(other);
}
}

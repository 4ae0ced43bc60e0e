// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wctx-not-strict -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

#define TWO                                                   \
  using a [[rpc::context_handle]] = void *;                   \
  [[rpc::local]] void a_rundown(a);                           \
  using b [[rpc::context_handle]] = void *;                   \
  [[rpc::local]] void b_rundown(b);                           \
  void f([[rpc::in, rpc::out]] a *p);                         \
  void g([[rpc::in, rpc::out]] b *p)
namespace [[INTERFACE]] tested { // expected-warning {{interface 'tested' has context handles of several types, and servers built by MIDL take one for another [ctx-not-strict]}}
TWO;
}

// Silent.
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a12", 1, 0), rpc::type_strict_context_handle]] strict {
TWO;
}
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a13", 1, 0)]] one {
void f([[rpc::in, rpc::out]] strict::a *p);
}

[[rpc::stubs]];

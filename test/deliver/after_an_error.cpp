// Behind an error in the interface there is no second one: the classes that the program names exist.
// RUN: %clang -fsyntax-only -Xclang -verify %s
#include <rpc/rpc.h>

namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20182")]] wrong {
void f([[rpc::out, rpc::unique]] int *p); // expected-error {{[out-unique]}} expected-note {{}}
void g([[rpc::in]] int n);
template <class T> void h(T); // expected-error 0+ {{}} expected-note 0+ {{}}
} // namespace wrong

[[rpc::stubs]];
[[rpc::stubs]]; // says nothing again

struct implementation : wrong::service {
  void f(int *) override {}
  void g(int) override {}
};

void call(rpc::connection &peer) { wrong::client(peer).g(1); }

void serve(rpc::server &server, implementation &made) { server.add<wrong::service>(made); }

// A wrong request for stubs, and what follows a wrong interface.
// RUN: %clang -fsyntax-only -Xclang -verify %s

[[rpc::stubs]]; // expected-error {{no interface is declared before this [stubs-without-interface]}}

namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20182")]] wrong {
void f([[rpc::out, rpc::unique]] int *p); // expected-error {{[out-unique]}} expected-note {{}}
void g([[rpc::in]] int n);
} // namespace wrong

[[rpc::stubs(wrong)]];  // expected-error {{the stubs need '#include <rpc/rpc.h>' before this [runtime-missing]}}
[[rpc::stubs(absent)]]; // expected-error {{no interface 'absent' is declared before this}}

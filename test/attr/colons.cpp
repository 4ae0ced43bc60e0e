// Colons where a name is missing are Clang's error; what was captured before them stays.
// RUN: %clang -fsyntax-only -Wno-unknown-attributes -Xclang -verify %s
#include <cstdint>

namespace [[rpc::::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a17", 1, 0)]] t { // expected-error {{expected identifier}} expected-error {{'rpc::interface' is on no declaration}} expected-note {{write it between}}
void f([[rpc::::in]] std::int32_t *p);  // expected-error {{expected identifier}}
void g([[in::::out]] std::int32_t *p);  // expected-error {{expected identifier}}
void h([[::rpc::in]] std::int32_t *p);  // expected-error {{expected}}
}
[[rpc::stubs]];

// Clang's warning of an attribute that it does not know is left out where the attribute is reported.
// RUN: %clang -fsyntax-only -Xclang -verify %s
#include <rpc/rpc.h>

namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a18", 1, 0)]] t {
void f([[rpc::inn]] std::int32_t n);      // expected-error {{'rpc::inn' is unknown; did you mean 'rpc::in'?}}
void g([[using rpc: inn]] std::int32_t n); // expected-error {{'rpc::inn' is unknown}}
void h([[in]] std::int32_t n);            // expected-error {{'in' is not an attribute of namespace rpc}}
void i([[RPC::in]] std::int32_t n);       // expected-error {{'RPC::in' is not an attribute of namespace rpc}}
struct s {
  [[unique]] std::int32_t *p; // expected-error {{'unique' is not an attribute of namespace rpc}}
};
void j([[idl::in, rpc::in]] s v);         // expected-error {{'idl::in' is not an attribute}}
void k([[acme::weight(3)]] std::int32_t n); // expected-warning-re {{unknown attribute '{{(acme::)?}}weight' ignored}}
void l([[whatever]] std::int32_t n);        // expected-warning {{unknown attribute 'whatever' ignored}}
}

namespace t { // once more
void m([[in]] std::int32_t n); // expected-error {{'in' is not an attribute of namespace rpc}}
}

void elsewhere([[in]] int n);      // expected-warning {{unknown attribute 'in' ignored}}
struct [[encode]] plain { int n; }; // expected-warning {{unknown attribute 'encode' ignored}}

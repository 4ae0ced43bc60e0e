// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
[[rpc::local]] void there(const char *text);
void remote(int n);
[[rpc::reserved]] void gap();
[[rpc::call_as(nowhere)]] void a(int n);  // expected-error {{is not supported by stubs yet}} expected-error {{'nowhere' is not a local function of interface 'tested' [call-as-local]}}
[[rpc::call_as(remote)]] void b(int n);   // expected-error {{is not supported by stubs yet}} expected-error {{'remote' is not a local function}}
[[rpc::call_as(gap)]] void c(int n);      // expected-error {{is not supported by stubs yet}} expected-error {{'gap' is not a local function}}

// Silent.
[[rpc::call_as(there)]] void d(int n);    // expected-error {{is not supported by stubs yet}}
}

[[rpc::stubs]];

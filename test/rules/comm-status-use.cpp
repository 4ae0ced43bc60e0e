// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
void a([[rpc::in, rpc::comm_status]] std::uint32_t *s);   // expected-error {{[in] parameter 's' cannot take a status [comm-status-use]}}
void b([[rpc::out, rpc::fault_status]] std::int64_t *s);  // expected-error {{[out] parameter 's' cannot take a status}}
[[rpc::comm_status]] void c();                            // expected-error {{the value that 'c' returns cannot take a status}}
void d([[rpc::out, rpc::comm_status]] std::uint32_t *s,
       [[rpc::out, rpc::comm_status]] std::uint32_t *t);  // expected-error {{'d' has one place for its status}}
[[rpc::comm_status]] std::uint32_t e([[rpc::out, rpc::comm_status]] std::uint32_t *s); // expected-error {{'e' has one place for its status}}

// Silent.
[[rpc::comm_status, rpc::fault_status]] std::uint32_t f();
void g([[rpc::out, rpc::comm_status, rpc::fault_status]] std::uint32_t *s);
void h([[rpc::out, rpc::comm_status]] std::uint32_t &s, [[rpc::out, rpc::fault_status]] std::uint32_t &t);
}

[[rpc::stubs]];

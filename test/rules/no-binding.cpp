// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wno-binding -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

#define UUID "d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a12"
extern rpc::handle_t everywhere;
namespace [[INTERFACE]] tested {
using session [[rpc::context_handle]] = void *;
[[rpc::local]] void session_rundown(session);
void a();                                  // expected-warning {{nothing in 'a' names the server, which compilers of IDL ask for [no-binding]}}
void b([[rpc::out]] session *s);           // expected-warning {{[no-binding]}}

// Silent.
void c(rpc::handle_t h);
void d(session s);
void e([[rpc::in, rpc::out]] session *s);
[[rpc::local]] void f();
using server_name [[rpc::handle]] = char16_t *;
void g([[rpc::in, rpc::string, rpc::unique]] server_name s);
}
namespace [[rpc::interface(UUID, 1, 0), rpc::implicit_handle(everywhere)]] implicit {
void a();
}

[[rpc::stubs]];

// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wctx-inout-may-be-null -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
using session [[rpc::context_handle]] = void *;
[[rpc::local]] void session_rundown(session);
void a([[rpc::in, rpc::out]] session *s);  // expected-warning {{if 's' is null, nothing in the call names a server [ctx-inout-may-be-null]}}

// Silent.
void b(rpc::handle_t h, [[rpc::in, rpc::out]] session *s);
void c(session t, [[rpc::in, rpc::out]] session *s);
void d(session t);
void e([[rpc::out]] session *s);
}

[[rpc::stubs]];

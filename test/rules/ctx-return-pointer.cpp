// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
using session [[rpc::context_handle]] = void *;
[[rpc::local]] void session_rundown(session);
session *a();  // expected-error {{the value that 'a' returns is a pointer to a context handle [ctx-return-pointer]}}

// Silent.
session b();
void c([[rpc::in, rpc::out]] session *s);
}

[[rpc::stubs]];

// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
// expected-warning@+2 {{a client cannot end a 'tested::open_only': no operation has one as [in, out] [ctx-no-close]}}
// expected-note@+1 {{declare one that takes an [in, out] pointer to it, and sets it to null}}
using open_only [[rpc::context_handle]] = void *;
[[rpc::local]] void open_only_rundown(open_only);
using session [[rpc::context_handle]] = void *;
[[rpc::local]] void session_rundown(session);
void a([[rpc::out]] open_only *s);
void b(open_only s);

// Silent.
void c([[rpc::out]] session *s);
void d([[rpc::in, rpc::out]] session *s);
}

[[rpc::stubs]];

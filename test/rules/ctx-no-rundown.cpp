// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wno-ctx-no-close -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

struct state;
namespace [[INTERFACE]] tested {
using named [[rpc::context_handle(nowhere)]] = state *;   // expected-note 1+{{declare '[[rpc::local]] void nowhere(tested::named)'}}
using unnamed [[rpc::context_handle]] = state *;          // expected-note {{declare '[[rpc::local]] void unnamed_rundown(tested::unnamed)'}}

// expected-error@+1 {{the context handle of [in] parameter 's' has no rundown function [ctx-no-rundown]}}
void a([[rpc::in]] named s);
// expected-error@+1 {{the context handle of the value that 'b' returns has no rundown function}}
unnamed b();
[[rpc::local]] void other_rundown(std::int32_t n);
using other [[rpc::context_handle]] = state *;
// expected-error@+1 {{nothing ends a context that the client of [in] parameter 's' leaves behind}}
void e([[rpc::in]] other s);
[[rpc::local]] void two(state *left, std::int32_t n);
using pair [[rpc::context_handle(two)]] = state *;
// expected-error@+1 {{nothing ends a context that the client of [in] parameter 's' leaves behind}}
void f([[rpc::in]] pair s);
// expected-error@+1 {{a rundown function belongs to a type, and [in] parameter 's' has none of its own}}
void c([[rpc::in, rpc::context_handle(later)]] state *s);

// Silent: one of MIDL's name, one of another scope, and none without a type.
using classic [[rpc::context_handle]] = state *;
namespace ends { void session(state *left); }
using scoped [[rpc::context_handle(ends::session)]] = state *;
void d([[rpc::in]] classic s, [[rpc::in]] scoped t, [[rpc::in, rpc::context_handle]] void *u);
[[rpc::local]] void classic_rundown(classic left);
[[rpc::local]] void any(const void *left, bool logged = false);
using untyped [[rpc::context_handle(any)]] = state *;
void g([[rpc::in]] untyped s);
}

[[rpc::stubs]];

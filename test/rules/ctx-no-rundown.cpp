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
// Functions that cannot be called with a handle alone.
[[rpc::local]] void other_rundown(std::int32_t n);
using other [[rpc::context_handle]] = state *; // expected-note {{declare '[[rpc::local]] void other_rundown(tested::other)'}}
void e([[rpc::in]] other s); // expected-error {{the context handle of [in] parameter 's' has no rundown function}}
[[rpc::local]] void two(state *left, std::int32_t n);
using pair [[rpc::context_handle(two)]] = state *;
void f([[rpc::in]] pair s); // expected-error {{the context handle of [in] parameter 's' has no rundown function}}
[[rpc::local]] void none();
using empty [[rpc::context_handle(none)]] = state *;
void h([[rpc::in]] empty s); // expected-error {{the context handle of [in] parameter 's' has no rundown function}}
[[rpc::local]] void pointed(state **left);
using deep [[rpc::context_handle(pointed)]] = state *;
void i([[rpc::out]] deep *s); // expected-error {{the context handle of [out] parameter 's' has no rundown function}}
[[rpc::local]] void changed(state *&left);
using changing [[rpc::context_handle(changed)]] = state *;
void j([[rpc::in]] changing s); // expected-error {{the context handle of [in] parameter 's' has no rundown function}}
struct else_ {};
[[rpc::local]] void another(else_ *left);
using strange [[rpc::context_handle(another)]] = void *;
void k([[rpc::in]] strange s); // expected-error {{the context handle of [in] parameter 's' has no rundown function}}
[[rpc::local]] void overloaded(std::int32_t n);
[[rpc::local]] void overloaded(state *left, state *right);
using several [[rpc::context_handle(overloaded)]] = state *;
void l([[rpc::in]] several s); // expected-error {{the context handle of [in] parameter 's' has no rundown function}}
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
using constant [[rpc::context_handle(any)]] = const state *;
void g([[rpc::in]] untyped s, [[rpc::in]] constant t);
struct user;
namespace ends {
void each(state *left);
void each(user *left);
template <class T> void all(T *left);
void referenced(state *const &left);
}
using first [[rpc::context_handle(ends::each)]] = state *;
using second [[rpc::context_handle(ends::each)]] = user *;
using third [[rpc::context_handle(ends::all)]] = user *;
using fourth [[rpc::context_handle(ends::referenced)]] = state *;
void m([[rpc::in]] first s, [[rpc::in]] second t, [[rpc::in]] third u, [[rpc::in]] fourth v);
}

[[rpc::stubs]];

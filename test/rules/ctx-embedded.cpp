// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"
#include <optional>
#include <span>
#include <vector>

struct state;
void keep(state *left);

namespace [[INTERFACE]] tested {
using session [[rpc::context_handle(keep)]] = state *;

// expected-error@+1 {{field 'first' has a context handle in it, which must be a parameter, an array as a parameter, or a result [ctx-embedded]}}
struct pair { session first; };
// expected-error@+1 {{union arm 's' has a context handle in it}}
union either { [[rpc::case(1)]] session s; [[rpc::case(2)]] int n; };
void a([[rpc::in]] pair p, [[rpc::in]] int t, [[rpc::in, rpc::switch_is(t)]] either e);
// expected-error@+2 {{[in, out] parameter 'all' is an array of context handles, which is [in] or [out]}}
// expected-note@+1 {{make it two parameters}}
void b([[rpc::in, rpc::out]] session all[3]);
// expected-error@+1 {{[in] parameter 'part' has a context handle in it}}
void part(int n, [[rpc::in, rpc::length_is(n)]] session part[3]);
// expected-error@+1 {{[in] parameter 'list' has a context handle in it}}
void list([[rpc::in]] const std::vector<session> &list);
// expected-error@+1 {{[in] parameter 'view' has a context handle in it}}
void view(int n, [[rpc::in, rpc::size_is(n)]] std::span<const session> view);
// expected-error@+1 {{[in] parameter 'far' has a context handle in it}}
void c([[rpc::in]] session **far);
// expected-error@+2 {{the value that 'd' returns has a context handle in it}}
// expected-note@+1 {{pass the handle itself, or a pointer to it}}
session **d();
// expected-error@+1 {{[in] parameter 'many' has a context handle in it}}
void of_vector([[rpc::in]] const std::vector<session> &many);
// expected-error@+1 {{[in] parameter 'perhaps' has a context handle in it}}
void of_optional([[rpc::in]] std::optional<session> perhaps);
// expected-error@+1 {{field 'all' has a context handle in it}}
struct holder { std::vector<session> all; };
void of_field([[rpc::in]] const holder &h);

// Silent: arrays that travel one way.
void three([[rpc::in]] session all[3], [[rpc::out]] session made[3]);
void some(int n, [[rpc::in, rpc::size_is(n)]] session *all, [[rpc::in, rpc::size_is(n)]] session again[]);
void found([[rpc::out]] int *n, [[rpc::out, rpc::size_is(, *n)]] session **all);
// Silent: by itself.
void e([[rpc::in]] session s, [[rpc::out]] session *made, [[rpc::in, rpc::out]] session &changed);
session f([[rpc::in, rpc::context_handle]] void *other, [[rpc::out, rpc::context_handle]] state **third);
[[rpc::context_handle]] void *g([[rpc::in]] const session *seen);
}

[[rpc::stubs]];

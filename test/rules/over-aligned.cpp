// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
// expected-error@+2 {{'wide' is aligned to 32 bytes, and memory of stubs to 16 [over-aligned]}}
// expected-note@+1 {{align it to at most 16 bytes}}
struct alignas(32) wide { int n; };
// expected-error@+1 {{'holder' is aligned to 32 bytes}}
struct holder { int n; wide w; };
// expected-error@+1 {{'choice' is aligned to 64 bytes}}
union [[rpc::switch_type(int)]] choice { [[rpc::case(1)]] alignas(64) int n; };
void a([[rpc::in]] holder *h, int tag, [[rpc::switch_is(tag)]] choice c);

// Silent.
struct alignas(16) aligned { int n; };
struct alignas(64) unused { int n; };
void b([[rpc::in]] aligned *x);
[[rpc::local]] void local(unused *u);
}

[[rpc::stubs]];

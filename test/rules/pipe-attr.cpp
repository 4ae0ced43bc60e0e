// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
// expected-error@+1 {{'a' has pipes, whose elements pass once and are waited for: it cannot be [idempotent] [pipe-attr]}}
[[rpc::idempotent]] void a([[rpc::in]] rpc::pipe<std::int32_t> &numbers);
// expected-error@+1 {{'b' has pipes, whose elements pass once and are waited for: it cannot be [maybe]}}
[[rpc::maybe]] void b([[rpc::in]] rpc::pipe<std::int32_t> &numbers); // expected-error {{is not supported by stubs yet}}

// Silent.
void c([[rpc::in]] rpc::pipe<std::int32_t> &numbers);
[[rpc::idempotent]] std::int32_t d([[rpc::in]] std::int32_t number);
}

[[rpc::stubs]];

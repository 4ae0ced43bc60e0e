// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include <rpc/rpc.h>

namespace [[rpc::interface("94b1f0a6-0a0f-44a8-b0a3-2f2e6c1c7d11", 1, 2)]] tested {
[[rpc::since(2)]] void right();
[[rpc::since()]] void empty();   // expected-error {{'rpc::since' takes one argument [attribute-arguments]}}
[[rpc::since]] void bare();      // expected-error {{'rpc::since' takes one argument [attribute-arguments]}}
[[rpc::since(1, 2)]] void two(); // expected-error {{'rpc::since' takes one argument [attribute-arguments]}}
[[rpc::sinse(1)]] void misspelt(); // expected-error {{'rpc::sinse' is unknown; did you mean 'rpc::since'? [unknown-attribute]}}
} // namespace tested

// expected-error@+1 {{'rpc::since' belongs on a function, not on a variable [attribute-place]}}
[[rpc::since(1)]] int misplaced;

// Clang refuses an attribute that stands on a type; we say where it belongs.
// RUN: %clang -fsyntax-only -Xclang -verify %s

void f(int *[[rpc::unique]] p); // expected-error {{'unique' attribute cannot be applied to types}} \
                                // expected-error {{'rpc::unique' is on no declaration; it belongs on a function, a parameter, a field, a union arm or a type alias, before the declaration or after its name, and never on a type [attribute-place]}}

void g(int [[rpc::size_is(n)]] *p, int n); // expected-error {{attribute cannot be applied to types}} \
                                           // expected-error {{'rpc::size_is' is on no declaration}}

void h([[rpc::in]] int n, int m [[rpc::in]]); // before it and after its name

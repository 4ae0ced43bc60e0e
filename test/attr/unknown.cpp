// A name of rpc that is not in the table is an error, wherever it stands.
// RUN: %clang -fsyntax-only -Wno-unknown-attributes -Xclang -verify %s

void misspelt([[rpc::sise_is(n)]] int *p, int n); // expected-error {{'rpc::sise_is' is unknown; did you mean 'rpc::size_is'? [unknown-attribute]}}
void swapped([[rpc::uinque]] int *p);             // expected-error {{did you mean 'rpc::unique'?}}
void far([[rpc::nothing_like_it]] int *p);        // expected-error {{'rpc::nothing_like_it' is unknown [unknown-attribute]}}
void used([[using rpc: in, ot]] int *p);          // expected-error {{'rpc::ot' is unknown; did you mean 'rpc::out'?}}
void idl([[rpc::inout]] int *p);                  // expected-error {{'rpc::inout' is unknown; did you mean 'rpc::in, rpc::out'?}}

// Other people's attributes are none of our business.
[[gnu::unused]] [[other::in(1, 2)]] int fine;
[[using other: in, size_is(n)]] int fine_too;

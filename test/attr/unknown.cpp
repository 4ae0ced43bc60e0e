// A name of rpc that is not in the table is an error, wherever it stands.
// RUN: %clang -fsyntax-only -Wno-unknown-attributes -Xclang -verify %s

void misspelt([[rpc::sise_is(n)]] int *p, int n); // expected-error {{'rpc::sise_is' is unknown; did you mean 'rpc::size_is'? [unknown-attribute]}}
void swapped([[rpc::uinque]] int *p);             // expected-error {{did you mean 'rpc::unique'?}}
void far([[rpc::nothing_like_it]] int *p);        // expected-error {{'rpc::nothing_like_it' is unknown [unknown-attribute]}}
void used([[using rpc: in, ot]] int *p);          // expected-error {{'rpc::ot' is unknown; did you mean 'rpc::out'?}}
void idl([[rpc::inout]] int *p);                  // expected-error {{'rpc::inout' is unknown; did you mean 'rpc::in, rpc::out'?}}


// Those of MIDL and others that have no counterpart of their name.
int retval([[rpc::retval]] int *p);    // expected-error {{'rpc::retval' is unknown [unknown-attribute]}} expected-note {{let the function return the value}}
void null([[rpc::optional]] int *p);   // expected-error {{'rpc::optional' is unknown}} expected-note {{write 'rpc::unique' on a pointer that may be null}}
[[rpc::callback]] void call();         // expected-error {{'rpc::callback' is unknown [unknown-attribute]}} expected-note {{let it write to an [out] pipe, 'rpc::pipe<T> &'}}
void iid([[rpc::iid_is(i)]] void **p); // expected-error {{'rpc::iid_is' is unknown [unknown-attribute]}} expected-note {{interfaces of objects are not supported}}
[[rpc::oneway]] void one();            // expected-error {{'rpc::oneway' is unknown}} expected-note {{write 'rpc::maybe'}}

// Other people's attributes are none of our business.
[[gnu::unused]] [[other::in(1, 2)]] int fine;
[[using other: in, size_is(n)]] int fine_too;

// RUN: %clang -fsyntax-only -Xclang -verify %s

void none([[rpc::in(1)]] int n);          // expected-error {{'rpc::in' takes no arguments [attribute-arguments]}} \
                                          // expected-note {{write for example '[[rpc::in]] std::uint32_t n'}}
void empty([[rpc::in()]] int n);          // expected-error {{'rpc::in' takes no arguments}} expected-note {{}}
void missing([[rpc::size_is]] int *p);    // expected-error {{'rpc::size_is' takes at least one argument}} \
                                          // expected-note {{write for example '[[rpc::in, rpc::size_is(n)]] const std::uint8_t *data'}}
void bare([[rpc::size_is()]] int *p);     // expected-error {{'rpc::size_is' takes at least one argument}} expected-note {{}}
void gap([[rpc::size_is(, )]] int *p, int n); // expected-error {{'rpc::size_is' has gaps and no argument}} expected-note {{}}
void few([[rpc::range(1)]] int n);        // expected-error {{'rpc::range' takes 2 arguments}} expected-note {{}}
void hole([[rpc::range(, 1)]] int n);     // expected-error {{'rpc::range' has an empty argument}} expected-note {{}}
void many([[rpc::switch_is(a, b)]] int n, int a, int b); // expected-error {{'rpc::switch_is' takes one argument}} expected-note {{}}
void unclosed_size([[rpc::size_is(n]] int *p, int n); // expected-error {{'rpc::size_is' lacks a bracket that closes its arguments}} expected-note {{}}
void deep([[rpc::size_is((n]] int *p, [[rpc::in]] int n); // expected-error {{'rpc::size_is' lacks a bracket}} expected-note {{}}
void index([[rpc::size_is(n[1), rpc::in]] int *p, int *n); // expected-error {{'rpc::size_is' lacks a bracket}} expected-note {{}}

namespace [[rpc::interface("a", 1, 0]] unclosed {}  // expected-error {{'rpc::interface' lacks a bracket}} expected-note {{}}
namespace [[rpc::interface("a", 1, 0, 0)]] four {}  // expected-error {{'rpc::interface' takes 0 to 3 arguments}} expected-note {{}}
namespace [[rpc::interface("a", 1 + 1)]] sum {}     // expected-error {{'rpc::interface' takes names and literals, no expressions}} expected-note {{}}
namespace [[rpc::pointer_default(weak)]] weak {}    // expected-error {{'rpc::pointer_default' takes ref, unique or ptr}} expected-note {{}}

// Parentheses, commas inside them, and names that come later are fine.
void fine([[rpc::size_is((n + 1) * 2, m[(1, 2)])]] int **p, int n);

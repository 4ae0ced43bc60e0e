// What the parser skips behind an error of the user's is no error of its own.
// RUN: %clang -fsyntax-only -Xclang -verify %s

void f([[rpc::in]] int a b, [[rpc::in]] int c); // expected-error {{expected ')'}} expected-note {{}}

// Clang refuses an attribute on a type without saying where it belongs; it is said once, with that.
// RUN: %clang -fsyntax-only -Xclang -verify %s

// expected-error@+2 {{'rpc::unique' is on no declaration; it belongs on a function, a parameter, a field, a union arm or a type alias [attribute-place]}}
// expected-note@+1 {{write it before the declaration or after the name; it cannot be applied to a type}}
void f(int *[[rpc::unique]] p);

// expected-error@+1 {{'rpc::size_is' is on no declaration}} expected-note@+1 {{write it before}}
void g(int [[rpc::size_is(n)]] *p, int n);

// expected-error@+2 {{'rpc::in' is on no declaration}} expected-note@+2 {{write it before}}
// expected-error@+1 {{'rpc::out' is on no declaration}} expected-note@+1 {{write it before}}
void two(int &[[rpc::in, rpc::out]] r);

// expected-error@+1 {{'rpc::out' is on no declaration}} expected-note@+1 {{write it before}}
void behind(int n) [[rpc::out]];

// expected-error@+2 {{'rpc::in' is on no declaration}} expected-note@+2 {{write it before}}
// expected-error@+1 {{'rpc::out' is on no declaration}} expected-note@+1 {{write it before}}
void together(int &[[using rpc: in, out]] r);

// Where IDL has them.
// expected-error@+2 {{'rpc::unique' is on no declaration}} expected-note@+2 {{write it before}}
// expected-error@+1 {{'rpc::string' is on no declaration}} expected-note@+1 {{write it before}}
typedef [[rpc::unique, rpc::string]] char *text;

// An attribute of somebody else is clang's to judge.
typedef [[deprecated]] int old; // expected-error {{an attribute list cannot appear here}}

void h([[rpc::in]] int n, int m [[rpc::in]]); // before it and after its name

// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"
#include <memory>
#include <string>
#include <vector>

namespace [[INTERFACE]] tested {
struct person { std::string name; };
struct plain { int n; };
struct linked {
  std::string name;
  // expected-error@+2 {{field 'next' points to 'tested::linked', which owns memory that would not be released [owning-behind-pointer]}}
  // expected-note@+1 {{use std::unique_ptr or std::vector}}
  linked *next;
  plain *fine;
};
struct open {
  std::string name;
  std::uint32_t n;
  [[rpc::size_is(n)]] int tail[1];
};
void a(const linked &l);
// expected-error@+1 {{[out] parameter 'p' points to 'tested::person'}}
void b([[rpc::out]] person **p);
// expected-error@+1 {{[in, out] parameter 'p' points to 'tested::person'}}
void c([[rpc::in, rpc::out, rpc::unique]] person *p);
// expected-error@+1 {{[in, out] parameter 'p' points to 'tested::person'}}
void d([[rpc::in, rpc::out]] person *&p);
// expected-error@+1 {{the value that 'e' returns points to 'std::string'}}
std::string *e();
// expected-error@+1 {{[in] parameter 'p' points to 'std::string'}}
void f(std::vector<std::string *> p);
// expected-error@+1 {{[in] parameter 'o' points to 'const tested::open'}}
void g(const open *o);

// Silent: whoever calls the stub has the object.
void h([[rpc::in]] person *p, const person &q, [[rpc::in, rpc::unique]] const person *r);
void i([[rpc::out]] person *p, [[rpc::in, rpc::out]] std::string &s);
void j(std::uint32_t n, [[rpc::in, rpc::out, rpc::size_is(n)]] person *p, const person four[4]);
void k([[rpc::out]] std::vector<std::unique_ptr<person>> &all, std::vector<plain *> some);
}

[[rpc::stubs]];

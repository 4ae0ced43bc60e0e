// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
struct s {
  char *a;                                  // expected-warning {{field 'a' points to exactly one character [pointer-may-be-array]}}
  [[rpc::string]] char *b;
};
void a([[rpc::in]] const char *p, [[rpc::in]] s *q);    // expected-warning {{[in] parameter 'p' points to exactly one character}}
void b([[rpc::in]] char16_t **p);                       // expected-warning {{[pointer-may-be-array]}}
char *c();                                  // expected-warning {{the value that 'c' returns points to exactly one character}}
void f([[rpc::out]] char **p);                          // expected-warning {{[out] parameter 'p' points to exactly one character}}
void g([[rpc::out]] char16_t *&p, [[rpc::out]] int *n); // expected-warning {{[out] parameter 'p' points to exactly one character}}
void h([[rpc::in, rpc::out]] char **p);                 // expected-warning {{[in, out] parameter 'p' points to exactly one character}}

// Silent: the server writes one, a reference is one, and bytes are numbers.
void d([[rpc::out]] char *p, [[rpc::in, rpc::out]] char *q, const char &r, [[rpc::in]] std::uint8_t *t);
void e(int n, [[rpc::string]] const char *p, [[rpc::in, rpc::size_is(n)]] char *q, [[rpc::in]] char r[4], char v);
}

[[rpc::stubs]];

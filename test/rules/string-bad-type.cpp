// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct point { int x; };
using text [[rpc::string]] = int *; // expected-error {{[string] needs a pointer to or an array of char, char16_t or std::uint8_t, and field 't' has type 'int' [string-bad-type]}}
struct record {
  text t;
  // expected-error@+1 {{and field 'words' has type 'std::uint16_t'}}
  [[rpc::string]] std::uint16_t words[8];
};
// expected-error@+1 {{and [in] parameter 's' has type 'std::int32_t'}}
void a([[rpc::in, rpc::string]] std::int32_t *s, [[rpc::in]] record *r);
// expected-error@+1 {{and [in] parameter 's' has type 'tested::point'}}
void b([[rpc::in, rpc::string]] point *s);
// expected-error@+1 {{and [in] parameter 'c' has type 'char'}}
void c([[rpc::string]] char c);
// expected-error@+1 {{and the value that 'd' returns has type 'float'}}
[[rpc::string]] float *d();

// expected-error@+1 {{and [in] parameter 'c' has type 'const char'}}
void f([[rpc::string]] const char &c);

// Silent.
using name [[rpc::string]] = const char16_t *;
struct right { [[rpc::string]] char fixed[16]; [[rpc::string]] char *list[4]; name n; };
void e([[rpc::string]] const char *a, [[rpc::in, rpc::string]] std::uint8_t *b, name c, [[rpc::in]] right *r, [[rpc::out, rpc::string]] char16_t **s);
}

[[rpc::stubs]];

// RUN: %clang -fsyntax-only -Xclang -verify %s
#include "Inputs/warnings.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
struct s {
  [[rpc::string]] char none[1];                   // expected-warning {{field 'none' has room for the zero that ends a string, and for no character [string-no-room]}} expected-note {{give it one element more than the longest text has, or add size_is(n)}}
  [[rpc::string]] char one[2];
  char letter[1];
  [[rpc::string]] char *text;
};
struct open {
  std::uint32_t n;
  [[rpc::string, rpc::size_is(n)]] char text[1];
};
void a(const s *p, const open *o);
void b([[rpc::string]] const char16_t p[1]);      // expected-warning {{[in] parameter 'p' has room for the zero}} expected-note {{give it one element more}}
void d([[rpc::out, rpc::string, rpc::size_is(1)]] char *p); // expected-warning {{[out] parameter 'p' has room for the zero}} expected-note {{give it one element more}}
void e([[rpc::out, rpc::string, rpc::max_is(1)]] char *p);
void c([[rpc::string]] const char p[2], [[rpc::string]] const char *q);
}

[[rpc::stubs]];

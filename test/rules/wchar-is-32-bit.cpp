// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"
#include <string>
#include <vector>

namespace [[INTERFACE]] tested {
// expected-error@+1 {{alias 'tested::text' uses 'const wchar_t'}}
using text = const wchar_t *;
struct record {
  // expected-error@+1 {{field 'name' has type 'wchar_t', which has 32 bits here and 16 bits on the wire [wchar-is-32-bit]}}
  wchar_t name[16];
};
// expected-error@+1 {{[in] parameter 's' has type 'const wchar_t'}}
void a([[rpc::string]] const wchar_t *s, [[rpc::in]] record *r);
void b([[rpc::string]] text s);
// expected-error@+1 {{[out] parameter 'c' has type 'wchar_t'}}
void c([[rpc::out]] wchar_t &c);
// expected-error@+2 {{[in] parameter 'w' has type 'const std::wstring'}}
// expected-note@+1 {{write 'std::u16string'}}
void e([[rpc::in]] const std::wstring &w);
// expected-error@+2 {{[in] parameter 'w' has type 'std::wstring_view'}}
// expected-note@+1 {{write 'std::u16string_view'}}
void f([[rpc::in]] std::wstring_view w);

// Silent.
void d([[rpc::string]] const char16_t *s, char16_t c, char e);
}

[[rpc::stubs]];

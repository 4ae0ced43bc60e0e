// RUN: %clang -fsyntax-only -Xclang -verify %s
#include "Inputs/rpc.h"
#include <string>

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
// expected-error@+2 {{text in UTF16 has characters of 16 bits, and [in] parameter 's' has type 'const char' [charset-type]}}
// expected-note@+1 {{use 'char16_t'; nothing is converted}}
void a([[rpc::in, rpc::string, rpc::charset(UTF16)]] const char *s);
struct record {
  // expected-error@+2 {{text in DOS has characters of 8 bits, and field 'name' has type 'char16_t'}}
  // expected-note@+1 {{use 'char' or 'std::uint8_t'; nothing is converted}}
  [[rpc::string, rpc::charset(DOS)]] char16_t *name;
  // expected-error@+2 {{text in utf-16le has characters of 16 bits, and field 'units' has type 'std::uint16_t'}}
  // expected-note@+1 {{use 'char16_t'}}
  [[rpc::charset("utf-16le")]] std::uint16_t units[4];
};
using text [[rpc::charset(UCS2)]] = std::uint32_t *;
// expected-error@-1 {{text in UCS2 has characters of 16 bits, and [in] parameter 't' has type 'std::uint32_t'}}
// expected-note@-2 {{use 'char16_t'}}
void b([[rpc::in]] const record &r, [[rpc::in]] text t);
// expected-error@+2 {{text in UTF16BE has no type here: characters have 8 bits, or 16 in the byte order of the message}}
// expected-error@+2 {{text in UTF-32 has no type here}}
void c([[rpc::in, rpc::string, rpc::charset(UTF16BE)]] const char16_t *big,
       [[rpc::in, rpc::string, rpc::charset("UTF-32")]] const char16_t *wide);
// expected-error@+2 {{text in UTF8 has characters of 8 bits, and [in] parameter 's' has type 'const std::u16string'}}
// expected-note@+1 {{use 'char' or 'std::uint8_t'}}
void d([[rpc::in, rpc::charset(UTF8)]] const std::u16string &s);

// Silent: what agrees, in pointers, arrays, aliases and classes.
using dos_name [[rpc::charset(DOS)]] = std::uint8_t[8];
struct entry {
  [[rpc::string, rpc::charset(UTF8)]] char *name;
  [[rpc::string, rpc::charset(UTF16)]] char16_t *title;
  [[rpc::charset(UTF16)]] char16_t units[4];
  dos_name file;
};
void e([[rpc::in]] const entry &r, [[rpc::in, rpc::charset("ISO8859-1")]] const std::string &s,
       [[rpc::in, rpc::charset(UTF16)]] const std::u16string &t);
} // namespace tested

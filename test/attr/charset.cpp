// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include <rpc/rpc.h>

namespace [[rpc::interface("94b1f0a6-0a0f-44a8-b0a3-2f2e6c1c7d13", 1, 0)]] tested {
void right([[rpc::in, rpc::string, rpc::charset(UTF16)]] const char16_t *text);
void quoted([[rpc::in, rpc::string, rpc::charset("ISO8859-1")]] const char *text);
void empty([[rpc::in, rpc::string, rpc::charset()]] const char *text); // expected-error {{'rpc::charset' takes one argument [attribute-arguments]}}
void two([[rpc::in, rpc::string, rpc::charset(DOS, UNIX)]] const char *text); // expected-error {{'rpc::charset' takes one argument [attribute-arguments]}}
} // namespace tested

// expected-error@+1 {{'rpc::charset' belongs on}}
[[rpc::charset(UTF8)]] void misplaced();

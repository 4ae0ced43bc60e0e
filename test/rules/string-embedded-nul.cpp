// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wstring-embedded-nul -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace [[INTERFACE]] tested {
struct record {
  std::u16string name; // expected-warning {{field 'name' is a string on the wire, which ends at its first zero: a text that holds one makes the call fail [string-embedded-nul]}}
};
void a(std::string_view text);                           // expected-warning {{[in] parameter 'text' is a string on the wire}}
void b(const std::vector<std::optional<std::string>> &l); // expected-warning {{[in] parameter 'l' is a string on the wire}}

// Silent: where C says what a string is, and where there is none.
void c(const record &r, [[rpc::string]] const char *text, const std::vector<std::byte> &bytes);
}

[[rpc::stubs]];

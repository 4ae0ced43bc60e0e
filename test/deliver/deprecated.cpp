// That something is deprecated is said to those who use it, and not in stubs.
// RUN: %clang -fsyntax-only -Wall -Wextra -Xclang -verify %s
// RUN: rm -rf %t && mkdir %t && %clang -fsyntax-only -fplugin-arg-rpcgen-out=%t -Wno-everything %s
// RUN: FileCheck --check-prefix=FILE %s < %t/deprecated.rpc.h
// FILE: #pragma GCC diagnostic push
// FILE-NEXT: #pragma GCC diagnostic ignored "-Wdeprecated-declarations"
// FILE: namespace t {
// FILE: #pragma GCC diagnostic pop
#include <rpc/rpc.h>

namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a23", 1, 0)]] t {
[[deprecated("use 'now'")]] void before([[rpc::in]] std::uint32_t n);
void now([[rpc::in]] std::uint32_t n);
struct [[deprecated]] old { std::int32_t n; }; // expected-note {{marked deprecated here}}
void take(const old &o);                       // expected-warning {{'old' is deprecated}}
struct part { [[deprecated]] std::int32_t a; std::int32_t b; };
void parts(const part &p);
enum class [[deprecated]] colour : std::uint16_t { red }; // expected-note {{marked deprecated here}}
void paint(colour c); // expected-warning {{'colour' is deprecated}}
using number [[deprecated]] = std::int32_t; // expected-note {{marked deprecated here}}
void count(number n); // expected-warning {{'number' is deprecated}}
}
[[rpc::stubs]];

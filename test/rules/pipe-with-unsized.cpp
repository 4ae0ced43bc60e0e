// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wpipe-with-unsized -Xclang -verify %s
#include "Inputs/warnings.h"
#include <string>

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
struct open {
  std::uint32_t n;
  [[rpc::size_is(n)]] std::int32_t a[1];
};
struct record {
  std::int32_t n;
};
// expected-warning@+1 {{'name' has no fixed size and is passed with a pipe, which MIDL does not compile [pipe-with-unsized]}}
void a(std::string_view name, [[rpc::in]] rpc::pipe<std::uint8_t> &data);
// expected-warning@+1 {{'r' has no fixed size}}
void b([[rpc::unique]] const record *r, [[rpc::out]] rpc::pipe<std::uint8_t> &data);
// expected-warning@+1 {{'a' has no fixed size}}
void c(std::uint32_t n, [[rpc::size_is(n)]] const std::int32_t *a, [[rpc::in]] rpc::pipe<std::uint8_t> &data);
// expected-warning@+1 {{'o' has no fixed size}}
void d(const open *o, [[rpc::in]] rpc::pipe<std::uint8_t> &data);

// Silent: what has a size, and where there is no pipe.
void e(std::uint32_t n, const record &r, const std::int32_t a[4], [[rpc::in]] rpc::pipe<std::uint8_t> &data);
void f(std::string_view name, [[rpc::unique]] const record *r);
}

[[rpc::stubs]];

// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wstd-variant -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"
#include <optional>
#include <variant>

namespace [[INTERFACE]] tested {
struct record {
  std::variant<std::int32_t, double> v; // expected-warning {{field 'v' travels with the numbers of its alternatives, which change when one is inserted [std-variant]}}
};
void a(const std::optional<std::variant<std::monostate, double>> &v); // expected-warning {{[in] parameter 'v' travels with the numbers}}

// Silent.
union value {
  [[rpc::case(1)]] std::int32_t number;
  [[rpc::case(2)]] double real;
};
void b(const record &r, std::uint32_t kind, [[rpc::switch_is(kind)]] const value &v, const std::optional<double> &o);
}

[[rpc::stubs]];

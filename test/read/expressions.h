// Size expressions reach the generated code as they were meant.
// RUN: rm -rf %t && %clang -x c++-header -fsyntax-only -fplugin-arg-rpcgen-out=%t %s
// RUN: FileCheck %s < %t/expressions.rpc.h
#include <rpc/rpc.h>

#include <cstdint>

enum plain { two = 2 };
enum class scoped : std::uint32_t { three = 3 };
constexpr int four = 4;
struct constants {
  static constexpr unsigned five = 5;
};
#define SIZED(n) rpc::size_is((n) + 1)
#define DOUBLED [[rpc::in, rpc::size_is(n * 2)]] std::uint8_t *data

namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20182", 1, 0)]] sizes {

// A name that is declared later.
void forward([[rpc::in, rpc::size_is(n)]] std::uint8_t *data, std::uint32_t n);
// CHECK-LABEL: operation<::sizes::wire::forward>
// CHECK: return ndr::checked(self.n);

void precedence(std::uint32_t a, std::uint32_t b, std::uint32_t c,
                [[rpc::in, rpc::size_is(a + b * c << 1 & 7)]] std::uint8_t *data);
// CHECK-LABEL: operation<::sizes::wire::precedence>
// CHECK: return ((ndr::checked(self.a) + (ndr::checked(self.b) * ndr::checked(self.c))) << 1) & 7;

void grouped(std::uint32_t a, std::uint32_t b, [[rpc::in, rpc::size_is((a - b) / 2)]] std::uint8_t *data);
// CHECK-LABEL: operation<::sizes::wire::grouped>
// CHECK: return (ndr::checked(self.a) - ndr::checked(self.b)) / 2;

void conditional(std::uint32_t a, [[rpc::in, rpc::size_is(a > 4 ? a : !a)]] std::uint8_t *data);
// CHECK-LABEL: operation<::sizes::wire::conditional>
// CHECK: choose(ndr::checked(self.a) > 4, ndr::checked(self.a), !ndr::checked(self.a))

void constant(std::uint32_t n, [[rpc::in, rpc::size_is(n + two + scoped::three)]] std::uint8_t *data);
// CHECK-LABEL: operation<::sizes::wire::constant>
// CHECK: return (ndr::checked(self.n) + 2) + 3;

void variable(std::uint32_t n, [[rpc::in, rpc::size_is(n + ::four + constants::five)]] std::uint8_t *data);
// CHECK-LABEL: operation<::sizes::wire::variable>
// CHECK: return (ndr::checked(self.n) + 4) + 5;

void literals(std::uint32_t n, [[rpc::in, rpc::size_is(n + 0x10 + 1'000u + 010 + 0b11 + 'a' + '\n')]] std::uint8_t *data);
// CHECK-LABEL: operation<::sizes::wire::literals>
// CHECK: ndr::checked(self.n) + 16) + 1000) + 8) + 3) + 97) + 10;

void sizes_of(std::uint32_t n, [[rpc::in, rpc::size_is(n / sizeof(std::uint16_t) + sizeof(unsigned long long) + sizeof(n))]] std::uint8_t *data);
// CHECK-LABEL: operation<::sizes::wire::sizes_of>
// CHECK: return ((ndr::checked(self.n) / 2) + 8) + 4;

void macro(std::uint32_t n, [[rpc::in, SIZED(n)]] std::uint8_t *data);
// CHECK-LABEL: operation<::sizes::wire::macro>
// CHECK: return ndr::checked(self.n) + 1;

void declaration(std::uint32_t n, DOUBLED);
// CHECK-LABEL: operation<::sizes::wire::declaration>
// CHECK: return ndr::checked(self.n) * 2;

void with_using(std::uint32_t n, [[using rpc: in, size_is(n)]] std::uint8_t *data);
// CHECK-LABEL: operation<::sizes::wire::with_using>
// CHECK: return ndr::checked(self.n);

void casts(std::uint32_t n, std::uint16_t m, [[rpc::in, rpc::size_is((std::uint16_t)n + static_cast<unsigned>(m))]] std::uint8_t *data,
           [[rpc::in, rpc::size_is(std::int8_t(n) * (unsigned char)(m))]] std::uint8_t *more,
           [[rpc::in, rpc::size_is(scoped{n} * (bool)m)]] std::uint8_t *last);
// CHECK-LABEL: operation<::sizes::wire::casts>
// CHECK: return ndr::as<std::uint16_t>(ndr::checked(self.n)) + ndr::as<std::uint32_t>(ndr::checked(self.m));
// CHECK: return ndr::as<std::int8_t>(ndr::checked(self.n)) * ndr::as<std::uint8_t>(ndr::checked(self.m));
// CHECK: return ndr::as<std::uint32_t>(ndr::checked(self.n)) * ndr::as<bool>(ndr::checked(self.m));

void null_tests([[rpc::in, rpc::unique]] std::uint32_t *n, [[rpc::in]] std::uint32_t &m, [[rpc::in, rpc::unique]] std::uint32_t **k,
                [[rpc::in, rpc::size_is(n ? *n : 0)]] std::uint8_t *a,
                [[rpc::in, rpc::size_is(nullptr == n ? m : *n)]] std::uint8_t *b,
                [[rpc::in, rpc::size_is(k and *k ? **k : 0)]] std::uint8_t *c,
                [[rpc::in, rpc::size_is(0 == m)]] std::uint8_t *d);
// CHECK-LABEL: operation<::sizes::wire::null_tests>
// CHECK: choose(ndr::present(self.n), ndr::pointee(self.n), 0)
// CHECK: choose(!ndr::present(self.n), ndr::pointee(self.m), ndr::pointee(self.n))
// CHECK: choose(ndr::present(self.k) && ndr::present<1>(self.k), ndr::pointee(self.k), 0)
// CHECK: return 0 == ndr::pointee(self.m);

void elements(std::uint32_t m, [[rpc::in, rpc::size_is(m)]] std::uint32_t *n, [[rpc::in, rpc::size_is(*n)]] std::uint8_t *a,
              [[rpc::in, rpc::size_is(n[0])]] std::uint8_t *b);
// CHECK-LABEL: operation<::sizes::wire::elements>
// CHECK: static ndr::checked n_size
// CHECK: static ndr::checked_later<ndr::known::with_sizes> a_size
// CHECK: return ndr::first_element(ndr::checked(self.m), [&] { return ndr::pointee(self.n); });
// CHECK: return ndr::first_element(ndr::checked(self.m), [&] { return ndr::pointee(self.n); });

struct late {
  std::uint32_t *n;
  [[rpc::size_is(n ? *n : 0)]] std::uint8_t *a;
  std::uint32_t fixed[2];
  [[rpc::size_is(fixed[0])]] std::uint8_t *b;
};
void structure([[rpc::in]] late *p);

void sizes_of_operands(std::uint32_t n, [[rpc::in]] std::uint16_t *p, [[rpc::in]] std::uint64_t q[2],
                       [[rpc::in, rpc::size_is(n / sizeof *p + sizeof(*p) + sizeof q[0] + sizeof((q[0])) + sizeof n)]] std::uint8_t *data);
// CHECK-LABEL: operation<::sizes::wire::sizes_of_operands>
// CHECK: return ((((ndr::checked(self.n) / 2) + 2) + 8) + 8) + 4;

void gaps_at_the_end(std::uint32_t n, [[rpc::in, rpc::size_is(n, )]] std::uint8_t **data, [[rpc::in, rpc::size_is(, n, )]] std::uint8_t ***more);
// CHECK-LABEL: operation<::sizes::wire::gaps_at_the_end>
// CHECK: ndr::in<"data", &call::data, ndr::ref<ndr::conformant<&data_size, ndr::unique<>>>>
// CHECK: ndr::in<"more", &call::more, ndr::ref<ndr::unique<ndr::conformant<&more_size, ndr::unique<>>>>>

void gap([[rpc::out, rpc::size_is(, *n)]] std::uint8_t **data, [[rpc::out]] std::uint32_t *n);
// CHECK-LABEL: operation<::sizes::wire::gap>
// CHECK: ndr::pointee(self.n)
// CHECK: ndr::out<"data", &call::data, ndr::ref<ndr::unique<ndr::conformant<&data_size>>>>

} // namespace sizes

[[rpc::stubs]];

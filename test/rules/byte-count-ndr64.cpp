// RUN: %clang -fsyntax-only -Xclang -verify %s
#include "Inputs/warnings.h"

namespace [[INTERFACE]] tested {
struct record { std::int32_t value; record *next; };
void a([[rpc::in]] std::uint32_t n,
       // expected-warning@+1 {{NDR64 has no byte_count: 'tested' is offered in NDR20 only [byte-count-ndr64]}}
       [[rpc::out, rpc::byte_count(n)]] record *r);
// expected-warning@+1 {{'tested' is offered in NDR20 only}}
void b([[rpc::in]] std::uint32_t n, [[rpc::out, rpc::byte_count(n)]] record *r);
}

namespace [[rpc::uuid("60a15ec5-4de8-11d7-a637-005056a20183")]] silent {
void a([[rpc::in]] std::uint32_t n, [[rpc::out, rpc::size_is(n)]] std::int32_t *r);
[[rpc::local]] void b(std::uint32_t n, [[rpc::out, rpc::byte_count(n)]] tested::record *r);
}

[[rpc::stubs]];

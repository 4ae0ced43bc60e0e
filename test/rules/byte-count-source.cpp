// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wno-byte-count-ndr64 -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct record { std::int32_t value; record *next; };
// expected-error@+1 {{the size in bytes of [out] parameter 'r' is '*n', and 'n' is not only [in] [byte-count-source]}}
void a([[rpc::in, rpc::out]] std::uint32_t *n, [[rpc::out, rpc::byte_count(*n)]] record *r);
// expected-error@+1 {{the size in bytes of [out] parameter 'r' is 'n', and 'n' is not only [in]}}
void b([[rpc::out]] std::uint32_t &n, [[rpc::out, rpc::byte_count(n + 8)]] record *r);
// expected-error@+1 {{the size in bytes of [out] parameter 'r' names 'size', which is not a parameter next to it [size-unresolved]}}
void c([[rpc::in]] std::uint32_t n, [[rpc::out, rpc::byte_count(size)]] record *r);
// expected-error@+1 {{'n', of which the size in bytes of [out] parameter 'r' is made, has type 'float' and must be an integer of at most 32 bits [size-type]}}
void d([[rpc::in]] float n, [[rpc::out, rpc::byte_count(n)]] record *r);
// expected-error@+1 {{'rpc::byte_count' and 'rpc::size_is' cannot stand together [attribute-conflict]}}
void e([[rpc::in]] std::uint32_t n, [[rpc::out, rpc::size_is(n), rpc::byte_count(n)]] record *r);

// Silent.
void plain([[rpc::in]] std::uint32_t n, [[rpc::out, rpc::byte_count(n)]] record *r);
void behind([[rpc::out, rpc::byte_count(*n)]] record *r, [[rpc::in]] const std::uint32_t *n);
void computed([[rpc::in]] std::uint32_t kib, [[rpc::out, rpc::byte_count(kib * 1024)]] record *r);
void fixed([[rpc::out, rpc::byte_count(4096)]] record *r);
}

[[rpc::stubs]];

// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wno-byte-count-ndr64 -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct record { std::int32_t value; record *next; };
// expected-error@+1 {{byte_count gives the size of a buffer for results, and [in, out] parameter 'r' is not only [out] [byte-count-direction]}}
void a(std::uint32_t n, [[rpc::in, rpc::out, rpc::byte_count(n)]] record *r);
// expected-error@+1 {{byte_count gives the size of a buffer for results, and [in] parameter 'r' is not only [out]}}
void b(std::uint32_t n, [[rpc::in, rpc::byte_count(n)]] const record &r);
// expected-error@+1 {{byte_count needs a pointer or an array, and [in] parameter 'r' is neither [size-dim-mismatch]}}
void c(std::uint32_t n, [[rpc::in, rpc::byte_count(n)]] std::int32_t r);

// Silent.
void get([[rpc::in]] std::uint32_t n, [[rpc::out, rpc::byte_count(n)]] record *r);
void get_reference([[rpc::in]] std::uint32_t n, [[rpc::out, rpc::byte_count(n)]] record &r);
void get_array([[rpc::in]] std::uint32_t n, [[rpc::out, rpc::byte_count(n)]] record r[2]);
}

[[rpc::stubs]];

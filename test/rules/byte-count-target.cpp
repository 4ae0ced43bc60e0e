// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wno-byte-count-ndr64 -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

#include <string>
#include <vector>

namespace [[INTERFACE]] tested {
struct record { std::int32_t value; record *next; };
struct named { std::string name; };
struct open { std::uint32_t count; [[rpc::size_is(count)]] std::int32_t values[1]; };
// expected-error@+1 {{byte_count needs a pointer to a buffer, and [out] parameter 'r' is a pointer that the server sets [byte-count-target]}}
void a([[rpc::in]] std::uint32_t n, [[rpc::out, rpc::byte_count(n)]] record *&r);
// expected-error@+2 {{byte_count needs a pointer to a buffer, and [out] parameter 'o' points to 'tested::open', whose size is not known before the call}}
// expected-error@+1 {{[out-open-struct]}}
void c([[rpc::in]] std::uint32_t n, [[rpc::out, rpc::byte_count(n)]] open *o);
// expected-error@+1 {{byte_count needs a pointer to a buffer, and [out] parameter 'r' points to 'tested::named', which owns memory outside of it}}
void d([[rpc::in]] std::uint32_t n, [[rpc::out, rpc::byte_count(n)]] named &r);
// expected-error@+1 {{points to 'std::vector<std::int32_t>', which owns memory outside of it}}
void e([[rpc::in]] std::uint32_t n, [[rpc::out, rpc::byte_count(n)]] std::vector<std::int32_t> &v);

// Silent.
struct text { [[rpc::string]] char *value; open *more; };
void list([[rpc::in]] std::uint32_t n, [[rpc::out, rpc::byte_count(n)]] record *r);
void strings([[rpc::in]] std::uint32_t n, [[rpc::out, rpc::byte_count(n)]] text &t);
void number([[rpc::in]] std::uint32_t n, [[rpc::out, rpc::byte_count(n)]] std::int32_t *i);
void pointer([[rpc::in]] std::uint32_t n, [[rpc::out, rpc::byte_count(n)]] record **r);
}

[[rpc::stubs]];

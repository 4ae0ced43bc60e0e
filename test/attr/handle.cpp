// A type that names a server travels as any other: the interface has the same calls without the attribute.
// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
// RUN: rm -rf %t && mkdir %t
// RUN: %clang -fsyntax-only -w -DHANDLE=rpc::handle -DPART -fplugin-arg-rpcgen-out=%t/with %s
// RUN: %clang -fsyntax-only -w -DHANDLE= -DPART -fplugin-arg-rpcgen-lock=%t/with/handle.rpc.json %s
#include <rpc/rpc.h>

#ifndef HANDLE
#define HANDLE rpc::handle
#endif

namespace [[rpc::interface("94b1f0a6-0a0f-44a8-b0a3-2f2e6c1c7d12", 1, 0), rpc::pointer_default(unique)]] tested {
using server_name [[HANDLE]] = char16_t *;
struct [[HANDLE]] server_number {
  std::int32_t n;
};
std::int32_t read([[rpc::in, rpc::string, rpc::unique]] server_name from, [[rpc::in]] std::uint32_t key);
void write([[rpc::in]] server_number to);
} // namespace tested

#ifndef PART
[[rpc::handle]] void misplaced(); // expected-error {{'rpc::handle' belongs on a struct or a type alias, not on a function [attribute-place]}}
using numbered [[rpc::handle(1)]] = char *; // expected-error {{'rpc::handle' takes no arguments [attribute-arguments]}}
struct state;
using both [[rpc::handle, rpc::context_handle]] = state *;
void use(both b);
#endif

[[rpc::stubs]];

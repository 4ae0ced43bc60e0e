// What has no meaning is taken out, with the comma or the brackets around it, and names are put right.
// RUN: rm -rf %t && mkdir %t
// RUN: cp %s %t/fixed.cpp
// RUN: not %clang -fsyntax-only -fplugin-arg-rpcgen-Wparam-no-direction -Xclang -fixit %t/fixed.cpp
// RUN: FileCheck %s < %t/fixed.cpp
// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wparam-no-direction -Werror %t/fixed.cpp
#include <rpc/rpc.h>

namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a11", 1, 0)]] tested {
// CHECK: {{^}}void first([[R:\[\[]]rpc::in]] std::int32_t n);
void first([[rpc::unique, rpc::in]] std::int32_t n);
// CHECK: {{^}}void last([[R]]rpc::in]] std::int32_t n);
void last([[rpc::in, rpc::ptr]] std::int32_t n);
// CHECK: {{^}}void alone([[R]]rpc::in]] std::int32_t n);
void alone([[rpc::in]] [[rpc::ref]] std::int32_t n);
// CHECK: {{^}}void arguments([[R]]rpc::in]] std::int32_t n);
void arguments([[rpc::allocate(dont_free), rpc::in]] std::int32_t n);
// CHECK: {{^}}void undirected([[R]]rpc::in]] std::int32_t n, [[R]]rpc::string]] [[R]]rpc::in]] const char *s);
void undirected(std::int32_t n, [[rpc::string]] const char *s);
// CHECK: {{^}}void filled([[R]]rpc::out]] std::int32_t *n, [[R]]rpc::out]] std::int32_t &m);
void filled([[rpc::out]] const std::int32_t *n, [[rpc::out]] const std::int32_t &m);
// CHECK: {{^}}std::int32_t copied();
const std::int32_t copied();
// CHECK: {{^}}void named([[R]]rpc::in]] std::int32_t count, [[R]]rpc::in, rpc::size_is(count + 1)]] const std::int32_t *a);
void named([[rpc::in]] std::int32_t count, [[rpc::in, rpc::size_is(coumt + 1)]] const std::int32_t *a);
// CHECK: // rpc-check: ignore=return-pointer-unowned
// rpc-check: ignore=return-pointer-unownd
std::int32_t *suppressed();
}

[[rpc::stubs]];

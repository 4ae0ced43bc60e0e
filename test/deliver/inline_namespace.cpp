// Stubs open the namespace of an interface from outside of an inline one, and it stays the same.
// RUN: %clang -Wall -Wextra -Werror -fsyntax-only -I%S/Inputs %s
// RUN: rm -rf %t && mkdir %t
// RUN: %clang -x c++-header -fsyntax-only -fplugin-arg-rpcgen-out=%t %S/Inputs/inline_namespace.h
// RUN: %gxx -Wall -Wextra -Werror -Wno-attributes -fsyntax-only -I%S/Inputs -I%t -include inline_namespace.rpc.h %s
#include "inline_namespace.h"

struct implementation final : shop::v2::orders::service {
  shop::orders::order place(const shop::price &) override { return {}; }
};
static_assert(rpc::interface<shop::orders::service>::id.major == 2);
static_assert(sizeof(v1::returns::client) > 0);

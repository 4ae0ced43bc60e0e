// Where a fix is exact, editors can apply it.
// RUN: not %clang -fsyntax-only -fdiagnostics-parseable-fixits %s 2>&1 | FileCheck %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {

// CHECK: fix-it:"{{.*}}":{[[# @LINE + 1]]:14-[[# @LINE + 1]]:21}:"char16_t"
void a(const wchar_t *s);

// CHECK: fix-it:"{{.*}}":{[[# @LINE + 1]]:8-[[# @LINE + 1]]:11}:"unique"
[[rpc::ref]] int *b();

struct node {
  // CHECK: fix-it:"{{.*}}":{[[# @LINE + 1]]:10-[[# @LINE + 1]]:13}:"unique"
  [[rpc::ref]] node *next;
};

// CHECK: fix-it:"{{.*}}":{[[# @LINE + 1]]:6-[[# @LINE + 1]]:6}:"{{\[\[}}rpc::v1_enum]] "
enum large { most = 70000 };
void c([[rpc::in]] node *n, large l);

// CHECK: fix-it:"{{.*}}":{[[# @LINE + 1]]:52-[[# @LINE + 1]]:52}:"*"
void d([[rpc::in]] int *n, [[rpc::in, rpc::size_is(n)]] int *a);

// Text that a macro made cannot be replaced.
// CHECK-NOT: fix-it
#define WIDE wchar_t
void e(WIDE c);
}

[[rpc::stubs]];

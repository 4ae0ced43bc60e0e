// A misspelt attribute is replaced where there can be no doubt.
// RUN: not %clang -fsyntax-only -fdiagnostics-parseable-fixits %s 2>&1 | FileCheck %s

namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a11", 1, 0)]] tested {
// CHECK: fix-it:"{{.*}}":{[[# @LINE + 1]]:24-[[# @LINE + 1]]:29}:"unique"
void f([[rpc::in, rpc::uniqe]] int *n);
// Is this in or out?
// CHECK-NOT: fix-it
void g([[rpc::it]] int n);
}

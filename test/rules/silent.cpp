// The interfaces that real peers speak have nothing wrong.
// RUN: %clang -fsyntax-only -Xclang -verify %s
// expected-no-diagnostics
#include "../e2e/everything.h"
#include "../e2e/windows.h"
#include "../interop/rpcecho.h"

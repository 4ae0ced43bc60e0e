// RUN: %clang -fsyntax-only -Xclang -verify %s
#include "Inputs/warnings.h"

namespace [[INTERFACE]] tested {
[[rpc::suppress("return-const")]] int a();       // expected-warning {{'return-const' finds nothing here [unused-suppression]}}
int b(); // rpc-check: ignore=return-const expected-warning {{'return-const' finds nothing here}}
[[rpc::suppress("unused-suppression")]] int c();

// Silent.
[[rpc::suppress("return-const")]] const int d();
const int e(); // rpc-check: ignore=return-const
}

[[rpc::stubs]];

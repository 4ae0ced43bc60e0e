// RUN: %clang -fsyntax-only -Xclang -verify %s
#include <rpc/rpc.h>

namespace [[rpc::interface("9f7d3c58-8e07-4a6e-9b8f-0f9d1e2a6c02", 1, 0)]] tested {
const int a(); // rpc-check: ignore=return-const
const int b(); // expected-warning {{[return-const]}}
// rpc-check: ignore=return-const
const int c();
const int d(); // expected-warning {{[return-const]}}
/* rpc-check: ignore=return-const */ const int e();

// For the next line that is no comment. rpc-check: ignore=return-const
// Several may stand together.
const int f();

const int g(); // rpc-check: ignore=return-const,uuid-bad expected-warning {{'uuid-bad' finds nothing here [unused-suppression]}}
int h();       // rpc-check: ignore=return-const expected-warning {{'return-const' finds nothing here}}
int i();       // rpc-check: ignore=return-cons expected-warning {{there is no rule 'return-cons'; did you mean 'return-const'?}}
} // namespace tested

// expected-warning@+1 {{'return-const' finds nothing here}}
// rpc-check: ignore=return-const
[[rpc::stubs]];

// Where no rules have run yet, nothing is known.
const int behind(); // rpc-check: ignore=return-const
// rpc-check: ignore=return-const
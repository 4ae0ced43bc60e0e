// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

// expected-error@+1 {{'d2a5a0c0' is not a valid UUID: write 8-4-4-4-12 hexadecimal digits [uuid-bad]}}
namespace [[rpc::interface("d2a5a0c0", 1, 0)]] brief {
void a();
}
// expected-error@+1 {{is not a valid UUID}}
namespace [[rpc::interface("{d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a11}")]] braced {
void a();
}
// expected-error@+1 {{is not a valid UUID}}
namespace [[rpc::interface, rpc::uuid("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7axx")]] letters {
void a();
}
// expected-error@+1 {{is not a valid UUID}}
namespace [[rpc::interface("d2a5a0c05a1b-4f0e-9f6f-0f2f-5e2b7a11", 1, 0)]] dashes {
void a();
}

// Silent: either case.
namespace [[rpc::interface("D2A5A0C0-5a1b-4F0E-9f6f-0F2F5E2B7A11", 1, 0)]] mixed {
void a();
}

[[rpc::stubs]];

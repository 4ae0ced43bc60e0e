// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

// expected-error@+2 {{interface 'unnamed' has no uuid [uuid-missing]}}
// expected-note@+1 {{make one with uuidgen}}
namespace [[rpc::interface]] unnamed {
void a();
}
// expected-error@+1 {{interface 'versioned' has no uuid}}
namespace [[rpc::interface, rpc::version(1, 0)]] versioned {
void a();
}

// Silent.
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a11")]] inside {
void a();
}
namespace [[rpc::interface, rpc::uuid("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a12")]] beside {
void a();
}
namespace [[rpc::interface, rpc::local]] here {
void a();
}

[[rpc::stubs]];
